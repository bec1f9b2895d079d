// SPDX-License-Identifier: MPL-2.0
//
// What looks like something known and is not surely that: near spellings, titles of groups, numbers of columns, parts.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::rows_kept;
using intake::test::rows_not_kept;
using testing::ElementsAre;
using testing::IsEmpty;
using List = std::vector<std::string>;

/// Code and field of the fourth column, over counts.
Values of_header(const std::string& header, const std::string& schema = "action")
{
    return values(
        read("Intitulé;Porteur;Nb de bénéficiaires;" + header + "\nAteliers;CS;20;10\nForum;MLJ;40;20\n", schema));
}

/// The field that a column of these cells is read as, beside what names a row of the schema.
std::string field_read(const std::string& schema, const std::string& names, const std::string& header,
                       const std::string& first, const std::string& second)
{
    const std::size_t columns = static_cast<std::size_t>(std::ranges::count(names, ';')) + 1;
    std::string cells;
    for (std::size_t column = 0; column < columns; ++column) cells += "Nom " + std::to_string(column) + ';';
    const auto reading =
        read(names + ';' + header + '\n' + cells + first + "\nAutre " + cells.substr(4) + second + '\n', schema);
    for (const auto& table : reading.tables)
        for (const auto& column : table.columns)
            if (column.header == header) return column.field;
    return "";
}

TEST(Unsure, WhatPartnersOftenWriteIsNoQuestion)
{
    EXPECT_EQ(field_read("demarche", "Participant", "Où en est mon territoire ? Quelles actions déjà engagées ?",
                         "Un forum", "Une étude"),
              "demarches");
    EXPECT_EQ(field_read("demarche", "Participant", "Défis / objectifs CT et MT", "La mobilité", "La garde"), "defis");
    EXPECT_EQ(field_read("cite", "Cité de l'emploi", "Quartiers couverts", "QP069010", "QP044012"), "qpv");
    EXPECT_EQ(field_read("cite", "Cité de l'emploi", "État hors 147", "12000", "8000"), "cofin_etat_autre");
    EXPECT_EQ(field_read("conseil", "Conseil citoyen", "Jeunes de - 26 ans", "3", "4"), "nb_moins_26");
    EXPECT_EQ(field_read("action", "Intitulé;Porteur", "Participantes", "12", "40"), "benef_f");
    EXPECT_EQ(field_read("action", "Intitulé;Porteur", "Commentaire(s) éventuel(s)", "vu", "revu"), "commentaire");
    EXPECT_EQ(field_read("emploi", "Intitulé;Porteur", "Suite inconnue / sans nouvelles", "2", "3"),
              "nb_suite_inconnue");
    EXPECT_EQ(field_read("emploi", "Intitulé;Porteur", "Date de clôture", "31/12/2024", "30/11/2024"), "date_fin");
    EXPECT_EQ(field_read("paqte", "Entreprise", "TPE/PME/ETI/GE", "PME", "TPE"), "taille");
}

TEST(Unsure, AWordThatIsOneLetterFromAnotherIsNoSlip)
{
    for (const std::string header : {"Les Vernes", "Vallee de Orofara", "Stage", "Avance", "Cotisations", "Cumul",
                                     "Ville Nouvelle", "Ville Centre"}) {
        const Values read_values = of_header(header);
        EXPECT_EQ(read_values.at("benef_total"), (List{"20", "40"})) << header;
        for (const std::string field : {"paye_p147", "fin_commune", "statut", "cotation_instructeur"})
            EXPECT_FALSE(read_values.contains(field)) << header << ' ' << field;
    }
    EXPECT_THAT(
        findings(read("Intitulé;Porteur;Nb de bénéficiaires;Ville Haute\nAteliers;CS;20;10\n", "action"), "BIL-267"),
        ElementsAre("D1"));
    EXPECT_EQ(of_header("Fammes").at("benef_f"), (List{"10", "20"}));
    EXPECT_EQ(of_header("Monttant accordé").at("accorde_p147"), (List{"10", "20"}));
}

std::string with_titles(const std::string& first, const std::string& second)
{
    return "Intitulé;Nb de bénéficiaires;Montant accordé\n" + first + "\nAteliers;12;500\nForum;30;800\n" + second +
           "\nJardins;9;300\nThéâtre;11;400\n";
}

TEST(Unsure, AnAxisGivesThePillarWhateverItsNameIs)
{
    const auto axes = read(with_titles("Axe 1 : éducation", "Axe 3 - Santé"), "action");
    EXPECT_EQ(values(axes)["pilier"], (List{"éducation", "éducation", "Santé", "Santé"}));
    EXPECT_FALSE(values(axes).contains("type_action_fh"));
    const auto themes = read(with_titles("Thématique : santé", "Objectif opérationnel 1.2"), "action");
    EXPECT_EQ(values(themes)["thematique"].size(), 4U);
    EXPECT_FALSE(values(themes).contains("pilier"));
    EXPECT_FALSE(values(read(with_titles("ÉDUCATION", "SANTÉ"), "action")).contains("type_action_fh"));
}

TEST(Unsure, CapitalsAloneMakeNoPillar)
{
    const std::vector<std::pair<std::string, std::string>> titles{{"GIVORS", "LES VERNES"},
                                                                  {"LISTE DES ACTIONS", "ANNEXE"},
                                                                  {"MISSION LOCALE DU BASSIN", "CIDFF"},
                                                                  {"HORS QPV", "DEUXIEME PARTIE"}};
    for (const auto& [first, second] : titles) {
        const auto reading = read(with_titles(first, second), "action");
        EXPECT_FALSE(values(reading).contains("pilier")) << first;
        EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-276", "5 BIL-276")) << first;
    }
    // Beside a pillar, another one that no list has: the contracts of 2024 are free to name theirs.
    const auto pillars = read(with_titles("COHÉSION SOCIALE", "TRANQUILLITÉ PUBLIQUE"), "action");
    EXPECT_EQ(values(pillars)["pilier"],
              (List{"cohesion_sociale", "cohesion_sociale", "TRANQUILLITÉ PUBLIQUE", "TRANQUILLITÉ PUBLIQUE"}));
    const auto mixed = read(with_titles("COHÉSION SOCIALE", "CIDFF"), "action");
    EXPECT_EQ(values(mixed)["pilier"], (List{"cohesion_sociale", "cohesion_sociale", "<vide>", "<vide>"}));
}

TEST(Unsure, NumbersOfColumnsAndUnitsBelowAnExample)
{
    const std::string header = "Intitulé;Porteur;QPV;Nb de bénéficiaires;Montant accordé\n";
    const std::string records = "Ateliers;CS;Vernes;40;5\nForum;MLJ;Bellevue;60;8\nPerm;CIDFF;Vernes;30;4\n";
    const auto example = read(header + "ex : Fête;Asso X;Vernes;10;100\n1;2;3;4;5\n" + records, "action");
    EXPECT_THAT(rows_not_kept(example), ElementsAre("2 BIL-285", "3 BIL-286"));
    const auto repeated = read(header + records + header + "1;2;3;4;5\nCirque;X;Vernes;7;9\n", "action");
    EXPECT_THAT(rows_not_kept(repeated), ElementsAre("5 BIL-281", "6 BIL-286"));
    const auto units = read(header + "ex : Fête;Asso X;Vernes;10;100\n;;;nb;k€\n" + records, "action");
    EXPECT_THAT(rows_not_kept(units), ElementsAre("2 BIL-285", "3 BIL-286"));
    EXPECT_EQ(values(units)["accorde_p147"], (List{"5000", "8000", "4000"}));
    // Below a number of order and nothing but counts, 1, 2, 3 is a record.
    const auto counts = read("N°;Femmes;Hommes\n3;4;7\n1;2;3\n5;1;9\n", "action");
    EXPECT_EQ(values(counts)["benef_f"], (List{"4", "2", "1"}));
}

TEST(Unsure, APartOfThePublicIsNoQuarter)
{
    const auto words = read("Intitulé;Porteur;Nb de bénéficiaires;dont QPV\nAteliers;CS;40;une quinzaine\n"
                            "Forum;MLJ;60;salle comble\nPerm;X;30;la moitié\nCirque;Y;30;107\n",
                            "action");
    EXPECT_FALSE(values(words).contains("territoire"));
    EXPECT_EQ(values(words)["benef_qpv"], (List{"15", "<err>", "<err>", "107"}));
    const auto some =
        read("Intitulé;Porteur;Nb de bénéficiaires;QPV\nAteliers;CS;40;Bellevue\nPerm;X;30;la moitié\n", "action");
    EXPECT_THAT(findings(some, "BIL-588"), ElementsAre("D3 la moitié"));
}

TEST(Unsure, APartRightOfAnotherCountMayBeOfThatOne)
{
    const auto outsiders = read("Intitulé;Porteur;Nb de bénéficiaires;Hors QPV;dont femmes\nAteliers;CS;50;16;8\n"
                                "Forum;MLJ;40;12;4\n",
                                "action");
    EXPECT_FALSE(values(outsiders).contains("benef_f"));
    EXPECT_THAT(findings(outsiders, "BIL-267"), ElementsAre("E1"));
    const auto unknown = read("Intitulé;Porteur;Nb de bénéficiaires;Abandons;dont femmes\nAteliers;CS;50;8;3\n"
                              "Forum;MLJ;40;4;1\n",
                              "action");
    EXPECT_FALSE(values(unknown).contains("benef_f"));
    const auto council =
        read("Nom du conseil;Nombre de membres;Membres actifs;dont femmes\nCC1;20;8;4\nCC2;30;12;4\n", "conseil");
    EXPECT_FALSE(values(council).contains("nb_f"));
    const auto all = read("Intitulé;Porteur;Nb de bénéficiaires;dont QPV;dont femmes\nAteliers;CS;50;16;8\n", "action");
    EXPECT_EQ(values(all)["benef_f"], (List{"8"}));
}

TEST(Unsure, ItemsWithADashThatAddUpToTheRowAbove)
{
    const std::string header = "Intitulé;Porteur;Nb de bénéficiaires;Montant accordé\nAteliers;CS;12;5000\n";
    const auto parts = read(header + "Forum;MLJ;30;8000\n- forum de printemps;MLJ;10;3000\n"
                                     "- forum d'automne;MLJ;20;5000\n",
                            "action");
    EXPECT_THAT(rows_not_kept(parts), ElementsAre("4 BIL-951", "5 BIL-951"));
    const auto some = read(header + "Forum;MLJ;30;8000\n- forum de printemps;MLJ;10;3000\n"
                                    "- forum d'automne;MLJ;20;4000\n",
                           "action");
    EXPECT_THAT(findings(some, "BIL-585"), ElementsAre("A4", "A5"));
    const auto apart = read(header + "- Forum;MLJ;30;8000\n- Cirque;MLJ;11;3000\n", "action");
    EXPECT_THAT(rows_not_kept(apart), IsEmpty());
    EXPECT_THAT(findings(apart, "BIL-585"), IsEmpty());
}

TEST(Unsure, ATitleBesideItsNumber)
{
    const auto reading = read("N°;Intitulé;Nb de bénéficiaires;Montant accordé\n1;PILIER 1 - COHÉSION SOCIALE;;\n"
                              "1.1;Ateliers;12;500\n1.2;Forum;30;800\n2;PILIER 2 - CADRE DE VIE;;\n2.1;Jardins;9;300\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-287", "5 BIL-287"));
    EXPECT_EQ(values(reading)["pilier"], (List{"cohesion_sociale", "cohesion_sociale", "cadre_de_vie"}));
}

TEST(Unsure, ARecapitulationAtTheRight)
{
    const std::string left = "Intitulé;Porteur;Nb de bénéficiaires;Montant accordé";
    const auto counted = read(left + ";;Pilier;Nb d'actions;Montant\nAteliers;CS;12;5000;;Cohésion sociale;2;13000\n"
                                     "Forum;CS;30;8000;;Emploi;1;700\nJardins;MLJ;9;700;;Total;3;13700\n",
                              "action");
    EXPECT_FALSE(values(counted).contains("pilier"));
    EXPECT_EQ(values(counted)["accorde_p147"], (List{"5000", "8000", "700"}));
    EXPECT_THAT(findings(counted, "BIL-507"), testing::SizeIs(1));
    const auto shorter = read(left + ";;;Pilier;Montant\nAteliers;CS;12;5000;;;Cohésion sociale;13000\n"
                                     "Forum;CS;30;8000;;;Emploi;2400\nJardins;MLJ;9;700;;;;\nVélo;MLJ;19;1700;;;;\n",
                              "action");
    EXPECT_FALSE(values(shorter).contains("pilier"));
}

TEST(Unsure, ARecapitulationBelow)
{
    const std::string table = "Intitulé;Porteur;Nb de bénéficiaires;Montant accordé\nAteliers;CS;12;5000\n"
                              "Forum;CS;30;8000\nJardins;MLJ;9;700\n;;;\n";
    const auto bare = read(table + "Bénéficiaires;51;;\nSubventions;13700;;\n", "action");
    EXPECT_THAT(rows_kept(bare), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(rows_not_kept(bare), ElementsAre("6 BIL-501", "7 BIL-501"));
    const auto mean = read(table + "Nb moyen par action;;17;\n", "action");
    EXPECT_THAT(rows_kept(mean), ElementsAre(2U, 3U, 4U));
    const auto recall =
        read(table + "Actions 2023 (rappel);;;\nAteliers 2023;CS;10;4000\nForum 2023;CS;20;7000\n", "action");
    EXPECT_THAT(rows_kept(recall), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(rows_not_kept(recall), ElementsAre("6 BIL-276", "7 BIL-952", "8 BIL-952"));
}

TEST(Unsure, SignsOfATotalThatIsWrong)
{
    const std::string table = "Intitulé;Porteur;Nb de bénéficiaires;Montant accordé\nAteliers;CS;12;5000\n"
                              "Forum;MLJ;30;8000\nPerm;X;7;900\n";
    for (const std::string label : {"Σ", "Récap", "Soit", "Nombre total"}) {
        const auto reading = read(table + label + ";;55;15000\n", "action");
        EXPECT_THAT(rows_not_kept(reading), ElementsAre("5 BIL-591")) << label;
        EXPECT_THAT(findings(reading, "BIL-280"), testing::SizeIs(2)) << label;
    }
}

TEST(Unsure, FiguresThatNothingSaysToBeMoney)
{
    for (const std::string_view named : {"Indicateur", "Indicateur de résultat", "Public"}) {
        const std::string table = "Action;" + std::string(named) +
                                  ";Prévu;Réalisé\nAtelier;Nb de participants;40;35\n"
                                  "Atelier;Femmes;12;12\nForum;Heures;100;70\n";
        for (const std::string_view schema : {"", "financement", "action"}) {
            Values read_values = values(read(table, std::string(schema)));
            for (const char* const field : {"montant_prevu", "montant_realise", "benef_prevu"})
                EXPECT_FALSE(read_values.contains(field)) << named << ' ' << schema << ' ' << field;
        }
    }
    EXPECT_FALSE(
        values(read("Action;Prévu;Réalisé\nAtelier;40;35\nForum;20;18\nCode;9;7\n")).contains("montant_prevu"));
    const auto amounts =
        read("Intitulé;Financeur;Prévu;Réalisé\nAtelier;CAF;40;35\nForum;Région;20;18\nCode;Ville;9;7\n");
    EXPECT_EQ(values(amounts)["montant_prevu"], (List{"40", "20", "9"})) << "whose money it is, a column says";
}

} // namespace
} // namespace bilan::schemas
