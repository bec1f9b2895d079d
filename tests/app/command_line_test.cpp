// SPDX-License-Identifier: MPL-2.0
//
// Every way of ending, with its sentence.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;

TEST(CommandLine, WithoutACommandShowsHelp)
{
    const Ended ended = bilan({});
    EXPECT_EQ(ended.exit, 0);
    EXPECT_THAT(ended.out, HasSubstr("bilan produire emploi"));
}

TEST(CommandLine, EnglishWhenAskedOrInTheEnvironment)
{
    EXPECT_THAT(bilan({"--help"}).out, HasSubstr("Chaque commande a son aide"));
    EXPECT_THAT(bilan({"--help", "--lang", "en"}).out, HasSubstr("Each command has its help"));
    EXPECT_THAT(bilan({"--help"}, {{"LANG", "en_GB.UTF-8"}}).out, HasSubstr("Each command has its help"));
}

TEST(CommandLine, AMisspeltCommandGetsASuggestion)
{
    const Ended ended = bilan({"inspct", "x.xlsx"});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_EQ(ended.errors, "bilan: «\u00A0inspct\u00A0» n'est pas une commande ni une option d'ici. Vouliez-vous dire "
                            "«\u00A0inspect\u00A0»\u00A0? [BIL-101]\n");
}

TEST(CommandLine, AMisspeltOptionGetsASuggestion)
{
    const Ended ended = bilan({"run", "emploi", examples, "--teritory", "X"});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_THAT(ended.errors, HasSubstr("--territory"));
}

TEST(CommandLine, AMissingArgumentIsNamedWithItsMeaning)
{
    EXPECT_EQ(bilan({"grid"}).errors,
              "bilan: Il manque FICHIER (fichier). Ajoutez --aide après la commande pour voir ce qu'elle attend. "
              "[BIL-104]\n");
    EXPECT_EQ(bilan({"run", "emploi", "--lang", "en"}).errors,
              "bilan: INPUT is missing (files and folders). Add --help after the command to see what it takes. "
              "[BIL-104]\n");
}

TEST(CommandLine, AValueThatDoesNotSuitIsShownWithWhatWould)
{
    for (const char* year : {"abc", "3", "20255"})
        EXPECT_EQ(bilan({"run", "emploi", examples, "--annee", year}).errors,
                  "bilan: «\u00A0" + std::string(year) +
                      "\u00A0» ne convient pas à --annee (exercice, de 2000 à 2100). Ajoutez --aide après la commande "
                      "pour voir ce qu'elle attend. [BIL-105]\n");
    EXPECT_THAT(bilan({"doctor", "--lang", "it"}).errors, HasSubstr("«\u00A0it\u00A0» ne convient pas à --langue"));
    EXPECT_EQ(bilan({"check", examples, "--year"}).errors,
              "bilan: --annee demande une valeur (exercice, de 2000 à 2100). Écrivez-la derrière, par exemple "
              "--annee=…, ou retirez l'option. [BIL-109]\n");
}

TEST(CommandLine, HelpHasNoEnglishWordInFrench)
{
    for (const char* command : {"run", "check", "inspect", "read", "grid", "reports", "plugins", "doctor", "meta"}) {
        const std::string help = bilan({command, "--aide"}).out;
        for (const char* english : {"TEXT ", "INT", "required", "Usage", "Subcommands", "Positionals", "Display"})
            EXPECT_EQ(help.find(english), std::string::npos) << command << ": " << english << "\n" << help;
    }
    EXPECT_EQ(bilan({"--aide"}).out.find("Display"), std::string::npos);
    EXPECT_THAT(bilan({"run", "--aide"}).out, HasSubstr("--year,--annee=NOMBRE"));
    EXPECT_THAT(bilan({"run", "--help", "--lang", "en"}).out, HasSubstr("--year,--annee=NUMBER"));
}

TEST(CommandLine, VerbsHaveTheirFrenchNames)
{
    for (const char* verb :
         {"produire", "verifier", "inspecter", "lire", "grille", "rapports", "extensions", "diagnostic"})
        EXPECT_EQ(bilan({verb, "--aide"}).exit, 0) << verb;
}

TEST(CommandLine, InspectAnnouncesEncodingAndSeparator)
{
    const TemporaryFolder folder;
    const std::string file = folder.write("quartiers.csv", "Quartier;B\xE9"
                                                           "n\xE9"
                                                           "ficiaires\nLes Bergeries;12\n");
    EXPECT_THAT(bilan({"inspect", file}).out, HasSubstr("quartiers.csv  (csv, windows-1252, ;)"));
}

TEST(CommandLine, ProfilesThatNeedSecrecyAreRefused)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "out.xlsx").string();
    for (const char* profile : {"partenaires", "public"}) {
        const Ended ended = bilan({"run", "emploi", examples, "-o", output, "--profile", profile});
        EXPECT_EQ(ended.exit, 5);
        EXPECT_EQ(ended.errors,
                  "bilan: Le profil «\u00A0" + std::string(profile) +
                      "\u00A0» demande le secret statistique, que cette version ne sait pas "
                      "appliquer\u00A0: rien n'a été écrit. Relancez avec --profil interne, et ne diffusez "
                      "pas le classeur. [BIL-500]\n");
        EXPECT_FALSE(std::filesystem::exists(output));
    }
}

TEST(CommandLine, InputsThatCannotBeReadEndWithThree)
{
    const TemporaryFolder folder;
    EXPECT_EQ(bilan({"grid", (folder / "absent.xlsx").string()}).exit, 3);
    const Ended pdf = bilan({"grid", folder.write("scan.xlsx", "%PDF-1.4 …").string()});
    EXPECT_EQ(pdf.exit, 3);
    EXPECT_EQ(pdf.out, "");
    EXPECT_EQ(count_of(pdf.errors, "\n"), 1U) << pdf.errors;
    EXPECT_THAT(pdf.errors, HasSubstr("est un PDF"));
    EXPECT_EQ(bilan({"run", "emploi", folder.path().string(), "-o", (folder / "out.xlsx").string()}).exit, 3);
}

TEST(CommandLine, OutputsThatCannotBeWrittenEndWithFour)
{
    const TemporaryFolder folder;
    const Ended ended = bilan({"run", "emploi", examples, "-o", (folder / "absent/out.xlsx").string()});
    EXPECT_EQ(ended.exit, 4);
    EXPECT_THAT(ended.errors, HasSubstr("[BIL-421]"));
}

TEST(CommandLine, FoldersThatCannotBeMadeEndWithFour)
{
    const TemporaryFolder folder;
    const std::string taken = folder.write("taken", "a file").string();
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"new", "report", "x", taken + "/x"},
                                               {"new", "campaign", "x", taken + "/x"},
                                               {"new", "plugin", "x", taken + "/x"},
                                               {"doc", "--pages", taken},
                                               {"check", examples, "--return-dir", taken + "/x"}}) {
        const Ended ended = bilan(words);
        EXPECT_EQ(ended.exit, 4) << words.front();
        EXPECT_THAT(ended.errors, HasSubstr("L'écriture dans «\u00A0" + taken)) << words.front();
        EXPECT_THAT(ended.errors, HasSubstr("[BIL-423]")) << words.front();
    }
}

TEST(CommandLine, AFullStandardOutputEndsWithFour)
{
    for (const char* words :
         {"meta", "--help", "check --json \"$2\"", "read \"$2\"", "grid \"$2\"/ccas_valmont.xlsx"}) {
        const Ended ended = run_program({"/bin/sh", "-c", std::string("exec \"$1\" ") + words + " > /dev/full", "sh",
                                         BILAN_BUILD_DIR "/bin/bilan", examples});
        EXPECT_EQ(ended.exit, 4) << words;
        EXPECT_THAT(ended.errors, HasSubstr("BIL-427")) << words;
    }
}

TEST(CommandLine, ASchemaThatIsNotThereIsAnErrorOfEveryCommand)
{
    const TemporaryFolder folder;
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"check", examples},
                                               {"read", examples},
                                               {"inspect", examples},
                                               {"watch", "emploi", examples, "--rounds", "1"},
                                               {"run", "emploi", examples, "-o", (folder / "o.xlsx").string()}}) {
        std::vector<std::string> all = words;
        all.insert(all.end(), {"--schema", "emplo"});
        const Ended ended = bilan(all);
        EXPECT_EQ(ended.exit, 2) << words.front();
        EXPECT_THAT(ended.errors, HasSubstr("Vouliez-vous dire «\u00A0emploi\u00A0»")) << words.front();
    }
    EXPECT_THAT(bilan({"check", examples, "--schema", "nope"}).errors, HasSubstr("[BIL-107]"));
}

TEST(CommandLine, AnOutputWithoutAnExtensionIsToldSo)
{
    const TemporaryFolder folder;
    EXPECT_THAT(bilan({"run", "emploi", examples, "-o", (folder / "sortie").string()}).errors, HasSubstr("[BIL-183]"));
}

TEST(CommandLine, AnInputIsNeverOverwritten)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", "Action;Porteur;Bénéficiaires\nx;y;1\n").string();
    const std::string before = bytes_of(input);
    const Ended ended = bilan({"run", "emploi", folder.path().string(), "-o", (folder / "./a.csv").string()});
    EXPECT_NE(ended.exit, 0);
    EXPECT_EQ(bytes_of(input), before);
    std::filesystem::copy_file(examples + "/ccas_valmont.xlsx", folder / "ccas.xlsx");
    const Ended again = bilan({"run", "emploi", folder.path().string(), "-o",
                               (folder / "../" / folder.path().filename() / "ccas.xlsx").string()});
    EXPECT_EQ(again.exit, 4);
    EXPECT_THAT(again.errors, HasSubstr("[BIL-425]"));
}

TEST(CommandLine, ABilanWorkbookAmongTheInputsIsSetAside)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "sortie.xlsx").string();
    ASSERT_EQ(bilan({"run", "emploi", examples, "-o", output}).exit, 1);
    const Ended ended = bilan({"read", output});
    EXPECT_EQ(count_of(ended.out, R"("type":"row")"), 0U);
    EXPECT_THAT(ended.out, HasSubstr(R"("code":"BIL-165")"));
}

TEST(CommandLine, NothingToReportEndsWithOne)
{
    const TemporaryFolder folder;
    folder.write("liste.csv", "couleur;forme\nrouge;rond\nbleu;carré\n");
    const Ended ended = bilan({"run", "emploi", folder.path().string(), "-o", (folder / "out.xlsx").string()});
    EXPECT_EQ(ended.exit, 1);
    EXPECT_THAT(
        ended.errors,
        HasSubstr("Aucune ligne des schémas demandés (emploi, action) n'a été lue. Schémas lus, par fichier\u00A0: "
                  "liste.csv (aucun schéma). Si c'est le bon fichier, donnez --schema\u00A0; «\u00A0bilan "
                  "inspecter\u00A0» dit ce qui en a été compris. [BIL-158]"));
    folder.write("cites.csv", "Conseil citoyen;QPV;Nb membres;Collège habitants\nCC Nord;QP069010;12;7\n");
    EXPECT_THAT(
        bilan({"run", "emploi", folder.path().string(), "-o", (folder / "out.xlsx").string(), "--lang", "en"}).errors,
        HasSubstr("was read. Schemas read, by file: cites.csv (conseil); liste.csv (no schema). If it is the right "
                  "file, give --schema; \"bilan inspect\" says what was understood of it. [BIL-158]"));
    EXPECT_FALSE(std::filesystem::exists(folder / "out.xlsx"));
}

TEST(CommandLine, FilesThatGiveAReportNothingToWriteAreNoMistakeOfItsScript)
{
    const TemporaryFolder folder;
    folder.write("communes.csv", "Niveau;Commune;Code INSEE;Année;Population;Source\n"
                                 "commune;Valmont;02408;2024;1000;Insee\ncommune;Rive;02409;2024;500;Insee\n");
    const std::string output = (folder / "out.xlsx").string();
    const Ended ended = bilan({"run", "paqte", folder.path().string(), "-o", output});
    EXPECT_EQ(ended.exit, 1);
    EXPECT_THAT(
        ended.errors,
        HasSubstr("Ces fichiers ne donnent rien à écrire à ce rapport. Aucune liste de signataires reçue, ni aucun "
                  "quartier. Vérifiez que ce sont les bons fichiers et le bon "
                  "exercice\u00A0; «\u00A0bilan inspecter\u00A0» dit ce qui en a été compris. [BIL-442]"));
    EXPECT_THAT(
        bilan({"run", "paqte", folder.path().string(), "-o", output, "--lang", "en"}).errors,
        HasSubstr("These files give this report nothing to write. No list of signatories received, nor any quarter. "
                  "Check that they are the right files and the right year; \"bilan "
                  "inspect\" says what was understood of them. [BIL-442]"));
    EXPECT_FALSE(std::filesystem::exists(output));
}

TEST(CommandLine, AnUnknownReportNamesThoseThereAre)
{
    const Ended ended = bilan({"run", "emploie", examples, "-o", "out.xlsx"});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_THAT(ended.errors, HasSubstr("emploi"));
}

TEST(CommandLine, AWrongParameterIsNamed)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "out.xlsx").string();
    EXPECT_THAT(bilan({"run", "emploi", examples, "-o", output, "--param", "seuil=1"}).errors, HasSubstr("[BIL-157]"));
    EXPECT_THAT(bilan({"run", "emploi", examples, "-o", output, "--param", "seuil_couverture=beaucoup"}).errors,
                HasSubstr("[BIL-154]"));
    EXPECT_EQ(bilan({"run", "emploi", examples, "-o", output, "--param", "seuil_couverture"}).exit, 2);
}

TEST(CommandLine, TheDoctorFindsNothingWrong)
{
    const Ended ended = bilan({"doctor"});
    EXPECT_EQ(ended.exit, 0) << ended.out;
    EXPECT_THAT(ended.out, HasSubstr("Tout est en ordre."));
}

} // namespace
} // namespace bilan::support
