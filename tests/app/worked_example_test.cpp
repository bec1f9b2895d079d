// SPDX-License-Identifier: MPL-2.0
//
// The worked example of the domain dossier (3.4.7), from a partner's csv to the cells of the workbook.
#include "app/bilan.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <map>

namespace bilan::support {
namespace {

// Entries 40, drop-outs 6, in progress 4, exits 30: lasting 10, transitional 8, positive 5, other 6, neutralised 1.
// Of the six other exits two are « sans nouvelles ».
constexpr const char* actions =
    "Intitulé de l'action;Porteur;Bénéficiaires;Entrées;Abandons;En cours;Sorties;Emploi durable;"
    "Emploi de transition;Sorties positives;Autres sorties;Sans nouvelles;Sorties neutralisées\n"
    "Parcours fictif;Association fictive;40;40;6;4;30;10;8;5;4;2;1\n";

/// Code → value of the table of indicators, as `bilan grid` shows the finished workbook.
std::map<std::string, double> indicators(const std::string& lines)
{
    std::map<std::string, double> values;
    std::string code;
    for (std::size_t start = 0; start < lines.size();) {
        const std::size_t end = lines.find('\n', start);
        const std::string line = lines.substr(start, end - start);
        start = end + 1;
        const std::size_t cell = line.find("\"cell\":\"");
        const std::size_t value = line.find("\"value\":");
        if (cell == std::string::npos || value == std::string::npos) continue;
        const char column = line[cell + 8];
        std::string text = line.substr(value + 8, line.find(",\"format\"") - value - 8);
        if (column == 'A') code = text.substr(1, text.size() - 2);
        double number = 0;
        if (column == 'C' && std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc())
            values[code] = number;
    }
    return values;
}

TEST(WorkedExample, ComesOutToTheDigit)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("parcours.csv", actions).string();
    const std::string output = (folder / "out.xlsx").string();
    const Ended made = bilan({"run", "emploi", input, "-o", output, "--year", "2025"});
    ASSERT_EQ(made.exit, 0) << made.out << made.errors;
    const Ended grid = bilan({"grid", output, "--sheet", "Indicateurs"});
    ASSERT_EQ(grid.exit, 0) << grid.errors;
    std::map<std::string, double> values = indicators(grid.out);
    EXPECT_DOUBLE_EQ(values["EMP01"], 40);
    EXPECT_DOUBLE_EQ(values["EMP05"], 6.0 / 40);   // 15.0 %
    EXPECT_DOUBLE_EQ(values["EMP06"], 23.0 / 29);  // 79.3 %
    EXPECT_DOUBLE_EQ(values["EMP06b"], 23.0 / 27); // 85.2 % on known outcomes
    EXPECT_DOUBLE_EQ(values["EMP07"], 10.0 / 29);  // 34.5 %
    EXPECT_DOUBLE_EQ(values["EMP08"], 18.0 / 29);  // 62.1 %
}

// T04: a person may have been met in two axes, so no figure of the workbook adds them up.
TEST(WorkedExample, NoFigureAddsUpTheAxesOfACite)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("cite.csv",
                   "Cité de l'emploi;Exercice;Axe;Nombre d'actions;Bénéficiaires\nCité Fictive;2021;1;2;101\n"
                   "Cité Fictive;2021;2;3;203\nCité Fictive;2021;3;4;405\nTotal;;;9;709\n")
            .string();
    const std::string output = (folder / "out.xlsx").string();
    const Ended made = bilan({"run", "cites_emploi", input, "-o", output, "--year", "2021"});
    ASSERT_LE(made.exit, 1) << made.out << made.errors;
    const std::string cells = bilan({"grid", output}).out;
    for (const char* of_axis : {"101", "203", "405"})
        EXPECT_NE(cells.find("\"value\":" + std::string(of_axis) + ','), std::string::npos) << of_axis;
    for (const char* added : {"304", "506", "608", "709"})
        EXPECT_EQ(cells.find("\"value\":" + std::string(added) + ','), std::string::npos) << added;
}

TEST(WorkedExample, WhatIsSupposedStandsBesideTheFigure)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("parcours.csv", "Intitulé de l'action;Porteur;Entrées;Sorties;Emploi durable;Emploi de transition;"
                                   "Sorties positives\nParcours fictif;Association fictive;40;30;10;8;5\n")
            .string();
    const std::string output = (folder / "out.xlsx").string();
    ASSERT_EQ(bilan({"run", "emploi", input, "-o", output, "--year", "2025"}).exit, 0);
    const std::string supposed = "sorties neutralisées inconnues\u00A0: aucune n'est retirée (1 ligne)";
    EXPECT_GE(count_of(bilan({"grid", output, "--sheet", "Synthèse"}).out, supposed), 3U) << "on each card";
    EXPECT_GE(count_of(bilan({"grid", output, "--sheet", "Indicateurs"}).out, supposed), 3U) << "on each line";
    const std::string traced = bilan({"grid", output, "--sheet", "Traçabilité"}).out;
    EXPECT_GE(count_of(traced, "Σ «\u00A0Sorties en emploi durable\u00A0» / Σ («\u00A0Sorties\u00A0» \u2212 "
                               "«\u00A0Sorties neutralisées\u00A0»)"),
              1U)
        << "the rule";
}

// Findings of tables that the report does not count stay in the sheet Contrôles.
TEST(WorkedExample, TheFirstPageWarnsOfNothingThatTheReportDoesNotCount)
{
    const TemporaryFolder folder;
    const std::string counted = folder
                                    .write("entreprises.csv", "Exercice;Entreprise;Type de signataire;Bilan reçu\n"
                                                              "2025;Une;entreprise;oui\n2025;Deux;réseau;non\n")
                                    .string();
    const std::string other =
        folder
            .write("programme.csv", "Exercice;Porteur;Intitulé;Statut;Montant accordé;Bénéficiaires;Femmes;Hommes\n"
                                    "2025;Avenir;Atelier;retenue;4000;10;8;8\n2025;Avenir;Atelier;retenue;500;3;1;2\n")
            .string();
    const std::string output = (folder / "out.xlsx").string();
    ASSERT_EQ(bilan({"run", "paqte", counted, other, "-o", output, "--year", "2025"}).exit, 1) << "a blocking finding";
    const std::string first = bilan({"grid", output, "--sheet", "Synthèse"}).out;
    EXPECT_EQ(count_of(first, "C13"), 0U);
    EXPECT_EQ(count_of(first, "Constats bloquants"), 0U);
    const std::string controls = bilan({"grid", output, "--sheet", "Contrôles"}).out;
    EXPECT_GE(count_of(controls, "C13"), 1U);
    EXPECT_GE(count_of(controls, "bloquant"), 1U);
    const std::string of_actions = (folder / "bie.xlsx").string();
    ASSERT_EQ(bilan({"run", "bie", counted, other, "-o", of_actions, "--year", "2025"}).exit, 1)
        << "a blocking finding";
    const std::string own = bilan({"grid", of_actions, "--sheet", "Synthèse"}).out;
    EXPECT_GE(count_of(own, "C13"), 1U);
    EXPECT_GE(count_of(own, "Constats bloquants"), 1U);
}

} // namespace
} // namespace bilan::support
