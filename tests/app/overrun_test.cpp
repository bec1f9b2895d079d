// SPDX-License-Identifier: MPL-2.0
//
// Scripts that do not come back are ended from inside, or from outside when nothing inside can speak.
#include "app/crashing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string script(const std::string& statement)
{
    return "local bilan = require \"bilan\"\n"
           "return bilan.report { api = 1, id = \"lent\", title = { fr = \"Lent\", en = \"Slow\" },\n"
           "  datasets = { \"emploi\" },\n"
           "  build = function(run)\n"
           "    " +
           statement + "\n  end }\n";
}

Ended run_slow(const CrashingPlugin& plugin, const std::string& statement)
{
    const std::string report = plugin.folder().write("lent.lua", script(statement)).string();
    const std::string input = plugin.folder().write("a.csv", "Action;Porteur;Nb entrées;Sorties\nx;y;4;1\n").string();
    return plugin.bilan({"run", report, input, "-o", (plugin.folder() / "e.xlsx").string(), "--time-limit", "0.5"});
}

TEST(Overrun, AnEndlessLoopIsEndedWithFileAndLine)
{
    const CrashingPlugin plugin;
    const Ended ended = run_slow(plugin, "while true do end");
    EXPECT_EQ(ended.exit, 6);
    EXPECT_THAT(ended.errors, HasSubstr("lent.lua:5"));
    EXPECT_THAT(ended.errors, HasSubstr("while true do end"));
    EXPECT_FALSE(std::filesystem::exists(plugin.folder() / "e.xlsx"));
}

TEST(Overrun, AFunctionThatNeverReturnsIsEndedFromOutside)
{
    const CrashingPlugin plugin;
    (void)support::bilan({"run", "emploi", support::examples, "-o", (plugin.folder() / "e.xlsx").string()});
    const std::string old = bytes_of(plugin.folder() / "e.xlsx");
    ASSERT_FALSE(old.empty());
    const Ended ended = run_slow(plugin, "bilan.fn.endless()");
    EXPECT_EQ(ended.exit, 6);
    EXPECT_THAT(ended.errors, StartsWith("bilan: "));
    EXPECT_THAT(ended.errors, HasSubstr("lent.lua:5\u00A0: Le script dépasse 0.5 s et est arrêté."));
    EXPECT_EQ(bytes_of(plugin.folder() / "e.xlsx"), old);
    EXPECT_FALSE(std::filesystem::exists(plugin.folder() / (".bilan-" + std::to_string(::getpid()) + ".tmp")));
}

} // namespace
} // namespace bilan::support
