// SPDX-License-Identifier: MPL-2.0
//
// Money as partners lay it out: amounts that do not say their stage, funders by their proper names, several purses of
// one funder, natures of credits and pairs of funder and amount as columns.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using List = std::vector<std::string>;

TEST(Funding, TheOnlyAmountOfATableIsReadAndSaid)
{
    for (const char* header : {"Subvention", "Subvention 2024", "Montant de la subvention (€)"}) {
        const auto reading = read("Intitulé de l'action;Porteur;" + std::string(header) +
                                      ";Nb de bénéficiaires\nAtelier;X;1000;10\nForum;Y;2000;20\n",
                                  "action");
        EXPECT_EQ(values(reading)["accorde_p147"], (List{"1000", "2000"})) << header;
        EXPECT_EQ(findings(reading, "BIL-541").size(), 1U) << header;
    }
    const auto funder = read("Action;Financeur;Subvention\nAtelier;CAF;3000\nForum;Région;200\nDanse;Région;50\n");
    EXPECT_EQ(chosen(funder), "financement");
    EXPECT_EQ(values(funder)["montant_accorde"], (List{"3000", "200", "50"}));
    EXPECT_EQ(
        sentence(funder, "BIL-541"),
        "«\u00A0Subvention\u00A0» ne dit pas si l'argent est demandé, prévu, accordé ou versé\u00A0; c'est le seul "
        "montant du tableau, il est lu comme «\u00A0Montant accordé par le financeur\u00A0» (montant_accorde). "
        "Vérifiez-le, ou répondez dans mappings.toml.");
    EXPECT_EQ(in_english(funder, "BIL-541"),
              "\"Subvention\" does not say whether the money is asked for, foreseen, granted or paid; it is the only "
              "amount of the table and is read as \"Montant accordé par le financeur\" (montant_accorde). Check it, or "
              "answer in mappings.toml.");
}

TEST(Funding, ABareAmountBesideAnotherIsAQuestion)
{
    const auto beside = read("Intitulé de l'action;Porteur;Montant demandé;Subvention;Nb de bénéficiaires\n"
                             "Atelier;X;1000;900;10\nForum;Y;2000;500;20\n",
                             "action");
    EXPECT_FALSE(values(beside).contains("accorde_p147"));
    EXPECT_EQ(findings(beside, "BIL-267").size(), 1U);
    const auto years = read("Intitulé de l'action;Porteur;Subvention 2023;Subvention 2024;Nb de bénéficiaires\n"
                            "Atelier;X;1000;900;10\nForum;Y;2000;500;20\n",
                            "action");
    EXPECT_FALSE(values(years).contains("accorde_p147"));
    const auto bare = read(
        "Intitulé de l'action;Porteur;Montant;Nb de bénéficiaires\nAtelier;X;1000;10\nForum;Y;2000;20\n", "action");
    EXPECT_FALSE(values(bare).contains("accorde_p147"));
    EXPECT_EQ(findings(bare, "BIL-267").size(), 1U);
    const auto others = read("Action;Porteur;Financeur;Montant;Nb de bénéficiaires\nAtelier;X;CAF;1000;10\n"
                             "Forum;Y;Région;2000;20\n",
                             "action");
    EXPECT_FALSE(values(others).contains("accorde_p147")) << "it is no money of the programme 147";
}

TEST(Funding, PublicDataOnGrantsHoldTheAmountGranted)
{
    const auto reading =
        read("nomAttribuant;nomBeneficiaire;objet;montant;dateConvention\n"
             "Région Fictive;Asso A;Ateliers;3000;2024-03-04\nRégion Fictive;Club B;Sport;200;2024-03-04\n");
    EXPECT_EQ(chosen(reading), "financement");
    EXPECT_EQ(values(reading)["montant_accorde"], (List{"3000", "200"}));
    EXPECT_TRUE(findings(reading, "BIL-541").empty());
}

TEST(Funding, FundersByTheirProperNames)
{
    const auto reading = read("Intitulé de l'action;Porteur;CAF 69;Ville de Valmorin;OPH de Cassy;Valmorin Métropole\n"
                              "Atelier;X;100;200;300;400\nForum;Y;1000;2000;3000;4000\n",
                              "action");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["fin_caf"], (List{"100", "1000"}));
    EXPECT_EQ(read_values["fin_commune"], (List{"200", "2000"}));
    EXPECT_EQ(read_values["fin_bailleurs"], (List{"300", "3000"}));
    EXPECT_EQ(read_values["fin_epci"], (List{"400", "4000"}));
    EXPECT_TRUE(findings(reading, "BIL-542").empty()) << "whole hundreds are amounts";
    const auto small =
        read("Intitulé de l'action;Porteur;CAF;Ville de Valmorin\nAtelier;X;4;5\nForum;Y;3;6\n", "action");
    EXPECT_EQ(values(small)["fin_commune"], (List{"5", "6"}));
    EXPECT_EQ(
        sentence(small, "BIL-542"),
        "«\u00A0Ville de Valmorin\u00A0» est lu comme le nom d'un financeur, et ses nombres comme des euros\u00A0: "
        "Ville de Valmorin (fin_commune). Vérifiez-le\u00A0; sinon, répondez dans mappings.toml.");
    EXPECT_EQ(in_english(small, "BIL-542"),
              "\"Ville de Valmorin\" is read as the name of a funder, and its numbers as euros: Ville de Valmorin "
              "(fin_commune). Check it; otherwise answer in mappings.toml.");
    const auto place = read("Intitulé de l'action;Porteur;Ville de résidence;Commune du porteur;Nb de bénéficiaires\n"
                            "Atelier;X;69001;69002;10\nForum;Y;69003;69004;12\n",
                            "action");
    EXPECT_FALSE(values(place).contains("fin_commune"));
    const auto names = read("Action;Financeur;Montant accordé\nA;Valmorin Métropole;1000\nB;Cassy Habitat;200\n");
    EXPECT_EQ(values(names)["financeur"], (List{"epci", "bailleurs"}));
}

TEST(Funding, SeveralPursesOfOneFunderAddUp)
{
    const auto reading = read("Intitulé de l'action;Porteur;ARS;DRAC;FIPD;Ville de Valmorin;Ville de Cassy\n"
                              "Atelier;X;100;200;300;50;60\nForum;Y;10;20;30;500;600\n",
                              "action");
    EXPECT_EQ(values(reading)["fin_etat_autre"], (List{"600", "60"}));
    EXPECT_EQ(values(reading)["fin_commune"], (List{"110", "1100"}));
    EXPECT_EQ(findings(reading, "BIL-829").size(), 5U);
    const auto whole =
        read("Intitulé de l'action;Porteur;DRAC;Autres État\nAtelier;X;100;300\nForum;Y;10;30\n", "action");
    EXPECT_EQ(values(whole)["fin_etat_autre"], (List{"<err>", "<err>"})) << "the second may hold the first";
}

TEST(Funding, NaturesOfCreditsAsColumns)
{
    const char* const by_nature = "Action;Droit commun;;Crédits spécifiques;\n;Prévu;Réalisé;Prévu;Réalisé\n"
                                  "Atelier;100;90;300;400\nForum;11;12;13;14\n";
    const auto reading = read(by_nature, {}, {"B1:C1", "D1:E1"});
    EXPECT_EQ(chosen(reading), "financement");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["nature_credit"], (List{"droit commun", "spécifique politique de la ville", "droit commun",
                                                  "spécifique politique de la ville"}));
    EXPECT_EQ(read_values["montant_prevu"], (List{"100", "300", "11", "13"}));
    EXPECT_EQ(read_values["montant_realise"], (List{"90", "400", "12", "14"}));
    read_values = values(read("Action;Prévu;;Réalisé;\n;DC;Spécifique;DC;Spécifique\nAtelier;100;200;90;40\n"
                              "Forum;11;12;13;14\n",
                              "financement"));
    EXPECT_EQ(read_values["montant_realise"], (List{"90", "40", "13", "14"}));
    for (const bool is_merged : {false, true}) {
        const auto action = read("Intitulé de l'action;Porteur;Nb de femmes;Droit commun;;Crédits spécifiques;\n"
                                 ";;;Prévu;Réalisé;Prévu;Réalisé\nAtelier;X;5;100;90;300;400\nForum;Y;6;11;12;13;14\n",
                                 "action", is_merged ? List{"D1:E1", "F1:G1"} : List{});
        EXPECT_FALSE(values(action).contains("benef_total")) << "money is no people";
        EXPECT_FALSE(values(action).contains("benef_prevu"));
    }
}

TEST(Funding, PairsOfAFunderAndItsAmount)
{
    const auto numbered = read("Action;Porteur;Financeur 1;Montant 1;Financeur 2;Montant 2\n"
                               "Atelier;X;CAF;500;Région;200\nForum;Y;Ville de Valmorin;50;;\n");
    EXPECT_EQ(chosen(numbered), "financement");
    Values read_values = values(numbered);
    EXPECT_EQ(read_values["financeur"], (List{"caf", "region", "commune"}));
    EXPECT_EQ(read_values["montant_accorde"], (List{"500", "200", "50"}));
    EXPECT_EQ(
        sentence(numbered, "BIL-543"),
        "«\u00A0Montant 1\u00A0» ne dit pas si l'argent est demandé, prévu, accordé ou versé\u00A0; il est lu comme "
        "«\u00A0Montant accordé par le financeur\u00A0» (montant_accorde). Vérifiez-le, ou répondez dans "
        "mappings.toml.");
    EXPECT_EQ(in_english(numbered, "BIL-543"),
              "\"Montant 1\" does not say whether the money is asked for, foreseen, granted or paid; it is read as "
              "\"Montant accordé par le financeur\" (montant_accorde). Check it, or answer in mappings.toml.");
    const auto several = read("Action;Porteur;Cofinanceur 1;Montant demandé 1;Montant accordé 1;Cofinanceur 2;"
                              "Montant demandé 2;Montant accordé 2\nAtelier;X;CAF;100;80;Région;300;200\n"
                              "Forum;Y;CAF;11;12;;;\n");
    EXPECT_EQ(values(several)["montant_demande"], (List{"100", "300", "11"}));
    EXPECT_TRUE(findings(several, "BIL-543").empty());
    const auto uneven = read("Action;Porteur;Financeur 1;Montant accordé 1;Financeur 2\nAtelier;X;CAF;100;Région\n"
                             "Forum;Y;CAF;11;\n",
                             "financement");
    EXPECT_FALSE(values(uneven).contains("montant_accorde")) << "the second has no amount";
}

TEST(Funding, YearsAsColumnsKeepEachFunder)
{
    const auto reading =
        read("Financeur;2022;2023;2024\nCAF;100;230;300\nRégion;150;260;400\nVille de Valmorin;70;90;150\n");
    EXPECT_EQ(values(reading)["fin_commune"], (List{"70", "90", "150"}));
}

TEST(Funding, AgesWithSignsOfInequality)
{
    Values read_values = values(read("Intitulé de l'action;Porteur;Total;< 26 ans;26 - 49 ans;≥ 50 ans\n"
                                     "Atelier;X;28;11;12;5\nForum;Y;30;12;13;5\n",
                                     "action"));
    EXPECT_EQ(read_values["age_50_p"], (List{"5", "5"}));
    read_values = values(read("Intitulé de l'action;Porteur;Total;≤ 25 ans;26-49 ans;50 ans et +\n"
                              "Atelier;X;28;11;12;5\nForum;Y;30;12;13;5\n",
                              "action"));
    EXPECT_EQ(read_values["age_0_25"], (List{"11", "12"}));
}

TEST(Funding, PursesBelowTheirFunder)
{
    const auto reading =
        read("Porteur;Action;État;;Ville;\n;;PV;Droit commun;PV;Droit commun\nMJC;Ciné;2000;500;1000;200\n"
             "CIDFF;Droits;7000;3000;0;0\n",
             "action", {"C1:D1", "E1:F1"});
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"2000", "7000"}));
    EXPECT_EQ(values(reading)["fin_etat_autre"], (List{"500", "3000"}));
    EXPECT_EQ(values(reading)["fin_commune"], (List{"200", "0"}));
    EXPECT_EQ(values(reading)["fin_commune_pv"], (List{"1000", "0"}))
        << "its envelope for city policy is specific money";
}

TEST(Funding, FundersOfAProgrammingAreOfActions)
{
    const std::string table = "Porteur;Action;Coût total;P147;Ville;CAF\nMJC;Ciné;12000;2000;1000;500\n"
                              "CIDFF;Droits;30000;7000;2000;0\n";
    EXPECT_EQ(chosen(read("Contrat de ville - Programmation 2024;;;;;\n" + table)), "action");
    EXPECT_EQ(chosen(read(table)), "financement");
}

TEST(Funding, WordsBesideAFunderMayMakeItNoGrant)
{
    const auto read_below = [](const std::string& header) {
        const auto reading =
            read("Porteur;Action;Montant accordé P147;" + header + "\nAvenir;Atelier;4000;1000\nCap;Forum;3000;900\n",
                 "action");
        std::string fields;
        for (const auto& [field, texts] : values(reading))
            if (field.starts_with("fin_")) fields += field + " ";
        return fields;
    };
    for (const char* const header : {"Ville N-1", "CAF annulé", "Région reliquat", "Département 2022 (rappel)",
                                     "Ville mise à disposition", "Région à venir", "CAF max", "Ville valorisation",
                                     "Région hors QPV", "Ville personnel", "Dépenses Métropole"})
        EXPECT_EQ(read_below(header), "") << header;
    EXPECT_EQ(read_below("Ville de Maxéville"), "fin_commune ");
    EXPECT_EQ(read_below("Région Les Monts"), "fin_region ");
    EXPECT_EQ(read_below("Subvention Ville"), "fin_commune ");
}

TEST(Funding, AStageBelowTheNameOfAFunderIsIts)
{
    Values rows = values(read("Action;Porteur;CAF 69;;Région;\n;;Demande;Accord;Demande;Accord\n"
                              "Atelier;Asso A;1000;800;500;400\nForum;Asso B;600;0;300;300\n",
                              "action"));
    Values above = values(read("Action;Porteur;Demande;;Accord;\n;;CAF 69;Région;CAF 69;Région\n"
                               "Atelier;Asso A;1000;500;800;400\nForum;Asso B;600;300;0;300\n",
                               "action"));
    EXPECT_EQ(above["fin_caf"], (std::vector<std::string>{"800", "0"}));
    EXPECT_EQ(above["fin_caf_demande"], (std::vector<std::string>{"1000", "600"}));
    EXPECT_EQ(rows["fin_caf"], (std::vector<std::string>{"800", "0"}));
    EXPECT_EQ(rows["fin_region"], (std::vector<std::string>{"400", "300"}));
}

/// Left out, the others would look like all of the money: a coverage of 100 % of what nobody knows.
TEST(Funding, AFunderWithoutAnyNumberAmongOthersIsUnknown)
{
    Values read_values = values(read("Action;Porteur;Exercice;Accordé P147;Région;CAF;Ville\n"
                                     "Ateliers;Association fictive;2025;1000;500;NC;200\n"
                                     "Parcours;Maison fictive;2025;2000;700;NC;300\n",
                                     "action"));
    EXPECT_EQ(read_values["fin_caf"], (List{"<nc>", "<nc>"}));
    Values alone = values(read("Action;Porteur;CAF\nAteliers;Association fictive;NC\n", "action"));
    EXPECT_FALSE(alone.contains("fin_caf")) << "nothing beside it says that it is money";
}

} // namespace
} // namespace bilan::schemas
