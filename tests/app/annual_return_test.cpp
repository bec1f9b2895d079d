// SPDX-License-Identifier: MPL-2.0
//
// The annual return as DDETS staff make it: refused while a finding blocks, one workbook a contract, last year beside.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace bilan::support {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* header = "Exercice;Contrat de ville;Porteur;Intitulé de l'action;Pilier;P147 accordé;"
                               "Bénéficiaires;Femmes;Hommes\n";

std::string cells(const std::string& workbook)
{
    return bilan({"grid", workbook}).out;
}

/// The values of one row of one sheet, by column letter, as `bilan grid` shows them.
std::string row_of(const std::string& lines, const std::string& sheet, const std::string& first)
{
    std::string row;
    std::string all;
    for (std::size_t start = 0; start < lines.size();) {
        const std::size_t end = lines.find('\n', start);
        const std::string line = lines.substr(start, end - start);
        start = end + 1;
        if (line.find("\"sheet\":\"" + sheet + "\"") == std::string::npos) continue;
        const std::size_t cell = line.find("\"cell\":\"") + 8;
        const std::string name = line.substr(cell, line.find('"', cell) - cell);
        const std::string digits = name.substr(name.find_first_of("0123456789"));
        const std::size_t value = line.find("\"value\":") + 8;
        const std::string text = line.substr(value, line.find(",\"format\"") - value);
        if (name[0] == 'A' && text == "\"" + first + "\"") row = digits;
        if (digits == row) all += name.substr(0, 1) + "=" + text + " ";
    }
    return all;
}

TEST(AnnualReturn, IsRefusedWhileAFindingBlocksAndForcedOnlyWithAReason)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1000;10;8;7\n").string();
    const std::string output = (folder.path() / "retour.xlsx").string();
    const Ended refused = bilan({"run", "retour_annuel", input, "-o", output, "--year", "2025"});
    EXPECT_EQ(refused.exit, 1) << refused.out;
    EXPECT_THAT(refused.errors,
                HasSubstr("Constats bloquants\u00A0: 1 (C01 a.csv › a › G2). Le classeur n'est pas produit."));
    EXPECT_FALSE(std::filesystem::exists(output));

    EXPECT_EQ(bilan({"run", "retour_annuel", input, "-o", output, "--force", "  "}).exit, 2);
    const Ended useless = bilan({"run", "bie", input, "-o", output, "--force", "Le partenaire confirme"});
    EXPECT_EQ(useless.exit, 2) << "bie is made anyway: the reason would stand nowhere";
    EXPECT_THAT(
        useless.errors,
        HasSubstr(
            "Le rapport «\u00A0bie\u00A0» se produit même avec des constats bloquants\u00A0: --forcer n'y change rien. "
            "Retirez --forcer\u00A0; les constats sont dans la feuille Contrôles."));

    const Ended forced = bilan(
        {"run", "retour_annuel", input, "-o", output, "--year", "2025", "--force", "Le partenaire confirme par écrit"});
    EXPECT_EQ(forced.exit, 1) << forced.errors;
    EXPECT_THAT(cells(output), HasSubstr("Motif\u00A0: Le partenaire confirme par écrit"));
}

/// A folder of a campaign holds the tables of all themes: what is wrong in one that the return does not count is told,
/// and holds nobody up.
TEST(AnnualReturn, IsNotRefusedForATableThatItDoesNotCount)
{
    const TemporaryFolder folder;
    folder.write("a.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1000;10;4;6\n");
    folder.write("o.csv", "Axe stratégique;Offre de services;Opérateur;Public;QPV concernés;Nb de bénéficiaires;Femmes;"
                          "Hommes\n1;Forum des métiers;Mission locale;jeunes;QN03801M;10;8;7\n");
    const std::string output = (folder.path() / "retour.xlsx").string();
    for (const bool is_french : {true, false}) {
        const Ended made = bilan({"--lang", is_french ? "fr" : "en", "run", "retour_annuel", folder.path().string(),
                                  "-o", output, "--year", "2025"});
        EXPECT_EQ(made.exit, 1) << made.errors << "something is still to be settled";
        EXPECT_THAT(
            cells(output),
            HasSubstr(
                is_french
                    ? "Constats bloquants dans des tableaux que ce rapport ne compte pas\u00A0: 1 (C01 o.csv › o › F2)."
                    : "Blocking findings in tables that this report does not count: 1 (C01 o.csv › o › F2)."));
        EXPECT_THAT(cells(output), HasSubstr(is_french ? " Aucun de ses chiffres n'en dépend\u00A0; voir la feuille "
                                                         "Contrôles."
                                                       : " None of its figures depends on them; see the sheet "
                                                         "Controls."));
        EXPECT_THAT(cells(output), Not(HasSubstr(is_french ? "Produit malgré" : "Made despite")));
        std::filesystem::remove(output);
    }
    folder.write("b.csv", std::string(header) + "2025;Valmont;Avenir;Forum;Emploi;1000;10;8;7\n");
    const Ended refused = bilan({"run", "retour_annuel", folder.path().string(), "-o", output, "--year", "2025"});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_THAT(refused.errors, HasSubstr("Constats bloquants\u00A0: 1 (C01 b.csv › b › G2)."));
    EXPECT_FALSE(std::filesystem::exists(output));
}

TEST(AnnualReturn, CountsABlockingFindingOnceInThePartThatItIsOf)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("a.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1000;10;8;7\n"
                                                  "2025;Rive;Cap;Forum;Emploi;2000;20;10;10\n")
            .string();
    const std::string output = (folder.path() / "retour.xlsx").string();
    EXPECT_EQ(bilan({"run", "retour_annuel", input, "-o", output, "--year", "2025", "--force", "Confirmé", "--split",
                     "contrat"})
                  .exit,
              1);
    EXPECT_THAT(cells(output), HasSubstr("Constats bloquants\u00A0: 1."));
    EXPECT_THAT(cells((folder.path() / "retour_valmont.xlsx").string()), HasSubstr("Constats bloquants\u00A0: 1."));
    EXPECT_THAT(cells((folder.path() / "retour_rive.xlsx").string()), Not(HasSubstr("Constats bloquants")));
}

TEST(AnnualReturn, PartsAndRowsWithoutAContractAddUpToTheWhole)
{
    const TemporaryFolder folder;
    folder.write("a.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1000;10;4;6\n"
                                                "2025;Val d'Oise;Boussole;Forum;Emploi;2000;20;10;10\n"
                                                "2025;Valmont;Cap;Permis;Cohésion sociale;400;5;3;2\n"
                                                "2025;;Digue;Jardin;Cadre de vie;70;6;3;3\n");
    const std::string output = (folder.path() / "retour.xlsx").string();
    const Ended ended = bilan({"run", "retour_annuel", (folder.path() / "a.csv").string(), "-o", output, "--year",
                               "2025", "--split", "contrat"});
    EXPECT_EQ(ended.exit, 0) << ended.errors << ended.out;
    const std::string whole = cells(output);
    const std::string valmont = cells((folder.path() / "retour_valmont.xlsx").string());
    const std::string oise = cells((folder.path() / "retour_val-d-oise.xlsx").string());
    const std::string line = "Accordé aux actions";
    EXPECT_THAT(row_of(whole, "Enveloppe et parts", line), HasSubstr("B=3470 "));
    EXPECT_THAT(row_of(valmont, "Enveloppe et parts", line), HasSubstr("B=1400 "));
    EXPECT_THAT(row_of(oise, "Enveloppe et parts", line), HasSubstr("B=2000 "));
    EXPECT_THAT(whole, HasSubstr("comptées ici seulement\u00A0: 1."));
    EXPECT_THAT(valmont, HasSubstr("contrat = Valmont"));
    EXPECT_THAT(valmont, Not(HasSubstr("Boussole")));
    EXPECT_THAT(valmont, HasSubstr("lignes lues\u00A0: 4 = gardées\u00A0: 4 + écartées\u00A0: 0 + refusées\u00A0: 0"));
    EXPECT_THAT(valmont, HasSubstr(" · dont «\u00A0Valmont\u00A0»\u00A0: 2"));
    EXPECT_THAT(whole, Not(HasSubstr(" · dont «")));

    EXPECT_THAT(
        bilan({"run", "retour_annuel", (folder.path() / "a.csv").string(), "-o", output, "--split", "contrats"}).errors,
        HasSubstr("BIL-168"));
    EXPECT_THAT(
        bilan({"run", "retour_annuel", (folder.path() / "a.csv").string(), "-o", output, "--split", "exercice"}).errors,
        HasSubstr("BIL-169"));
}

/// What was notified to the department, and what it committed, are given for the whole: over the grants of one contract
/// they would make a share that is nobody's.
TEST(AnnualReturn, AnEnvelopeOfTheWholeIsNotThatOfAPart)
{
    const TemporaryFolder folder;
    folder.write("a.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1000;10;4;6\n"
                                                "2025;Rive;Boussole;Forum;Emploi;2000;20;10;10\n");
    const std::string output = (folder.path() / "retour.xlsx").string();
    const Ended ended =
        bilan({"run", "retour_annuel", (folder.path() / "a.csv").string(), "-o", output, "--year", "2025", "--split",
               "contrat", "--param", "enveloppe_notifiee=6000", "--param", "montant_engage=2500"});
    EXPECT_EQ(ended.exit, 0) << ended.errors << ended.out;
    const std::string whole = cells(output);
    EXPECT_THAT(row_of(whole, "Enveloppe et parts", "Notifié"), HasSubstr("B=6000 "));
    EXPECT_THAT(row_of(whole, "Enveloppe et parts", "Accordé / notifié"), HasSubstr("B=0.5 C=3000 D=6000 "));
    const std::string part = cells((folder.path() / "retour_valmont.xlsx").string());
    EXPECT_THAT(row_of(part, "Enveloppe et parts", "Accordé aux actions"), HasSubstr("B=1000 "));
    for (const char* const line : {"Notifié", "Engagé", "Accordé / notifié"}) {
        const std::string row = row_of(part, "Enveloppe et parts", line);
        EXPECT_THAT(row, HasSubstr("B=\"nd\" ")) << line;
        EXPECT_THAT(row, HasSubstr("donné pour l'ensemble, pas pour «\u00A0Valmont\u00A0»")) << line;
    }
}

/// A contract that sent nothing this year is what a return is asked about first; so are the names behind « 1 went ».
TEST(AnnualReturn, SilentContractsAndHoldersThatWentAreNamed)
{
    const TemporaryFolder folder;
    folder.write("2024.csv", std::string(header) + "2024;Valmont;Avenir;Atelier;Emploi;1000;10;4;6\n"
                                                   "2024;Lune;Absente;Théâtre;Emploi;6000;60;30;30\n");
    folder.write("2025.csv", std::string(header) + "2025;valmont;Avenir;Atelier;Emploi;1300;12;5;7\n"
                                                   "2025;Rive;Venue;Permis;Emploi;200;7;3;4\n");
    const std::string before = (folder.path() / "retour_2024.xlsx").string();
    const std::string now = (folder.path() / "retour_2025.xlsx").string();
    const auto run = [&](const std::string& year, const std::string& output, std::vector<std::string> more) {
        std::vector<std::string> words{
            "run", "retour_annuel", (folder.path() / (year + ".csv")).string(), "-o", output, "--year", year};
        words.insert(words.end(), more.begin(), more.end());
        const Ended ended = bilan(words);
        EXPECT_EQ(ended.exit, 0) << ended.errors << ended.out;
    };
    run("2024", before, {});
    run("2025", now, {"--previous", before, "--split", "contrat"});
    const std::string text = cells(now);
    EXPECT_THAT(text, HasSubstr("sans ligne cette année (accordé P147 d'alors)\u00A0: Lune (6\u202F000\u00A0€)."));
    EXPECT_THAT(row_of(text, "Évolution", "Absente"), HasSubstr("B=\"parti (N-1)\" C=\"Lune\" D=1 E=6000 F=60"));
    EXPECT_THAT(row_of(text, "Évolution", "Venue"), HasSubstr("B=\"venu (N)\" C=\"Rive\" D=1 E=200 F=7"));
    EXPECT_THAT(cells((folder.path() / "retour_2025_rive.xlsx").string()),
                HasSubstr("aucune action de «\u00A0Rive\u00A0» de l'exercice 2024"));
}

TEST(AnnualReturn, AContractThatOnlyToldOfItsCouncilStillSaysWhatItHeldTheYearBefore)
{
    const TemporaryFolder folder;
    folder.write("2024/a.csv", std::string(header) + "2024;Valmont;Avenir;Atelier;Emploi;1000;10;4;6\n"
                                                     "2024;Lune;Absente;Théâtre;Emploi;6000;60;30;30\n");
    folder.write("2025/a.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1300;12;5;7\n");
    folder.write("2025/conseils.csv",
                 "Exercice;Contrat de ville;Conseil citoyen;QPV;Nb de membres\n"
                 "2025;Lune;Conseil de la Lune;QN06901M;12\n2025;Rive;Conseil de Rive;QN06902M;9\n");
    const std::string before = (folder.path() / "retour_2024.xlsx").string();
    const Ended first =
        bilan({"run", "retour_annuel", (folder.path() / "2024").string(), "-o", before, "--year", "2024"});
    ASSERT_EQ(first.exit, 0) << first.errors << first.out;
    const Ended ended = bilan({"run", "retour_annuel", (folder.path() / "2025").string(), "-o",
                               (folder.path() / "retour_2025.xlsx").string(), "--year", "2025", "--previous", before,
                               "--split", "contrat"});
    ASSERT_EQ(ended.exit, 0) << ended.errors << ended.out;
    EXPECT_THAT(
        cells((folder.path() / "retour_2025_lune.xlsx").string()),
        HasSubstr(
            "Actions du classeur précédent\u00A0: 1 (accordé P147\u00A0: 6\u202F000\u00A0€)\u00A0; aucune cette année, "
            "aucune évolution."));
    EXPECT_THAT(cells((folder.path() / "retour_2025_rive.xlsx").string()),
                HasSubstr("aucune action de «\u00A0Rive\u00A0» de l'exercice 2024"));
}

/// One SIRET under two names is one holder, in one year and from one year to the next.
TEST(AnnualReturn, AHolderIsKnownByItsNumber)
{
    const TemporaryFolder folder;
    const std::string numbered =
        "Exercice;Contrat de ville;Porteur;SIRET;Intitulé de l'action;Pilier;Montant accordé\n";
    folder.write("2024.csv", numbered + "2024;Valmont;Avenir;20003452800014;Atelier;Emploi;1000\n");
    folder.write("2025.csv", numbered + "2025;Valmont;Cap Avenir;20003452800014;Atelier;Emploi;1300\n"
                                        "2025;Valmont;CAP Avenir (siège);20003452800014;Forum;Emploi;100\n");
    const std::string before = (folder.path() / "retour_2024.xlsx").string();
    const std::string now = (folder.path() / "retour_2025.xlsx").string();
    EXPECT_EQ(bilan({"run", "retour_annuel", (folder.path() / "2024.csv").string(), "-o", before, "--year", "2024",
                     "--force", "exemple"})
                  .exit,
              0);
    const Ended ended = bilan({"run", "retour_annuel", (folder.path() / "2025.csv").string(), "-o", now, "--year",
                               "2025", "--previous", before, "--force", "exemple"});
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_THAT(row_of(cells(now), "Évolution", "Porteurs"), HasSubstr("B=1 C=1 D=0 E=0 F=0 G=0 "));
    EXPECT_THAT(row_of(cells(now), "Évolution", "Accordé P147 (€)"), HasSubstr("B=1400 C=1000 D=400 E=0 F=0 G=400 "));
}

TEST(AnnualReturn, TheYearBeforeIsReadBackFromItsWorkbookAndTheChangeIsExplained)
{
    const TemporaryFolder folder;
    folder.write("2024.csv", std::string(header) + "2024;Valmont;Avenir;Atelier;Emploi;1000;10;4;6\n"
                                                   "2024;Valmont;Partie;Forum;Emploi;500;NC;;\n");
    folder.write("2025.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1300;12;5;7\n"
                                                   "2025;Valmont;Venue;Permis;Emploi;200;7;3;4\n");
    const std::string before = (folder.path() / "retour_2024.xlsx").string();
    const std::string now = (folder.path() / "retour_2025.xlsx").string();
    const Ended first =
        bilan({"run", "retour_annuel", (folder.path() / "2024.csv").string(), "-o", before, "--year", "2024"});
    EXPECT_EQ(first.exit, 0) << first.errors << first.out;
    const Ended second = bilan({"run", "retour_annuel", (folder.path() / "2025.csv").string(), "-o", now, "--year",
                                "2025", "--previous", before});
    EXPECT_EQ(second.exit, 0) << second.errors << second.out;
    const std::string text = cells(now);
    // 1500 now, 1500 then: 200 came, 500 went, 300 more from the one that stayed.
    EXPECT_EQ(row_of(text, "Évolution", "Accordé P147 (€)"),
              "A=\"Accordé P147 (€)\" B=1500 C=1500 D=0 E=200 F=500 G=300 H=0 I=1 J=1 ");
    EXPECT_THAT(row_of(text, "Évolution", "Actions"), HasSubstr("B=2 C=2 D=0 E=1 F=1 G=0 H=0 "));
    EXPECT_THAT(text, HasSubstr("retour_2024.xlsx, SHA-256"));

    // Two spellings are one holder, and rows without a holder have a column: the parts make the whole change.
    folder.write("2025.csv", std::string(header) + "2025;Valmont;AVENIR;Atelier;Emploi;1300;12;5;7\n"
                                                   "2025;Valmont;Avenir;Forum;Emploi;40;7;3;4\n"
                                                   "2025;Valmont;;Permis;Emploi;200;7;3;4\n");
    const Ended third = bilan({"run", "retour_annuel", (folder.path() / "2025.csv").string(), "-o", now, "--year",
                               "2025", "--previous", before, "--force", "exemple"});
    EXPECT_THAT(third.exit, testing::AnyOf(0, 1)) << third.errors; // the row without a holder is a finding
    EXPECT_THAT(row_of(cells(now), "Évolution", "Accordé P147 (€)"),
                HasSubstr("B=1540 C=1500 D=40 E=0 F=500 G=340 H=200 "));

    folder.write("2026.csv", std::string(header) + "2026;Valmont;Avenir;Atelier;Emploi;1300;12;5;7\n");
    EXPECT_EQ(bilan({"run", "retour_annuel", (folder.path() / "2026.csv").string(), "-o", now, "--year", "2026",
                     "--previous", before})
                  .exit,
              0);
    EXPECT_THAT(cells(now), HasSubstr("aucune action de l'exercice 2025"));

    const Ended none = bilan({"run", "retour_annuel", (folder.path() / "2025.csv").string(), "-o", now, "--previous",
                              (folder.path() / "2024.csv").string()});
    EXPECT_EQ(none.exit, 2);
    EXPECT_THAT(none.errors, HasSubstr("BIL-166"));

    const Ended same = bilan({"run", "retour_annuel", (folder.path() / "2024.csv").string(), "-o", now, "--year",
                              "2024", "--previous", before});
    EXPECT_EQ(same.exit, 2);
    EXPECT_THAT(same.errors, HasSubstr("Ce classeur est de l'exercice 2024, et le rapport est demandé pour 2024"));
}

TEST(AnnualReturn, AYearBeforeThatCannotBeComparedIsRefused)
{
    const TemporaryFolder folder;
    folder.write("2025.csv", std::string(header) + "2025;Valmont;Avenir;Atelier;Emploi;1300;12;5;7\n");
    const std::string actions = (folder.path() / "2025.csv").string();
    const std::string places = (folder.path() / "territoires.xlsx").string();
    const std::string output = (folder.path() / "sortie.xlsx").string();
    const std::string indicators = BILAN_SOURCE_DIR "/examples/territoires/entrees";
    ASSERT_EQ(bilan({"run", "territoires", indicators, "-o", places}).exit, 0);

    const Ended other = bilan({"run", "retour_annuel", actions, "-o", output, "--previous", places});
    EXPECT_EQ(other.exit, 2);
    EXPECT_THAT(other.errors,
                HasSubstr("Ce classeur ne contient que des lignes «\u00A0territoire\u00A0»\u00A0; le rapport "
                          "retour_annuel lit action"));

    ASSERT_EQ(bilan({"run", "retour_annuel", actions, "-o", output}).exit, 0);
    const Ended unused =
        bilan({"run", "bie", actions, "-o", (folder.path() / "bie.xlsx").string(), "--previous", output});
    EXPECT_EQ(unused.exit, 2);
    EXPECT_THAT(unused.errors, HasSubstr("Le rapport bie ne compare rien à l'année d'avant"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "bie.xlsx"));
}

TEST(AnnualReturn, AgesAreBandsAsHoldersCutThem)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("a.csv", "Exercice;Porteur;Intitulé de l'action;P147 accordé;Bénéficiaires;"
                            "Moins de 26 ans;26-45 ans;46 ans et plus\n"
                            "2025;Avenir;Atelier;1000;10;5;3;2\n2025;Avenir;Jardin;1000;8;4;4;0\n")
            .string();
    const std::string output = (folder.path() / "retour.xlsx").string();
    const Ended ended = bilan({"run", "retour_annuel", input, "-o", output, "--year", "2025"});
    ASSERT_EQ(ended.exit, 0) << ended.errors << ended.out;
    const std::string lines = cells(output);
    EXPECT_THAT(row_of(lines, "Publics et conseils", "moins de 26 ans"), HasSubstr("B=9 C=2 D=0"));
    EXPECT_THAT(row_of(lines, "Publics et conseils", "46 ans et plus"), HasSubstr("B=2 C=2 D=0"));
}

} // namespace
} // namespace bilan::support
