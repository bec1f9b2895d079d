// SPDX-License-Identifier: MPL-2.0
//
// A crash cannot be caught, but it is told: who, doing what, and what the user can do.
#include "app/crashing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;

// Under a sanitizer its own report of the crash takes the place of the sentence.
#if defined(__SANITIZE_ADDRESS__)
#define SKIP_UNDER_A_SANITIZER() GTEST_SKIP() << "the sanitizer watches the signals"
#else
#define SKIP_UNDER_A_SANITIZER() static_cast<void>(0)
#endif

TEST(Crash, WhileReadingNamesThePluginAndTheFile)
{
    SKIP_UNDER_A_SANITIZER();
    const CrashingPlugin plugin;
    const std::string file = plugin.folder().write("retour.csv", "CRASH reading").string();
    const Ended ended = plugin.bilan({"grid", file});
    EXPECT_EQ(ended.exit, 7);
    EXPECT_EQ(ended.errors,
              "bilan: L'extension crashing 0.1.0 s'est arrêtée net en lisant «\u00A0retour.csv\u00A0». Rien n'a été "
              "écrit\u00A0; retirez ce fichier des entrées ou enregistrez-le sous un autre format, et signalez-le à "
              "l'auteur de l'extension. [BIL-481]\n");
}

TEST(Crash, WhileExaminingInEnglish)
{
    SKIP_UNDER_A_SANITIZER();
    const CrashingPlugin plugin;
    const std::string file = plugin.folder().write("retour.csv", "CRASH examining").string();
    const Ended ended = plugin.bilan({"--lang", "en", "grid", file});
    EXPECT_EQ(ended.exit, 7);
    EXPECT_EQ(ended.errors, "bilan: Plugin crashing 0.1.0 crashed while it examined \"retour.csv\". Nothing was "
                            "written; take that file out of the inputs, and report it to the author of the plugin. "
                            "[BIL-480]\n");
}

TEST(Crash, InAnotherThreadLeavesTheOldWorkbookWhole)
{
    SKIP_UNDER_A_SANITIZER();
    const CrashingPlugin plugin;
    for (const char* name : {"a.csv", "b.csv", "c.csv"})
        plugin.folder().write(std::string("in/") + name, "CRASH abort");
    std::filesystem::create_directory(plugin.folder() / "out");
    const std::string output = (plugin.folder() / "out/emploi.xlsx").string();
    (void)support::bilan({"run", "emploi", support::examples, "-o", output});
    const std::string old = bytes_of(output);
    ASSERT_FALSE(old.empty());
    const Ended ended = plugin.bilan({"run", "emploi", (plugin.folder() / "in").string(), "-o", output});
    EXPECT_EQ(ended.exit, 7);
    EXPECT_THAT(ended.errors, HasSubstr("[BIL-481]"));
    EXPECT_EQ(bytes_of(output), old);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(plugin.folder() / "out"), {}), 1);
}

TEST(Crash, AControlCharacterInAFileNameReachesNoTerminal)
{
    SKIP_UNDER_A_SANITIZER();
    const CrashingPlugin plugin;
    const std::string file = plugin.folder().write("a\x1b[31mb.csv", "CRASH").string();
    EXPECT_THAT(plugin.bilan({"grid", file}).errors, HasSubstr("a?[31mb.csv"));
}

} // namespace
} // namespace bilan::support
