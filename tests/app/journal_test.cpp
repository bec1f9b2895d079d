// SPDX-License-Identifier: MPL-2.0
#include "app/crashing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Every `"ms":123` as `"ms":0`.
std::string without_times(const std::string& journal)
{
    const std::string name = "\"ms\":";
    std::string text;
    std::size_t start = 0;
    for (std::size_t at = 0; (at = journal.find(name, start)) != std::string::npos;) {
        text += journal.substr(start, at - start) + name + '0';
        start = journal.find_first_not_of("0123456789", at + name.size());
    }
    return text + journal.substr(start);
}

std::string last_line(const std::string& text)
{
    const std::size_t end = text.find_last_of('\n', text.size() - 2);
    return text.substr(end + 1);
}

TEST(Journal, TellsARunStepByStep)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", "Action;Porteur;Nb entrées;Sorties\nx;y;4;1\n").string();
    const std::string journal = (folder / "journal.jsonl").string();
    const Ended ended = bilan({"--journal", journal, "run", "emploi", input, "-o", (folder / "e.xlsx").string()});
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    const std::string told = without_times(bytes_of(journal));
    std::size_t at = 0;
    for (const char* line :
         {R"({"ms":0,"type":"start","bilan":"0.1.0","command":"run"})",
          R"({"ms":0,"type":"opening","plugin":"csv_reader.so"})",
          R"({"ms":0,"type":"input","file":"a.csv","sha256":")",
          R"({"ms":0,"type":"reading","file":"a.csv","reader":"csv"})",
          R"({"ms":0,"type":"read","file":"a.csv","rows_read":1)", R"({"ms":0,"type":"report","report":"emploi"})",
          R"({"ms":0,"type":"writing","file":"e.xlsx"})", R"({"ms":0,"type":"written","file":"e.xlsx","sha256":")",
          R"({"ms":0,"type":"end","exit":0})"}) {
        const std::size_t found = told.find(line, at);
        EXPECT_NE(found, std::string::npos) << line << " is missing from\n" << told;
        if (found != std::string::npos) at = found;
    }
    EXPECT_THAT(told, Not(HasSubstr(folder.path().string()))) << "no path of the machine";
}

TEST(Journal, ItsLastLineNamesWhatCrashed)
{
    const CrashingPlugin plugin;
    const std::string file = plugin.folder().write("retour.csv", "CRASH").string();
    const std::string journal = (plugin.folder() / "journal.jsonl").string();
    EXPECT_NE(plugin.bilan({"grid", file, "--journal", journal}).exit, 0);
    EXPECT_EQ(last_line(without_times(bytes_of(journal))),
              R"({"ms":0,"type":"reading","file":"retour.csv","reader":"crashing"})"
              "\n");
}

TEST(Journal, TellsWhatEndedTheRun)
{
    const TemporaryFolder folder;
    const std::string journal = (folder / "journal.jsonl").string();
    EXPECT_EQ(bilan({"--journal", journal, "grid", (folder / "absent.xlsx").string()}).exit, 3);
    EXPECT_THAT(last_line(without_times(bytes_of(journal))), HasSubstr(R"("type":"failed","code":"BIL-)"));
}

TEST(Journal, ThatCannotBeWrittenIsSaid)
{
    const TemporaryFolder folder;
    const Ended ended = bilan({"--journal", (folder / "absent/j.jsonl").string(), "doctor"});
    EXPECT_EQ(ended.exit, 4);
    EXPECT_EQ(ended.errors,
              "bilan: " + (folder / "absent/j.jsonl").string() +
                  "\u00A0: Le journal ne peut pas être écrit ici (réponse du système\u00A0: le fichier ou "
                  "le dossier n'existe pas). Donnez à --journal un fichier dans un dossier où vous avez le droit "
                  "d'écrire. [BIL-426]\n");
}

} // namespace
} // namespace bilan::support
