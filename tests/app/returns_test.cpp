// SPDX-License-Identifier: MPL-2.0
//
// What goes back to partners: a workbook and a letter per file, through the real program.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

namespace bilan::support {
namespace {

using testing::HasSubstr;

const std::string broken_table = "Action;Porteur;Bénéficiaires;Femmes;Hommes;Référent\n"
                                 "Ateliers;Association fictive;environ 30;5;6;Jeanne ZZOSCAR\n"
                                 "Parcours;Association fictive;12;5;6;Paul ZZOSCAR\n";
const std::string good_table = "Action;Porteur;Bénéficiaires;Femmes;Hommes\nParcours;Association fictive;11;5;6\n";

TEST(Returns, OneWorkbookAndOneLetterAFile)
{
    const TemporaryFolder folder;
    const std::string inputs = (folder.path() / "entrees").string();
    folder.write("entrees/mission.csv", broken_table);
    folder.write("entrees/ccas.csv", good_table);
    const std::filesystem::path returns = folder.path() / "releves" / "2025"; // made
    const Ended ended =
        bilan({"check", inputs, "--schema", "action", "--year", "2025", "--return-dir", returns.string()});
    EXPECT_EQ(ended.exit, 1) << ended.errors;
    EXPECT_THAT(ended.out, HasSubstr("releve_mission-csv.xlsx  (à corriger "));

    const std::string cells = bilan({"grid", (returns / "releve_mission-csv.xlsx").string()}).out;
    for (const char* expected : {"Relevé de lecture", "mission.csv", "Exercice 2025", "à corriger", "à vérifier", "C01",
                                 "C21", "environ 30", "\"Bénéficiaires\"", "\"C2\"", "\"C3\"", "gardé tel quel"})
        EXPECT_THAT(cells, HasSubstr(expected)) << expected;
    EXPECT_EQ(count_of(cells, "ZZOSCAR"), 0U);
    EXPECT_EQ(count_of(cells, "ccas"), 0U); // a partner sees its own file alone
    const std::string letter = bytes_of(returns / "releve_mission-csv.txt");
    EXPECT_THAT(letter, HasSubstr("Bonjour,"));
    EXPECT_THAT(letter, HasSubstr("releve_mission-csv.xlsx"));
    EXPECT_THAT(bytes_of(returns / "releve_ccas-csv.txt"), HasSubstr("Rien n'est à corriger ni à vérifier"));
}

/// The same as `broken_table`, in a workbook with this sheet.
std::string broken_workbook(const std::string& sheet = "Bilan 2025")
{
    std::string rows;
    std::istringstream lines(broken_table);
    for (std::string line; std::getline(lines, line);) {
        rows += "<table:table-row>";
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ';');)
            rows += "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>";
        rows += "</table:table-row>";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document "
           "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
           "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
           "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>"
           "<table:table table:name=\"" +
           sheet + "\">" + rows + "</table:table></office:spreadsheet></office:body></office:document>";
}

TEST(Returns, CellsLeadIntoTheWorkbookOfThePartner)
{
    const TemporaryFolder folder;
    const std::string inputs = (folder.path() / "entrees").string();
    folder.write("entrees/mission.fods", broken_workbook());
    folder.write("entrees/mission.csv", broken_table);
    (void)bilan({"check", inputs, "--schema", "action", "--return-dir", (folder.path() / "r").string()});
    const std::string note = "mène à la cellule de votre fichier";
    EXPECT_THAT(bilan({"grid", (folder.path() / "r" / "releve_mission-fods.xlsx").string()}).out, HasSubstr(note));
    const std::string of_text = bilan({"grid", (folder.path() / "r" / "releve_mission-csv.xlsx").string()}).out;
    EXPECT_EQ(count_of(of_text, note), 0U) << "a text file has no cells to lead to";

    folder.write("autres/longue.fods", broken_workbook(std::string(3000, 'x')));
    folder.write("autres/signes.fods", broken_workbook("A &amp; B #2 &lt;x>"));
    const Ended others = bilan({"check", (folder.path() / "autres").string(), "--schema", "action", "--return-dir",
                                (folder.path() / "s").string()});
    EXPECT_EQ(others.exit, 1) << others.errors;
    const std::string of_long = bilan({"grid", (folder.path() / "s" / "releve_longue-fods.xlsx").string()}).out;
    EXPECT_THAT(of_long, HasSubstr("environ 30"));
    EXPECT_EQ(count_of(of_long, note), 0U) << "Excel follows no link as long as this";
    EXPECT_THAT(bilan({"grid", (folder.path() / "s" / "releve_signes-fods.xlsx").string()}).out, HasSubstr(note));
}

TEST(Returns, AFileThatCannotBeReadIsNotSaidToBeRead)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("bilan.xlsx", "PK\x03\x04 no workbook").string();
    EXPECT_NE(bilan({"check", input, "--return-dir", folder.path().string()}).exit, 0);
    const std::string letter = bytes_of(folder.path() / "releve_bilan-xlsx.txt");
    EXPECT_THAT(letter, HasSubstr("Votre fichier n'a pas pu être lu.\n\n«\u00A0bilan.xlsx\u00A0» "));
    EXPECT_THAT(letter, HasSubstr("Merci de renvoyer le fichier une fois ce point réglé."));
    EXPECT_THAT(letter, testing::Not(HasSubstr("terminée")));
    EXPECT_THAT(bilan({"grid", (folder.path() / "releve_bilan-xlsx.xlsx").string()}).out,
                HasSubstr("Votre fichier n'a pas pu être lu. Merci de renvoyer"));
}

TEST(Returns, AreInFrenchWhateverTheLanguageAndTheSameBytesTwice)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("mission.csv", broken_table).string();
    for (const char* name : {"a", "b"})
        (void)bilan({"--lang", "en", "check", input, "--return-dir", (folder.path() / name).string()});
    const std::string first = bytes_of(folder.path() / "a" / "releve_mission-csv.xlsx");
    EXPECT_EQ(first, bytes_of(folder.path() / "b" / "releve_mission-csv.xlsx"));
    EXPECT_THAT(bilan({"grid", (folder.path() / "a" / "releve_mission-csv.xlsx").string()}).out,
                HasSubstr("Règle non respectée"));
}

TEST(Returns, ThatComeBackAmongTheInputsAreSetAside)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("entrees/mission.csv", broken_table).string();
    const std::string inputs = (folder.path() / "entrees").string();
    (void)bilan({"check", input, "--return-dir", inputs});
    const Ended again = bilan({"read", inputs});
    EXPECT_THAT(again.out, HasSubstr("BIL-165"));
    // And the next return does not take the place of what is now an input.
    const Ended refused = bilan({"check", input, inputs + "/releve_mission-csv.xlsx", "--return-dir", inputs});
    EXPECT_EQ(refused.exit, 4);
    EXPECT_THAT(refused.errors, HasSubstr("releve_mission-csv.xlsx"));
}

TEST(Returns, AreNotWrittenAmongTheInputs)
{
    const TemporaryFolder folder;
    folder.write("entrees/mission.csv", good_table);
    const std::string inputs = (folder.path() / "entrees").string();
    for (const std::string& below : {inputs, inputs + "/", inputs + "/../entrees/releves"}) {
        const Ended refused = bilan({"check", inputs, "--return-dir", below});
        EXPECT_EQ(refused.exit, 4) << below;
        EXPECT_EQ(refused.errors, "bilan: " + below + "\u00A0: Ce dossier est dans celui des entrées (" + inputs +
                                      ")\u00A0: les relevés seraient lus à la prochaine vérification. Donnez à "
                                      "--retours un dossier ailleurs, par exemple à côté. [BIL-943]\n");
        EXPECT_THAT(bilan({"--lang", "en", "check", inputs, "--return-dir", below}).errors,
                    HasSubstr("Give --return-dir a folder elsewhere"));
    }
    EXPECT_FALSE(std::filesystem::exists(inputs + "/releves"));
    EXPECT_EQ(bilan({"check", inputs, "--return-dir", inputs + "_releves"}).exit, 0);
}

TEST(Returns, AFolderThatCannotBeMadeIsSaid)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("mission.csv", good_table).string();
    const Ended ended = bilan({"check", input, "--return-dir", input + "/releves"});
    EXPECT_EQ(ended.exit, 4);
    EXPECT_THAT(ended.errors, HasSubstr("mission.csv/releves"));
}

} // namespace
} // namespace bilan::support
