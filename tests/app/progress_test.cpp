// SPDX-License-Identifier: MPL-2.0
#include "app/terminal_progress.hpp"

#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace bilan::support {
namespace {

using base::Language;
using run::Moment;
using run::Step;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::Not;

TEST(Progress, SaysStepFilesRowsSecondsAndFile)
{
    const Moment moment{Step::reading, 3, 12, 4210, "mission_locale.xlsx"};
    EXPECT_EQ(app::progress_line(moment, seconds(2), Language::french),
              "[#####...............] Lecture 3/12 fichiers · 4\u202F210 lignes · 2\u00A0s · mission_locale.xlsx");
    EXPECT_EQ(app::progress_line(moment, seconds(2), Language::english),
              "[#####...............] Reading 3/12 files · 4,210 rows · 2\u00A0s · mission_locale.xlsx");
    EXPECT_EQ(app::progress_line({Step::writing, 0, 15, 0, "e.xlsx"}, seconds(0), Language::french),
              "[....................] Écriture 0/15 feuilles · 0\u00A0s · e.xlsx");
    EXPECT_EQ(app::progress_line({Step::report, 0, 0, 0, "emploi"}, seconds(61), Language::french),
              "[....................] Calcul · 61\u00A0s · emploi");
}

TEST(Progress, AFileNameCannotMoveTheCursor)
{
    EXPECT_THAT(app::progress_line({Step::reading, 0, 1, 0, "a\r\x1b[Kb"}, seconds(0), Language::french),
                Not(HasSubstr("\x1b")));
}

TEST(Progress, ShortWorkShowsNothing)
{
    std::ostringstream stream;
    {
        app::TerminalProgress progress(stream, Language::french);
        progress.at({Step::reading, 1, 2, 0, "a.xlsx"});
        progress.finished();
    }
    EXPECT_EQ(stream.str(), "");
}

// `script` gives the program a terminal. The report takes half a second more than the patience of the line.
TEST(Progress, LongWorkOnATerminalIsShownAndWiped)
{
    const TemporaryFolder folder;
    const std::string report = folder
                                   .write("lent.lua", "local bilan = require \"bilan\"\n"
                                                      "return bilan.report { api = 1, id = \"lent\",\n"
                                                      "  title = { fr = \"Lent\", en = \"Slow\" },\n"
                                                      "  datasets = { \"emploi\" },\n"
                                                      "  build = function() while true do end end }\n")
                                   .string();
    const std::string input = folder.write("a.csv", "Action;Porteur;Nb entrées;Sorties\nx;y;4;1\n").string();
    const std::string command =
        BILAN_BUILD_DIR "/bin/bilan run " + report + " " + input + " --time-limit 1 -o " + (folder / "e.xlsx").string();
    const Ended ended = run_program({"/usr/bin/script", "-qec", command, "/dev/null"});
    EXPECT_EQ(ended.exit, 6);
    EXPECT_THAT(ended.out, HasSubstr("\r\x1b[K[....................] Calcul · 1 ligne · "));
    EXPECT_THAT(bilan({"run", report, input, "--time-limit", "1", "-o", (folder / "e.xlsx").string()}).errors,
                Not(HasSubstr("Calcul")))
        << "a file or a pipe gets no progress";
}

} // namespace
} // namespace bilan::support
