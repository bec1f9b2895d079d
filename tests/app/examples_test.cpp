// SPDX-License-Identifier: MPL-2.0
//
// The main job on the fictitious campaign.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;

Ended make(const std::string& output, const std::vector<std::pair<std::string, std::string>>& environment = {})
{
    return bilan({"run", "emploi", examples, "-o", output, "--year", "2025", "--territory",
                  "Contrat de ville fictif de Valmont", "--lang", "fr"},
                 environment);
}

TEST(Examples, TheFilesAreWhatTheirProgramMakes)
{
    const TemporaryFolder folder;
    ASSERT_EQ(run_program({BILAN_BUILD_DIR "/bin/make_examples", folder.path().string()}).exit, 0);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(examples)) {
        EXPECT_EQ(bytes_of(entry.path()), bytes_of(folder.path() / entry.path().filename())) << entry.path();
        ++files;
    }
    EXPECT_EQ(files, 8U);
}

TEST(Examples, TheReportIsWrittenAndTheBlockingErrorIsSaid)
{
    const TemporaryFolder folder;
    const Ended ended = make((folder / "emploi.xlsx").string());
    EXPECT_EQ(ended.exit, 1) << ended.errors;
    EXPECT_THAT(ended.out, HasSubstr("8\u00A0fichiers"));
    EXPECT_THAT(ended.out, HasSubstr("C01  regie_bellefontaine.xlsx › Bilan › D3"));
    EXPECT_GT(std::filesystem::file_size(folder / "emploi.xlsx"), 20'000U);
}

TEST(Examples, SameInputsSameBytes)
{
    const TemporaryFolder folder;
    const std::string first = (folder / "a.xlsx").string();
    const std::string second = (folder / "b.xlsx").string();
    (void)make(first, {{"TZ", "Pacific/Kiritimati"}, {"LC_ALL", "C"}});
    (void)make(second, {{"TZ", "America/Caracas"}, {"LC_ALL", "fr_FR.UTF-8"}, {"TMPDIR", folder.path().string()}});
    EXPECT_EQ(bytes_of(first), bytes_of(second));
    EXPECT_FALSE(bytes_of(first).empty());
}

/// Compiles a locale that writes 1,5 where C writes 1.5; empty when the system cannot.
std::string comma_locale(const TemporaryFolder& folder)
{
    const std::string place = (folder / "fr_FR.UTF-8").string();
    if (run_program({"/usr/bin/localedef", "-i", "fr_FR", "-f", "UTF-8", place}).exit != 0) return {};
    return folder.path().string();
}

TEST(Examples, ALocaleWithDecimalCommasChangesNoByte)
{
    const TemporaryFolder folder;
    const std::string place = comma_locale(folder);
    if (place.empty()) GTEST_SKIP() << "localedef cannot make a locale here (package locales)";
    const std::vector<std::pair<std::string, std::string>> comma{{"LOCPATH", place}, {"LC_ALL", "fr_FR.UTF-8"}};
    ASSERT_EQ(run_program({"/usr/bin/printf", "%.1f", "1,5"}, comma).out, "1,5") << "the locale is in force";
    (void)make((folder / "a.xlsx").string(), {{"LC_ALL", "C"}});
    (void)make((folder / "b.xlsx").string(), comma);
    EXPECT_EQ(bytes_of(folder / "a.xlsx"), bytes_of(folder / "b.xlsx"));
    EXPECT_EQ(bilan({"read", examples}, {{"LC_ALL", "C"}, {"BILAN_LANG", "fr"}}).out,
              bilan({"read", examples}, {comma.front(), comma.back(), {"BILAN_LANG", "fr"}}).out);
}

TEST(Examples, EveryRowIsAccountedFor)
{
    const Ended ended = bilan({"read", examples});
    EXPECT_EQ(count_of(ended.out, R"("type":"summary")"), 8U);
    EXPECT_EQ(count_of(ended.out, R"("type":"row")"), 17U);
    EXPECT_EQ(count_of(ended.out, R"("code":"C01")"), 1U);
}

TEST(Examples, AnswersForMachines)
{
    const TemporaryFolder folder;
    const Ended ended =
        bilan({"run", "emploi", examples, "-o", (folder / "e.xlsx").string(), "--year", "2025", "--json"});
    EXPECT_THAT(ended.out, HasSubstr(R"("format":1,"type":"run","report":"emploi")"));
    EXPECT_THAT(ended.out, HasSubstr(R"("files":8)"));
    EXPECT_EQ(count_of(ended.out, "\n"), 1U);
}

} // namespace
} // namespace bilan::support
