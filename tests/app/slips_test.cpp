// SPDX-License-Identifier: MPL-2.0
//
// What people do without noticing (a file sent twice, a sheet filled in and written over, a list with a slip in its
// header) is said, and nothing of theirs is lost.
#include "app/bilan.hpp"
#include "support/zip_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string table = "Action;Porteur;Bénéficiaires;Femmes;Hommes\nParcours;Association fictive;11;5;6\n";

TEST(Slips, AllCellsOfOneCauseAreNamed)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;Bénéficiaires;Accordé P147\nA;X;5;1,200\nB;X;6;1.200\nC;X;7;3000\n")
            .string();
    EXPECT_THAT(bilan({"check", input, "--schema", "action"}).out,
                HasSubstr("BIL-208  a.csv › a › D2 et 1 de même cause\u00A0: D3 «\u00A01.200\u00A0»\n"));
    EXPECT_THAT(bilan({"check", input, "--schema", "action", "--lang", "en"}).out,
                HasSubstr("BIL-208  a.csv › a › D2 and 1 of the same cause: D3 «\u00A01.200\u00A0»\n"));
}

TEST(Slips, ADecimalCommaThatCutsARowIsNoFormulaToCorrect)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action,Porteur,Bénéficiaires,Accordé P147\nA,X,5,12,50\nB,X,6,1200\nC,X,7,\"30,25\"\n")
            .string();
    const std::string french = bilan({"read", input, "--schema", "action"}).out;
    EXPECT_THAT(french, Not(HasSubstr("BIL-213")));
    EXPECT_THAT(french,
                HasSubstr("Une virgule décimale sans guillemets a coupé cette ligne du fichier csv\u00A0: à partir "
                          "d'elle, on ne sait plus quelle cellule va dans quelle colonne\u00A0; aucune valeur n'a "
                          "été retenue. Réexportez le fichier avec le séparateur «\u00A0;\u00A0», ou mettez ces "
                          "nombres entre guillemets."));
    EXPECT_THAT(
        bilan({"read", input, "--schema", "action", "--lang", "en"}).out,
        HasSubstr("A decimal comma without quotes has cut this row of the csv file: from there on it is not known "
                  "which cell belongs to which column; no value was kept. Export the file again with the "
                  "separator \\\";\\\", or put these numbers between quotes."));
}

TEST(Slips, TablesThatAReportDoesNotCountAreSaid)
{
    const TemporaryFolder folder;
    folder.write("entrees/a.csv", table);
    folder.write("entrees/b.csv", "Nom du conseil citoyen;QPV;État;Nombre de membres\nCC Nord;QN06901M;actif;12\n");
    const std::string inputs = (folder / "entrees").string();
    const std::string output = (folder / "bie.xlsx").string();
    EXPECT_THAT(
        bilan({"run", "bie", inputs, "-o", output}).out,
        HasSubstr("Ce fichier a des tableaux lus avec le schéma conseil (tableaux\u00A0: 1, lignes\u00A0: 1), qui "
                  "ne comptent pas dans ce rapport\u00A0: il ne lit que action. Si c'est une erreur, précisez "
                  "--schema, ou répondez pour leurs en-têtes dans mappings.toml."));
    EXPECT_THAT(
        bilan({"run", "bie", inputs, "-o", output, "--lang", "en"}).out,
        HasSubstr("This file has tables read with the schema conseil (tables: 1, rows: 1), which do not count in "
                  "this report: it reads only action."));
}

TEST(Slips, ReportsSayNothingOfWhatNobodyScored)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", table).string();
    const std::string output = (folder / "bie.xlsx").string();
    ASSERT_EQ(bilan({"run", "bie", input, "-o", output}).exit, 0);
    const std::string cells = bilan({"grid", output}).out;
    EXPECT_THAT(cells, HasSubstr("Aucune cotation du comité ni de l'instructeur dans les fichiers lus"));
    EXPECT_THAT(cells, Not(HasSubstr("BIE03_G0")));
    const Ended nothing = bilan({"run", "lcd", input, "-o", (folder / "lcd.xlsx").string()});
    EXPECT_EQ(nothing.exit, 1) << "an empty success is an error";
    EXPECT_FALSE(std::filesystem::exists(folder / "lcd.xlsx"));
    EXPECT_THAT(
        nothing.errors,
        AllOf(HasSubstr("Actions lues\u00A0: 1. Aucune ne dit rien de la lutte contre les discriminations. Demandez "
                        "aux partenaires leur caractère (spécifique, volet, vivre-ensemble)"),
              HasSubstr("donc absent du classeur\u00A0: caractère spécifique\u00A0; critères")));
}

TEST(Slips, WhatRestsOnAColumnThatNobodySentIsNamedOnce)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "o.xlsx").string();
    const std::string scored =
        folder
            .write("cotees.csv", "Porteur;Intitulé de l'action;Pilier;P147 accordé;Cotation BIE\n"
                                 "Avenir;Atelier;Emploi;1000;G1\nCap;Forum;Emploi;500;G0\n")
            .string();
    ASSERT_EQ(bilan({"run", "bie", scored, "-o", output}).exit, 0);
    const std::string bie = bilan({"grid", output}).out;
    EXPECT_THAT(bie, HasSubstr("donc absent du classeur\u00A0: montant demandé"));
    EXPECT_THAT(bie, HasSubstr("BIE03_G0"));
    EXPECT_THAT(bilan({"grid", output, "--sheet", "Indicateurs"}).out, Not(HasSubstr("BIE08_G0")));
    EXPECT_THAT(bie, Not(HasSubstr("\"sheet\":\"Entrée et sortie\"")));
    const std::string signed_only =
        folder.write("signataires.csv", "Entreprise;Type de signataire;Type d'engagement\nAtelier;entreprise;charte\n")
            .string();
    ASSERT_EQ(bilan({"run", "paqte", signed_only, "-o", output}).exit, 0);
    const std::string paqte = bilan({"grid", output}).out;
    EXPECT_THAT(paqte, HasSubstr("actions sur les quatre axes"));
    EXPECT_THAT(paqte, Not(HasSubstr("\"sheet\":\"Quatre axes\"")));
}

TEST(Slips, ACopyIsNamedByEveryCommand)
{
    const TemporaryFolder folder;
    folder.write("entrees/a.csv", table);
    folder.write("entrees/b.csv", table);
    const std::string inputs = (folder / "entrees").string();
    const std::string french =
        "b.csv\u00A0: mêmes octets que a.csv, lu une seule fois. Si ce devaient être deux envois "
        "différents, demandez le bon fichier au partenaire.";
    const std::string english = "b.csv: same bytes as a.csv, read once. If they were to be two different files, ask "
                                "the partner for the right one.";
    for (const char* command : {"check", "inspect", "read"}) {
        EXPECT_EQ(count_of(bilan({command, inputs}).out, french), 1U) << command;
        EXPECT_EQ(count_of(bilan({"--lang", "en", command, inputs}).out, english), 1U) << command;
    }
    for (const char* command : {"check", "inspect"})
        EXPECT_EQ(count_of(bilan({"--json", command, inputs}).out, french), 1U) << command;
    EXPECT_THAT(bilan({"--json", "check", inputs}).out, HasSubstr(R"("code":"BIL-940","severity":"I","file":"b.csv")"));
    const std::string output = (folder / "sortie.xlsx").string();
    const Ended ended = bilan({"run", "emploi", inputs, "--schema", "emploi", "-o", output});
    EXPECT_EQ(count_of(ended.out, french), 1U) << ended.out << ended.errors;
    EXPECT_THAT(bilan({"--json", "run", "emploi", inputs, "--schema", "emploi", "-o", output}).out,
                HasSubstr(R"("copies":["b.csv"])"));
    EXPECT_THAT(bilan({"grid", output}).out, HasSubstr(french));
}

TEST(Slips, EmptyFilesAreNoCopiesOfEachOther)
{
    const TemporaryFolder folder;
    folder.write("entrees/a.xlsx", "");
    folder.write("entrees/b.xlsx", "");
    const std::string shown = bilan({"check", (folder / "entrees").string()}).out;
    EXPECT_EQ(count_of(shown, "BIL-340  a.xlsx"), 1U) << shown;
    EXPECT_EQ(count_of(shown, "BIL-340  b.xlsx"), 1U) << shown;
}

TEST(Slips, AReportReplacesNothingButAReport)
{
    const TemporaryFolder folder;
    const std::string mine = (folder / "perso.xlsx").string();
    std::filesystem::copy_file(examples + "/ccas_valmont.xlsx", mine);
    const std::string damaged = folder.write("abime.xlsx", "no zip").string();
    for (const std::string& taken : {mine, damaged}) {
        const std::string before = bytes_of(taken);
        const Ended ended = bilan({"run", "emploi", examples, "-o", taken});
        EXPECT_EQ(ended.exit, 4);
        EXPECT_EQ(ended.errors, "bilan: " + taken +
                                    "\u00A0: Ce fichier existe et bilan ne l'a pas produit comme rapport\u00A0: il "
                                    "serait perdu. Donnez un autre nom avec -o, ou déplacez-le d'abord. [BIL-941]\n");
        EXPECT_THAT(bilan({"--lang", "en", "run", "emploi", examples, "-o", taken}).errors,
                    HasSubstr("This file is there and is no report made by bilan: it would be lost. Give another name "
                              "with -o, or move it first."));
        EXPECT_EQ(bytes_of(taken), before);
    }
    const std::string own = folder.write("sortie.xlsx", "").string(); // nothing is lost
    EXPECT_EQ(bilan({"run", "emploi", examples, "-o", own}).exit, 1);
    EXPECT_EQ(bilan({"--lang", "en", "run", "emploi", examples, "-o", own}).exit, 1);
    EXPECT_EQ(bilan({"run", "emploi", examples, "-o", own}).exit, 1);
}

TEST(Slips, AnArchiveThatIsDamagedIsNoReportOfOurs)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "sortie.xlsx").string();
    ASSERT_EQ(bilan({"run", "emploi", examples, "-o", output}).exit, 1);
    const std::string whole = bytes_of(output);
    const std::size_t directory = whole.find("PK\1\2");
    ASSERT_NE(directory, std::string::npos);
    for (const std::string& damaged :
         {whole.substr(0, whole.size() / 2), whole.substr(0, directory) + std::string(whole.size() - directory, '\xFF'),
          whole.substr(directory), "PK\5\6" + std::string(18, '\xFF')}) {
        folder.write("sortie.xlsx", damaged);
        EXPECT_THAT(bilan({"run", "emploi", examples, "-o", output}).errors, HasSubstr("[BIL-941]"));
        EXPECT_EQ(bytes_of(output), damaged);
    }
}

/// What a spreadsheet leaves of a report when it saves it: the sheets, its own name or version, the day of saving.
std::string saved_by(const std::string& program, const std::string& version, const std::string& day)
{
    std::string sheets;
    for (const char* const name : {"Synthèse", "Sommaire", "Contrôles", "Sources", "Traçabilité", "Méthode"})
        sheets += std::string("<sheet name=\"") + name + "\"/>";
    return test::ZipBuilder{}
        .add("docProps/app.xml", "<Properties><Application>" + program + "</Application><AppVersion>" + version +
                                     "</AppVersion></Properties>")
        .add("docProps/core.xml", "<cp:coreProperties><dcterms:created xsi:type=\"dcterms:W3CDTF\">2025-12-31T00:00:00Z"
                                  "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">" +
                                      day + "</dcterms:modified></cp:coreProperties>")
        .add("xl/workbook.xml", "<workbook><sheets>" + sheets + "</sheets></workbook>")
        .bytes();
}

TEST(Slips, AReportThatSomebodyTypedIntoIsNotReplaced)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "sortie.xlsx").string();
    ASSERT_EQ(bilan({"run", "emploi", examples, "-o", output}).exit, 1);
    EXPECT_EQ(bilan({"run", "emploi", examples, "-o", output}).exit, 1) << "as bilan wrote it";
    folder.write("sortie.xlsx", saved_by("Microsoft Excel", "12.0000", "2025-12-31T00:00:00Z"));
    EXPECT_EQ(bilan({"run", "emploi", examples, "-o", output}).exit, 1) << "as our writer signs";
    for (const std::string& saved : {saved_by("Microsoft Excel", "16.0300", "2025-12-31T00:00:00Z"),
                                     saved_by("LibreOffice/7.4.7.2", "15.0000", "2025-12-31T00:00:00Z"),
                                     saved_by("Microsoft Excel", "12.0000", "2026-02-03T08:00:00Z")}) {
        folder.write("sortie.xlsx", saved);
        const Ended ended = bilan({"run", "emploi", examples, "-o", output});
        EXPECT_EQ(ended.exit, 4);
        EXPECT_EQ(
            ended.errors,
            "bilan: " + output +
                "\u00A0: Ce classeur a été enregistré par un tableur depuis que bilan l'a écrit\u00A0: ce qui y a "
                "été saisi (cellules à compléter, commentaires) serait perdu. Donnez un autre nom avec -o, "
                "déplacez-le d'abord, ou ajoutez --remplacer s'il n'y a rien à garder. [BIL-065]\n");
        EXPECT_THAT(
            bilan({"--lang", "en", "run", "emploi", examples, "-o", output}).errors,
            HasSubstr("A spreadsheet has saved this workbook since bilan wrote it: what was typed into it (cells "
                      "to fill in, comments) would be lost. Give another name with -o, move it first, or add "
                      "--replace if there is nothing to keep."));
        EXPECT_EQ(bytes_of(output), saved);
    }
    EXPECT_EQ(bilan({"run", "emploi", examples, "-o", output, "--remplacer"}).exit, 1);
    EXPECT_EQ(bilan({"run", "emploi", examples, "-o", output}).exit, 1);
}

TEST(Slips, ASheetThatMayBeFilledInIsNotReplaced)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "rempli.xlsx").string();
    ASSERT_EQ(bilan({"modele", "emploi", "-o", file}).exit, 0);
    const std::string before = bytes_of(file);
    const Ended ended = bilan({"modele", "emploi", "-o", file, "--annee", "2025"});
    EXPECT_EQ(ended.exit, 4);
    EXPECT_EQ(ended.errors, "bilan: " + file +
                                "\u00A0: Ce fichier existe déjà\u00A0; il est peut-être rempli, et serait perdu. "
                                "Donnez un autre nom avec -o, ou déplacez-le d'abord. [BIL-942]\n");
    EXPECT_THAT(bilan({"--lang", "en", "template", "emploi", "-o", file}).errors,
                HasSubstr("This file is there already; it may be filled in, and would be lost. Give another name with "
                          "-o, or move it first."));
    EXPECT_EQ(bytes_of(file), before);
}

TEST(Slips, AColumnAnsweredAwayIsNoQuestionAnyMore)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;Bénéficiaires;Colonne de travail\nX;Association;12;3\n").string();
    const auto shown = [&](const char* tongue) {
        return bilan({"--lang", tongue, "inspect", input, "--schema", "emploi", "--campaign", folder.path().string()})
            .out;
    };
    folder.write("mappings.toml", "[emploi]\n");
    EXPECT_THAT(shown("fr"), HasSubstr("# \"Colonne de travail\" = \"champ\""));
    folder.write("mappings.toml", "[emploi]\n\"Colonne de travail\" = \"\"\n");
    EXPECT_THAT(shown("fr"), HasSubstr("«\u00A0Colonne de travail »  → écartée\u00A0: votre réponse\n"));
    EXPECT_THAT(shown("en"), HasSubstr("  → left out: your answer\n"));
    EXPECT_THAT(shown("fr"), Not(HasSubstr("\"Colonne de travail\" =")));
}

TEST(Slips, ManyColumnsThatNobodyKnowsAreToldTogether)
{
    const TemporaryFolder folder;
    std::string headers = "Action;Porteur;Bénéficiaires;Femmes;Hommes;Abandons;Nombre de sorties";
    std::string row = "X;Association;12;5;7;1;2";
    for (int column = 0; column < 14; ++column) {
        headers += ";Zorglub " + std::to_string(column);
        row += ";a";
    }
    const std::string input = folder.write("a.csv", headers + ";;;;\n" + row + ";v;w;y;z\n").string();
    const std::string french = bilan({"inspect", input, "--schema", "emploi"}).out;
    EXPECT_THAT(french,
                HasSubstr("    H à Y (18\u00A0colonnes)  → non reconnues, laissées de côté\u00A0: «\u00A0Zorglub 0 », "
                          "«\u00A0Zorglub 1 »"));
    EXPECT_THAT(french, HasSubstr("«\u00A0Zorglub 7 », …\n"));
    EXPECT_THAT(french, HasSubstr("# \"Zorglub 11\" = \"champ\"\n      # … toutes les autres\u00A0: --json\n"));
    const std::string english = bilan({"--lang", "en", "inspect", input, "--schema", "emploi"}).out;
    EXPECT_THAT(english, HasSubstr("    H to Y (18\u00A0columns)  → not known, left out: "));
    EXPECT_THAT(english, HasSubstr("      # … all others: --json\n"));
    EXPECT_THAT(bilan({"--json", "inspect", input, "--schema", "emploi"}).out, HasSubstr("Zorglub 13"));
    const std::string bare =
        folder.write("b.csv", "Action;Porteur;Bénéficiaires;;;;\nX;Association;12;v;w;y;z\n").string();
    EXPECT_THAT(bilan({"inspect", bare, "--schema", "emploi"}).out,
                HasSubstr("    D à G (4\u00A0colonnes)  → non reconnues, laissées de côté, sans en-tête\n"));
}

TEST(Slips, WhatMayMakeATotalTooLargeStandsOnTheFirstPage)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("a.csv",
                   "Action;Porteur;Bénéficiaires\nX;Association;12\nX;Association;12\nY;Association;3\nTotal;;15\n")
            .string();
    const std::string output = (folder / "sortie.xlsx").string();
    for (const char* tongue : {"fr", "en"}) {
        ASSERT_EQ(bilan({"--lang", tongue, "run", "emploi", input, "--schema", "emploi", "-o", output}).exit, 0);
        const bool is_french = std::string_view(tongue) == "fr";
        const std::string page = bilan({"grid", output, "--sheet", is_french ? "Synthèse" : "Summary"}).out;
        EXPECT_THAT(page,
                    HasSubstr(is_french ? "Lignes peut-être comptées deux fois (C13)\u00A0: 1\u00A0; voir la feuille"
                                        : "Rows that are perhaps counted twice (C13): 1; see the sheet Controls."));
        EXPECT_THAT(page,
                    HasSubstr(is_french ? "Totaux écrits par les partenaires qui ne sont pas la somme de leurs "
                                          "lignes\u00A0: 1\u00A0; voir la feuille Contrôles."
                                        : "Totals as partners wrote them that are not the sum of their rows: 1; see"));
    }
}

TEST(Slips, NumbersThatNothingCountsStandOnTheFirstPage)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;Bénéficiaires;Zorglub\nX;Association;12;400\nY;Association;3;250\n")
            .string();
    const std::string output = (folder / "sortie.xlsx").string();
    for (const char* tongue : {"fr", "en"}) {
        ASSERT_EQ(bilan({"--lang", tongue, "run", "emploi", input, "--schema", "emploi", "-o", output}).exit, 0);
        const bool is_french = std::string_view(tongue) == "fr";
        EXPECT_THAT(
            bilan({"grid", output, "--sheet", is_french ? "Synthèse" : "Summary"}).out,
            HasSubstr(
                is_french
                    ? "Colonnes de nombres que rien ne compte\u00A0: a.csv\u00A0: Zorglub. Si ce sont des montants ou "
                      "des effectifs, ils manquent dans les chiffres\u00A0: dites dans mappings.toml ce qu'elles "
                      "sont (feuille Contrôles). Si ce sont des codes, il n'y a rien à faire."
                    : "Columns of numbers that nothing counts: a.csv: Zorglub. If they are amounts or people, the "
                      "figures miss them: say in mappings.toml what they are (sheet Controls). If they are codes, "
                      "there is nothing to do."));
    }
}

TEST(Slips, CodesOfDepartmentsAreNoNumbersThatNothingCounts)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "sortie.xlsx").string();
    const auto first_page = [&](const std::string& first, const std::string& second) {
        const std::string input =
            folder
                .write("a.csv", "Année;Département;Action;Financeur;Nature du crédit;Montant prévu\n2025;" + first +
                                    ";A;P147;spécifique politique de la ville;100\n2025;" + second +
                                    ";A;CAF;droit commun;30\n")
                .string();
        EXPECT_EQ(bilan({"run", "droit_commun", input, "-o", output}).exit, 0);
        return bilan({"grid", output, "--sheet", "Synthèse"}).out;
    };
    EXPECT_THAT(first_page("69", "974"), Not(HasSubstr("Colonnes de nombres")));
}

/// Two columns that surely give one field, and nothing tells them apart: the field is unreadable, not missing, and what
/// rests on it is no surer than that.
TEST(Slips, AColumnThatContestsAFieldStandsOnTheFirstPageAndLeavesTheFieldUnknown)
{
    const TemporaryFolder folder;
    const std::string input = folder
                                  .write("a.csv", "Action;Porteur;Bénéficiaires;Bénéficiaires;Femmes\n"
                                                  "X;Association;12;9;4\nY;Association;30;21;7\n")
                                  .string();
    const std::string output = (folder / "sortie.xlsx").string();
    ASSERT_EQ(bilan({"run", "emploi", input, "--schema", "emploi", "-o", output}).exit, 0);
    EXPECT_THAT(bilan({"grid", output, "--sheet", "Synthèse"}).out,
                HasSubstr("que rien ne compte\u00A0: a.csv\u00A0: Bénéficiaires. Si"));
    EXPECT_THAT(bilan({"read", input, "--schema", "emploi"}).out, HasSubstr("\"benef_total\":\"err\""));
}

TEST(Slips, TheDayOfProductionIsTheUsers)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", "Action;Porteur;Année;Bénéficiaires\nX;Asso;2023;12\n").string();
    const std::string output = (folder / "sortie.xlsx").string();
    ASSERT_EQ(bilan({"run", "emploi", input, "--schema", "emploi", "-o", output}).exit, 0);
    EXPECT_THAT(bilan({"grid", output}).out, Not(HasSubstr("établi le")));
    for (const char* day : {"2024-03-12", "12/03/2024"}) {
        ASSERT_EQ(bilan({"run", "emploi", input, "--schema", "emploi", "-o", output, "--date", day}).exit, 0);
        EXPECT_THAT(bilan({"grid", output, "--sheet", "Synthèse"}).out,
                    HasSubstr("exercice 2023 · établi le 12/03/2024"));
        EXPECT_THAT(bilan({"grid", output, "--sheet", "Méthode"}).out, HasSubstr("Établi le"));
    }
    ASSERT_EQ(
        bilan({"--lang", "en", "run", "emploi", input, "--schema", "emploi", "-o", output, "--date", "12/03/2024"})
            .exit,
        0);
    EXPECT_THAT(bilan({"grid", output, "--sheet", "Summary"}).out, HasSubstr("budget year 2023 · made on 2024-03-12"));
    const Ended slip = bilan({"run", "emploi", input, "-o", output, "--date", "12 mars"});
    EXPECT_EQ(slip.exit, 2);
    EXPECT_THAT(slip.errors,
                HasSubstr("«\u00A012 mars\u00A0» n'est pas un jour. Écrivez-le 2026-03-12 ou 12/03/2026."));
    EXPECT_THAT(bilan({"--lang", "en", "run", "emploi", input, "-o", output, "--date", "30/02/2024"}).errors,
                HasSubstr("\"30/02/2024\" is no day. Write it 2026-03-12 or 12/03/2026."));
}

/// Many rows that were not taken have a sheet whose header is printed on every page; rules have one of their own.
TEST(Slips, ManyRowsSetAsideHaveASheetOfTheirOwn)
{
    const TemporaryFolder folder;
    std::string few = "Action;Porteur;Bénéficiaires\nX;Association;12\nTotal;;12\n";
    const std::string output = (folder / "sortie.xlsx").string();
    const auto sheets = [&](const std::string& text) {
        const std::string input = folder.write("a.csv", text).string();
        EXPECT_EQ(bilan({"run", "emploi", input, "--schema", "emploi", "-o", output}).exit, 0);
        return bilan({"grid", output}).out;
    };
    EXPECT_THAT(sheets(few), Not(HasSubstr("\"sheet\":\"Lignes écartées\"")));
    for (int block = 0; block < 14; ++block) few += "Y" + std::to_string(block) + ";Association;12\nTotal;;12\n";
    const std::string many = sheets(few);
    EXPECT_THAT(many, HasSubstr("\"sheet\":\"Lignes écartées\""));
    EXPECT_THAT(many, HasSubstr("\"sheet\":\"Règles\""));
}

TEST(Slips, WhereToSeeTheInformationIsSaid)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;Bénéficiaires\nX;Association;12\nTotal;;12\n").string();
    EXPECT_THAT(bilan({"check", input, "--schema", "emploi"}).out,
                HasSubstr("(conversions, lignes écartées)\u00A0: une à une par --json, ou par --retours DOSSIER\n"));
    EXPECT_THAT(bilan({"--lang", "en", "check", input, "--schema", "emploi"}).out,
                HasSubstr("(conversions, rows set aside): one by one by --json, or by --return-dir FOLDER\n"));
    const std::string output = (folder / "sortie.xlsx").string();
    EXPECT_THAT(bilan({"run", "emploi", input, "--schema", "emploi", "-o", output}).out,
                HasSubstr("(conversions, lignes écartées)\u00A0: feuille Contrôles\n"));
    EXPECT_THAT(bilan({"inspect", input, "--schema", "emploi"}).out, HasSubstr("    ligne 3\u00A0: La ligne"));
}

TEST(Slips, AHeaderWithAFullStopIsShownWhole)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", "Action;Porteur;Nb hab. QPV\nX;Association;3\n").string();
    EXPECT_THAT(bilan({"inspect", input, "--schema", "emploi"}).out,
                HasSubstr("%, L'en-tête est un libellé connu du champ\u00A0: «\u00A0Nb hab. QPV\u00A0»)\n"));
    EXPECT_THAT(bilan({"--lang", "en", "inspect", input, "--schema", "emploi"}).out, HasSubstr("\"Nb hab. QPV\")\n"));
}

TEST(Slips, WithoutARowTheReasonIsSaid)
{
    const TemporaryFolder folder;
    const std::string note = folder.write("note.csv", "Rapport de visite\n").string();
    const Ended ended = bilan({"check", note});
    EXPECT_EQ(ended.exit, 1);
    EXPECT_THAT(ended.out, HasSubstr("Aucun tableau n'a été trouvé dans la feuille."));
    EXPECT_THAT(ended.errors, HasSubstr("[BIL-152]"));

    const std::string blank = (folder / "modele.xlsx").string();
    ASSERT_EQ(bilan({"modele", "emploi", "-o", blank}).exit, 0);
    const std::string output = (folder / "sortie.xlsx").string();
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"check", blank}, {"run", "emploi", blank, "-o", output}}) {
        EXPECT_EQ(bilan(words).errors,
                  "bilan: modele.xlsx\u00A0: Le modèle n'est pas encore rempli\u00A0: il n'y a que la ligne d'exemple. "
                  "Remplissez la feuille Saisie sous cette ligne, ou demandez au partenaire le fichier rempli. "
                  "[BIL-949]\n");
        std::vector<std::string> english = words;
        english.insert(english.begin(), {"--lang", "en"});
        const Ended told = bilan(english);
        EXPECT_EQ(told.exit, 1);
        EXPECT_THAT(told.errors,
                    HasSubstr("The template is not filled in yet: there is only the example. Fill in the sheet Data "
                              "below it, or ask the partner for the file filled in."));
    }
}

TEST(Slips, TheDoctorSaysWhenNothingCanBeWrittenHere)
{
    // Nobody, root neither, writes into a folder that is gone.
    const auto doctor = [](const char* words) {
        return run_program({"/bin/sh", "-c", std::string("d=$(mktemp -d); cd $d; rmdir $d; exec \"$1\" ") + words, "sh",
                            BILAN_BUILD_DIR "/bin/bilan"});
    };
    const Ended french = doctor("docteur");
    EXPECT_EQ(french.exit, 4) << french.errors;
    EXPECT_THAT(french.out, HasSubstr("Le dossier courant refuse l'écriture\u00A0: aucun classeur ne peut y être fait. "
                                      "Changez de dossier, ou donnez à -o un chemin ailleurs.\n"));
    EXPECT_THAT(french.out, Not(HasSubstr("Tout est en ordre")));
    const Ended english = doctor("doctor --lang en");
    EXPECT_THAT(english.out, HasSubstr("The current folder cannot be written to: no workbook can be made here. Change "
                                       "to another folder, or give -o a path elsewhere.\n"));
    EXPECT_THAT(english.out, Not(HasSubstr("All is well")));
}

TEST(Slips, ACampaignMadeTwiceIsNamedByItsFolder)
{
    const TemporaryFolder folder;
    const std::string campaign = (folder / "cdv").string();
    ASSERT_EQ(bilan({"nouveau", "campagne", "cdv", campaign}).exit, 0);
    const Ended again = bilan({"nouveau", "campagne", "cdv", campaign});
    EXPECT_EQ(again.exit, 4);
    EXPECT_EQ(again.errors, "bilan: Le dossier «\u00A0" + campaign +
                                "\u00A0» existe déjà. Choisissez un autre nom, ou déplacez-le d'abord. [BIL-944]\n");
    EXPECT_THAT(bilan({"--lang", "en", "new", "campaign", "cdv", campaign}).errors,
                HasSubstr("The folder \"" + campaign + "\" is there already. Choose another name, or move it first."));
}

TEST(Slips, ACampaignFolderWithNothingToReadIsSaid)
{
    const TemporaryFolder folder;
    const std::string campaign = folder.path().string();
    const std::string input = folder.write("entrees/a.csv", table).string();
    const auto told = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"check", input, "--campaign", campaign});
        return bilan(words).errors;
    };
    EXPECT_EQ(told({}), "bilan: " + campaign +
                            "\u00A0: Rien de ce que bilan cherche dans un dossier de campagne n'y est\u00A0: ni "
                            "mappings.toml, ni references/, ni reports/, ni scripts/. Vérifiez le dossier donné à "
                            "--campagne. [BIL-945]\n");
    EXPECT_THAT(told({"--lang", "en"}), HasSubstr("Nothing that bilan looks for in a campaign folder is there: no "
                                                  "mappings.toml, references/, reports/ or scripts/. Check the folder "
                                                  "given to --campaign."));
    folder.write("mapping.toml", "[emploi]\n");
    EXPECT_EQ(told({}), "bilan: " + campaign +
                            "\u00A0: «\u00A0mapping.toml\u00A0» n'est pas lu\u00A0: dans un dossier de campagne, bilan "
                            "cherche mappings.toml, references/, reports/ et scripts/. Si c'est "
                            "«\u00A0mappings.toml\u00A0», renommez-le. [BIL-946]\n");
    EXPECT_THAT(told({"--lang", "en"}), HasSubstr("\"mapping.toml\" is not read: in a campaign folder, bilan looks for "
                                                  "mappings.toml, references/, reports/ and scripts/. If it is "
                                                  "\"mappings.toml\", rename it."));
    EXPECT_THAT(told({"--json"}), HasSubstr(R"("type":"warning","code":"BIL-946")"));
    folder.write("mappings.toml", "[emploi]\n");
    EXPECT_EQ(told({}), "");
}

TEST(Slips, TheHelpOfRunSaysWhatTheWorkbookIsCalled)
{
    EXPECT_THAT(bilan({"produire", "--aide"}).out, HasSubstr("bilan_RAPPORT.xlsx"));
    EXPECT_THAT(bilan({"--lang", "en", "run", "--help"}).out, HasSubstr("bilan_REPORT.xlsx"));
}

TEST(Slips, AListWithASlipInItsHeaderIsToldWhich)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", table).string();
    const auto told = [&](const std::string& header, const char* tongue) {
        const std::string list = folder.write("quartiers.csv", header + "\nQN03101M;Quartier fictif\n").string();
        return bilan({"--lang", tongue, "check", input, "--reference", list}).errors;
    };
    EXPECT_EQ(told("code_pq;lib_qp", "fr"),
              "bilan: quartiers.csv\u00A0: Aucune liste de quartiers, de communes ou de correspondance 2015-2024 n'a "
              "été reconnue dans ce fichier. En-têtes lus\u00A0: code_pq, lib_qp. «\u00A0code_pq\u00A0» devait "
              "peut-être être «\u00A0code_qp\u00A0»\u00A0: corrigez l'en-tête. [BIL-948]\n");
    EXPECT_THAT(told("code_pq;lib_qp", "en"),
                HasSubstr("Headers read: code_pq, lib_qp. \"code_pq\" was perhaps meant to be \"code_qp\": correct the "
                          "header."));
    EXPECT_THAT(told("couleur;forme", "fr"),
                HasSubstr("En-têtes lus\u00A0: couleur, forme. Donnez une liste dont les en-têtes sont par exemple "
                          "code_qp et lib_qp, codgeo et libgeo, ou QP2024 et QP2015_1. [BIL-947]"));
    EXPECT_THAT(told("couleur;forme", "en"),
                HasSubstr("Headers read: couleur, forme. Give a list whose headers are for example code_qp and lib_qp, "
                          "codgeo and libgeo, or QP2024 and QP2015_1."));
}

/// Rows of two years without a year chosen: the heading says which years are together.
TEST(Slips, WithoutAYearTheHeadingNamesThoseThatWereRead)
{
    const TemporaryFolder folder;
    const std::string input = folder
                                  .write("a.csv", "Exercice;Porteur;Intitulé de l'action;Bénéficiaires;Femmes;Hommes\n"
                                                  "2024;Cap;Permis;10;6;4\n2025;Cap;Permis;12;6;6\n")
                                  .string();
    const std::string output = (folder.path() / "e.xlsx").string();
    const auto cells = [&](const std::string& language, const std::vector<std::string>& more) {
        std::vector<std::string> words = {"--lang", language, "run", "emploi", input, "-o", output};
        words.insert(words.end(), more.begin(), more.end());
        EXPECT_EQ(bilan(words).exit, 0);
        return bilan({"grid", output}).out;
    };
    EXPECT_THAT(cells("fr", {}), AllOf(HasSubstr("exercices 2024, 2025"),
                                       HasSubstr("non précisé\u00A0: toutes les lignes (2024, 2025)")));
    EXPECT_THAT(cells("en", {}),
                AllOf(HasSubstr("budget years 2024, 2025"), HasSubstr("not given: all rows (2024, 2025)")));
    EXPECT_THAT(cells("fr", {"--year", "2025"}), HasSubstr("exercice 2025"));
}

TEST(ScriptSlips, AYearThatNobodySaysIsSaidOnTheFirstPage)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Intitulé;Porteur;Montant accordé;Cotation\nUn;Cap;100;G1\nDeux;Cap;50;G0\n").string();
    const std::string output = (folder.path() / "b.xlsx").string();
    const auto first_page = [&](const std::string& language, const std::vector<std::string>& more) {
        std::vector<std::string> words = {"--lang", language, "run", "bie", input, "-o", output};
        words.insert(words.end(), more.begin(), more.end());
        EXPECT_EQ(bilan(words).exit, 0);
        return bilan({"grid", output, "--sheet", language == "fr" ? "Synthèse" : "Summary"}).out;
    };
    EXPECT_THAT(first_page("fr", {}),
                AllOf(HasSubstr("exercice non précisé"), HasSubstr("Exercice non précisé\u00A0: aucun fichier"),
                      HasSubstr("Relancez avec --annee AAAA")));
    EXPECT_THAT(first_page("en", {}), AllOf(HasSubstr("budget year not stated"), HasSubstr("with --year YYYY")));
    EXPECT_THAT(first_page("fr", {"--year", "2025"}), Not(HasSubstr("non précisé")));
    folder.write("a.csv", "Exercice;Intitulé;Porteur;Montant accordé;Cotation\n2025;Un;Cap;100;G1\n;Deux;Cap;50;G0\n");
    EXPECT_THAT(first_page("fr", {}),
                AllOf(Not(HasSubstr("non précisé")),
                      HasSubstr("Lignes sans exercice (actions), comptées avec les autres\u00A0: 1. Relancez")));
}

TEST(Slips, AYearThatNoRowIsOfIsRefused)
{
    const TemporaryFolder folder;
    const std::string rows = "Exercice;Porteur;Intitulé de l'action;Bénéficiaires;Femmes;Hommes;Sorties\n"
                             "2024;Cap;Permis;10;6;4;3\n2025;Cap;Permis;12;6;6;3\n2025;Cap;Code;8;4;4;2\n";
    const std::string input = folder.write("a.csv", rows).string();
    const std::string output = (folder.path() / "e.xlsx").string();
    const Ended french = bilan({"--langue", "fr", "produire", "emploi", input, "-o", output, "--annee", "2052"});
    EXPECT_EQ(french.exit, 1) << french.errors;
    EXPECT_THAT(french.errors, HasSubstr("Aucune ligne lue n'est de l'exercice 2052. Lignes dont l'exercice est "
                                         "connu\u00A0: 3, de 2024, 2025. Vérifiez --annee. [BIL-953]"));
    EXPECT_FALSE(std::filesystem::exists(output));
    const Ended english = bilan({"--lang", "en", "run", "emploi", input, "-o", output, "--year", "2026"});
    EXPECT_EQ(english.exit, 1);
    EXPECT_THAT(english.errors, HasSubstr("No row read is of the year 2026. Rows whose year is known: 3, of 2024, "
                                          "2025. Check --year. [BIL-953]"));
    EXPECT_EQ(bilan({"run", "emploi", input, "-o", output, "--year", "2025"}).exit, 0);
}

} // namespace
} // namespace bilan::support
