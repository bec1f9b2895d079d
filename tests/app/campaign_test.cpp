// SPDX-License-Identifier: MPL-2.0
//
// What a campaign's folder changes: the answers about headers that it remembers.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* partner = "Action;Porteur;Zorglub;Entrées;Sorties;Emploi durable\n"
                                "Parcours fictif;Association fictive;12;12;8;3\n";

TEST(Campaign, AnAnswerAboutAHeaderIsRemembered)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("entrees/a.csv", partner).string();
    EXPECT_THAT(bilan({"read", input}).out, testing::Not(HasSubstr("benef_total\":12")));
    folder.write("mappings.toml", "[emploi]\n\"ZORGLUB\" = \"benef_total\"\n");
    EXPECT_THAT(bilan({"read", input, "--campaign", folder.path().string()}).out, HasSubstr("\"benef_total\":12"));
}

TEST(Campaign, AWrongAnswerIsRefusedWithFileAndLine)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string file = folder.write("mappings.toml", "[emploi]\n\"Zorglub\" = \"benef_totl\"\n").string();
    const Ended ended = bilan({"read", input, "--campaign", folder.path().string()});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_EQ(ended.errors, "bilan: " + file +
                                ":2\u00A0: «\u00A0benef_totl\u00A0» n'est pas un champ du schéma emploi. "
                                "Vouliez-vous dire «\u00A0benef_total\u00A0»\u00A0? [BIL-164]\n");
    folder.write("mappings.toml", "[emplois]\n\"Zorglub\" = \"benef_total\"\n");
    EXPECT_THAT(bilan({"read", input, "--campaign", folder.path().string()}).errors, HasSubstr("[BIL-162]"));
    folder.write("mappings.toml", "# 2025\n[emploi\n");
    EXPECT_EQ(bilan({"read", input, "--campaign", folder.path().string()}).errors,
              "bilan: " + file +
                  ":2\u00A0: Ligne qui n'est pas comprise\u00A0: «\u00A0[emploi\u00A0». Une réponse s'écrit "
                  "en-tête = champ, les deux entre guillemets droits, sous le nom d'un schéma entre crochets\u00A0; "
                  "bilan inspecter donne des lignes toutes prêtes. [BIL-161]\n");
    EXPECT_THAT(bilan({"--lang", "en", "read", input, "--campaign", folder.path().string()}).errors,
                HasSubstr("This line is not understood: \"[emploi\". An answer is written"));
    folder.write("mappings.toml", "[emploi]\n\"Zorglub\" = \"benef_total\"\n\"Zorglub\" = \"benef_f\"\n");
    EXPECT_EQ(bilan({"read", input, "--campaign", folder.path().string()}).errors,
              "bilan: " + file +
                  ":3\u00A0: Cet en-tête ou ce schéma a déjà une réponse plus haut dans le fichier\u00A0: "
                  "«\u00A0\"Zorglub\" = \"benef_f\"\u00A0». Gardez la bonne des deux lignes. [BIL-950]\n");
    EXPECT_THAT(bilan({"--lang", "en", "read", input, "--campaign", folder.path().string()}).errors,
                HasSubstr("has an answer above in the file already: \"\"Zorglub\" = \"benef_f\"\". Keep the right"));
}

TEST(Campaign, TheLinesThatInspectPreparesCanBePastedAsTheyAre)
{
    const TemporaryFolder folder;
    const std::string input = folder
                                  .write("a.csv", "Action;Porteur;Bénéficiaires;Total bénéficiaires accueillis;Sortis "
                                                  "recensés;Zorglub;Entrées;Emploi durable\n"
                                                  "Parcours fictif;Association fictive;12;13;8;3;12;3\n")
                                  .string();
    const std::string shown = bilan({"inspect", input, "--schema", "emploi"}).out;
    const std::size_t block = shown.find("[emploi]");
    ASSERT_NE(block, std::string::npos) << shown;
    EXPECT_THAT(shown, HasSubstr("\n      \"Sortis recensés\" = \"nb_sorties\"\n"));
    EXPECT_THAT(shown, HasSubstr("\n      # \"Zorglub\" = \"champ\"\n"));
    const auto total_of = [&] { return bilan({"read", input, "--campaign", folder.path().string()}).out; };
    EXPECT_THAT(total_of(), HasSubstr("\"benef_total\":12"));
    folder.write("mappings.toml", shown.substr(block));
    EXPECT_THAT(total_of(), HasSubstr("\"benef_total\":12"));
    EXPECT_THAT(total_of(), HasSubstr("\"nb_sorties\":8"));
}

TEST(Campaign, AHeaderThatSaysMoreThanItsFieldIsNoAnswerToPaste)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;Exercice;Femmes (encadrantes)\nA;P;2025;12\nB;Q;2025;7\n").string();
    EXPECT_THAT(bilan({"inspect", input}).out,
                HasSubstr("\n      # \"Femmes (encadrantes)\" = \"champ\"  # peut-être\u00A0: benef_f\n"));
    EXPECT_THAT(bilan({"--lang", "en", "inspect", input}).out,
                HasSubstr("\n      # \"Femmes (encadrantes)\" = \"field\"  # perhaps: benef_f\n"));
}

TEST(Campaign, AHeaderOfTwoLinesIsPreparedOnOne)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;\"Zorglub\nfictif\"\nParcours fictif;Association fictive;12\n").string();
    EXPECT_THAT(bilan({"inspect", input, "--schema", "emploi"}).out, HasSubstr("# \"Zorglub fictif\" = \"champ\"\n"));
    folder.write("mappings.toml", "[emploi]\n\"Zorglub fictif\" = \"benef_total\"\n");
    EXPECT_THAT(bilan({"read", input, "--schema", "emploi", "--campaign", folder.path().string()}).out,
                HasSubstr("\"benef_total\":12"));
}

TEST(Campaign, SeveralPossibleAnswersAreAllNamedAndNonePrepared)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;Bénéficiaires;Entrées prévues;Sorties\nA;X;12;20;3\nB;X;13;21;4\n")
            .string();
    EXPECT_THAT(bilan({"inspect", input, "--schema", "emploi"}).out,
                HasSubstr("\n      # \"Entrées prévues\" = \"champ\"  # au choix\u00A0: benef_prevu, nb_entrees\n"));
    EXPECT_THAT(bilan({"inspect", input, "--schema", "emploi", "--lang", "en"}).out,
                HasSubstr("\n      # \"Entrées prévues\" = \"field\"  # one of: benef_prevu, nb_entrees\n"));
}

TEST(Campaign, AReportWithoutAnyFigureSaysWhy)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", "Action;Porteur;Femmes;Hommes;Total\nPermis;A;20;25;45\n").string();
    const std::string output = (folder.path() / "o.xlsx").string();
    EXPECT_THAT(
        bilan({"run", "emploi", input, "-o", output, "--schema", "action"}).out,
        HasSubstr("Aucun chiffre\u00A0: les lignes lues n'en donnent pas à ce rapport (schémas lus\u00A0: action). "
                  "«\u00A0bilan inspecter\u00A0» dit ce qui a été compris\u00A0; --schema en impose un "
                  "autre.\n"));
    EXPECT_THAT(bilan({"run", "emploi", input, "-o", output, "--schema", "action", "--lang", "en"}).out,
                HasSubstr("No figure: the rows that were read give this report none (schemas read: action). \"bilan "
                          "inspect\" says what was understood; --schema asks for another.\n"));
    EXPECT_THAT(bilan({"run", "emploi", input, "-o", output, "--schema", "emploi"}).out,
                testing::Not(HasSubstr("Aucun chiffre")));
    const std::string list = folder
                                 .write("liste.lua", "local bilan = require 'bilan'\n"
                                                     "return bilan.report { api = 1, id = 'liste', title = 'Liste', "
                                                     "datasets = { 'emploi' }, build = function(run)\n"
                                                     "run:table { id = 'l', title = 'L', data = run:dataset "
                                                     "'emploi':select { 'porteur' } } end }\n")
                                 .string();
    EXPECT_THAT(bilan({"run", list, input, "-o", output, "--schema", "emploi"}).out,
                testing::Not(HasSubstr("Aucun chiffre"))); // it lists rows, which is what it is for
}

TEST(Campaign, AProgrammingAloneHasItsShareOfEmploymentAndNoEmploymentTheme)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("a.csv", "Exercice;Intitulé de l'action;Porteur;Pilier;Demandé P147;Accordé P147;Cotation\n"
                            "2025;Parcours;A;Emploi;60;50;G1\n2025;Lecture;B;Cohésion sociale;200;150;G0\n")
            .string();
    const std::string alone = (folder.path() / "emploi.xlsx").string();
    EXPECT_EQ(bilan({"run", "emploi", input, "-o", alone, "--year", "2025"}).exit, 0);
    const std::string cells = bilan({"grid", alone, "--sheet", "Enveloppe P147"}).out;
    EXPECT_THAT(cells, HasSubstr("\"value\":0.25,")); // 50 of 200
    EXPECT_THAT(bilan({"grid", alone, "--sheet", "Synthèse"}).out, HasSubstr("Aucune action au format emploi"));
    const std::string all = (folder.path() / "campagne.xlsx").string();
    EXPECT_EQ(bilan({"run", "campagne", input, "-o", all, "--year", "2025"}).exit, 0);
    EXPECT_THAT(bilan({"grid", all, "--sheet", "Sommaire"}).out, testing::Not(HasSubstr("Enveloppe P147")));
}

TEST(Campaign, EmploymentOfAnotherYearIsNotZeroOfThisOne)
{
    const TemporaryFolder folder;
    folder.write("a.csv", "Exercice;Intitulé de l'action;Porteur;Pilier;Demandé P147;Accordé P147;Cotation\n"
                          "2025;Parcours;A;Emploi;60;50;G1\n");
    folder.write("e.csv", "Exercice;Intitulé;Porteur;Bénéficiaires;Femmes;Entrées;Sorties;Emploi durable\n"
                          "2023;Forum;B;20;15;20;10;3\n");
    const std::string made = (folder.path() / "emploi.xlsx").string();
    EXPECT_EQ(bilan({"run", "emploi", folder.path().string(), "-o", made, "--year", "2025"}).exit, 0);
    const std::string first = bilan({"grid", made, "--sheet", "Synthèse"}).out;
    EXPECT_THAT(first, HasSubstr("Aucune action au format emploi de l'exercice 2025"));
    EXPECT_THAT(first, testing::Not(HasSubstr("0 ligne connue sur 0")));
}

TEST(Campaign, AListOfQuartersWithoutIndicatorsSaysSo)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "code_qp;lib_qp;siren_epci\nQN00101M;Les Tilleuls;200999910\n").string();
    const std::string output = (folder.path() / "o.xlsx").string();
    EXPECT_EQ(bilan({"run", "territoires", input, "-o", output}).exit, 0);
    EXPECT_THAT(bilan({"grid", output, "--sheet", "Synthèse"}).out, HasSubstr("Aucun indicateur d'un quartier"));
    EXPECT_THAT(bilan({"grid", output, "--sheet", "Territoires reçus"}).out, HasSubstr("QPV 2024"));
}

TEST(Campaign, AnAnswerFarFromEveryFieldGetsThoseThatBeginAlikeOrNone)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    folder.write("mappings.toml", "[emploi]\n\"Zorglub\" = \"benef_femmes\"\n");
    const Ended ended = bilan({"read", input, "--campaign", folder.path().string()});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_THAT(ended.errors, HasSubstr("benef_f, benef_h"));
    EXPECT_THAT(ended.errors, HasSubstr("[BIL-184]"));
    folder.write("mappings.toml", "[emploi]\n\"Zorglub\" = \"quelconque\"\n");
    EXPECT_THAT(bilan({"read", input, "--campaign", folder.path().string()}).errors, HasSubstr("[BIL-180]"));
}

TEST(Campaign, AnAnswerThatServesNoHeaderIsSaid)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("entrees/a.csv", partner).string();
    folder.write("mappings.toml", "[emploi]\n\"Zorglub [C]\" = \"benef_total\"\n");
    EXPECT_THAT(bilan({"read", "--campaign", folder.path().string(), input}).out, testing::Not(HasSubstr("BIL-185")));
    folder.write("mappings.toml", "[emploi]\n\"Zorglub\" = \"benef_total\"\n\"Zorglubb\" = \"benef_f\"\n");
    const Ended ended = bilan({"check", "--campaign", folder.path().string(), input});
    EXPECT_THAT(ended.out, HasSubstr("aucun en-tête lu\u00A0: 1 (emploi › Zorglubb)."));
}

/// The program as somebody types it who stands in that folder.
Ended typed_in(const std::filesystem::path& folder, const std::string& words)
{
    return run_program({"/bin/sh", "-c", "cd '" + folder.string() + "' && '" BILAN_BUILD_DIR "/bin/bilan' " + words});
}

TEST(Campaign, WhoStandsInItNeedNotNameIt)
{
    const TemporaryFolder folder;
    folder.write("cdv/mappings.toml", "[emploi]\n\"Colonne de travail\" = \"\"\n");
    folder.write("cdv/scripts/bilan/domain/schemas/prets.lua",
                 "return { id = 'prets', label = 'Prêts', fields = {\n  { id = 'jeu', type = 'text', required = true, "
                 "label = 'Jeu' },\n  { id = 'prets', type = 'count', label = 'Nombre de prêts' } } }\n");
    folder.write("cdv/entrees/jeux.csv", "Jeu;Nombre de prêts\nDés;12\nPion;15\n");
    folder.write("cdv/reports/jeux_spec.lua",
                 "local spec = require 'bilan.spec'\nspec.it('x', function()\n  spec.expect(spec.rows('prets', "
                 "'Jeu;Nombre de prêts\\nDés;12\\n'):count()):to_be(1)\nend)\n");
    const std::string said =
        " (son mappings.toml, ses listes et ses rapports\u00A0; une autre\u00A0: --campagne DOSSIER)\n";
    const Ended inside = typed_in(folder / "cdv", "check entrees");
    EXPECT_THAT(inside.out, HasSubstr("2\u00A0lignes lues = 2\u00A0gardées"));
    EXPECT_THAT(inside.errors, HasSubstr("Campagne\u00A0: ." + said));
    EXPECT_THAT(typed_in(folder / "cdv/entrees", "check . --lang en").errors,
                HasSubstr("Campaign: .. (its mappings.toml, lists and reports; another one: --campaign DIR)"));
    EXPECT_EQ(typed_in(folder / "cdv/entrees", "check . --json").errors, "");
    EXPECT_THAT(typed_in(folder / "cdv", "test").out, HasSubstr("1\u00A0test passé, 0\u00A0échec"));
    EXPECT_THAT(typed_in(folder.path(), "test cdv").out, HasSubstr("1\u00A0test passé, 0\u00A0échec"));
    EXPECT_THAT(typed_in(folder.path(), "check cdv/entrees/jeux.csv").errors, Not(HasSubstr("Campagne")));
    const Ended named = typed_in(folder / "cdv", "check entrees --campaign '" BILAN_SOURCE_DIR "'");
    EXPECT_THAT(named.errors, Not(HasSubstr("Campagne\u00A0:"))) << "the one that is named counts alone";
}

TEST(Campaign, AFolderThatIsNotThereIsAnError)
{
    const Ended ended = bilan({"check", examples, "--campaign", "nope"});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_EQ(ended.errors, "bilan: nope\u00A0: Ce dossier de campagne n'existe pas. Vérifiez le chemin donné à "
                            "--campagne, ou créez le dossier avec bilan nouveau campagne. [BIL-181]\n");
}

} // namespace
} // namespace bilan::support
