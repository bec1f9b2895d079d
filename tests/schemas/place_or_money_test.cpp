// SPDX-License-Identifier: MPL-2.0
//
// « Commune », « Région », « CP », « CA » name a funder or an amount, and a place, a postcode, the accounts of a year:
// what the cells and the columns beside them say, and questions where they say nothing.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using List = std::vector<std::string>;

/// Two actions with one more column, before the cost.
intake::FileReading actions(const std::string& header, const std::string& first, const std::string& second,
                            const std::string& more = "CAF;Région", const std::string& cells = "100;500")
{
    return read("Intitulé de l'action;Porteur;" + header + ";" + more + ";Coût total\nAtelier;X;" + first + ";" +
                    cells + ";5000\nForum;Y;" + second + ";" + cells + ";7000\n",
                "action");
}

bool is_asked(const intake::FileReading& reading)
{
    return !findings(reading, "BIL-266").empty() || !findings(reading, "BIL-267").empty();
}

TEST(PlaceOrMoney, CodesOfMunicipalitiesAreNoAmounts)
{
    for (const char* header : {"Commune", "Ville"}) {
        const auto beside = actions(header, "69123", "69266");
        EXPECT_EQ(values(beside)["commune"], (List{"69123", "69266"})) << header;
        EXPECT_FALSE(values(beside).contains("fin_commune")) << header;
        const auto zeros = actions(header, "'01004", "'01053");
        EXPECT_EQ(values(zeros)["commune"], (List{"01004", "01053"})) << header;
        EXPECT_EQ(values(actions(header, "1000", "1500"))["fin_commune"], (List{"1000", "1500"})) << header;
        EXPECT_EQ(values(actions(header, "12000", "25000"))["fin_commune"], (List{"12000", "25000"})) << header;
    }
}

TEST(PlaceOrMoney, WhatMayBeCodesOrAmountsIsAsked)
{
    for (const auto& [first, second] : {std::pair{"69100", "69200"}, std::pair{"1234", "2351"}}) {
        const auto reading = actions("Commune", first, second);
        EXPECT_FALSE(values(reading).contains("fin_commune")) << first;
        EXPECT_FALSE(values(reading).contains("commune")) << first;
        EXPECT_TRUE(is_asked(reading)) << first;
    }
    EXPECT_EQ(values(actions("Commune (€)", "1234", "2351"))["fin_commune"], (List{"1234", "2351"}));
}

TEST(PlaceOrMoney, CodesOfDepartmentsAndRegionsAreNoAmounts)
{
    for (const char* header : {"Département", "Dép.", "Région"})
        for (const auto& [first, second] : {std::pair{"84", "84"}, std::pair{"84", "11"}, std::pair{"'001", "'069"}}) {
            const auto reading = actions(header, first, second, "CAF;Ville", "100;500");
            EXPECT_FALSE(values(reading).contains("fin_departement")) << header << first;
            EXPECT_FALSE(values(reading).contains("fin_region")) << header << first;
            EXPECT_TRUE(is_asked(reading)) << header << first;
        }
    EXPECT_EQ(values(actions("Département", "0", "1500"))["fin_departement"], (List{"0", "1500"}));
    EXPECT_EQ(values(actions("Département (k€)", "69", "12"))["fin_departement"], (List{"69000", "12000"}));
    EXPECT_EQ(values(actions("Localisation / Département", "69", "69")).contains("fin_departement"), false);
}

TEST(PlaceOrMoney, APostcodeIsNoPayment)
{
    const auto reading = actions("CP;Ville", "69100;Valmont", "38000;Brigny");
    EXPECT_FALSE(values(reading).contains("paye_p147"));
    EXPECT_EQ(values(reading)["commune"], (List{"Valmont", "Brigny"}));
    EXPECT_TRUE(is_asked(reading));
    const auto apart = actions("CP;Quartier", "69100;Lac", "38000;Fort", "Accordé", "1000");
    EXPECT_FALSE(values(apart).contains("paye_p147"));
    EXPECT_TRUE(is_asked(apart));
    const auto credits = actions("AE;CP", "50000;45000", "12000;12000", "CAF", "100");
    EXPECT_EQ(values(credits)["paye_p147"], (List{"45000", "12000"}));
    const auto payments = actions("CP", "4500", "12000", "Accordé", "5000");
    EXPECT_EQ(values(payments)["paye_p147"], (List{"4500", "12000"}));
}

TEST(PlaceOrMoney, AShareIsNoAmount)
{
    for (const char* header :
         {"% Région", "Part Ville (%)", "Région (%)", "% CAF", "Taux CAF", "% P147", "Part P147 (%)", "% Ville"}) {
        const auto reading = actions(header, "20", "30", "Accordé", "1000");
        for (const char* field : {"fin_region", "fin_commune", "fin_caf"})
            EXPECT_FALSE(values(reading).contains(field)) << header;
        EXPECT_EQ(values(reading)["accorde_p147"], (List{"1000", "1000"})) << header;
        EXPECT_TRUE(is_asked(reading)) << header;
    }
    EXPECT_EQ(values(actions("Part Ville", "2000", "3000"))["fin_commune"], (List{"2000", "3000"}));
    EXPECT_FALSE(values(actions("Part Ville", "20", "30")).contains("fin_commune"));
}

TEST(PlaceOrMoney, WhatIsCountedIsNoAmount)
{
    for (const char* header : {"Bénévolat (heures)", "Bénévolat (h)", "Emplois aidés (ETP)", "Bénévolat (jours)"})
        EXPECT_FALSE(values(actions(header, "100", "40")).contains("fin_valorisation")) << header;
    EXPECT_EQ(values(actions("Bénévolat", "1000", "400"))["fin_valorisation"], (List{"1000", "400"}));
    EXPECT_FALSE(values(actions("Emplois aidés", "2", "1")).contains("fin_asp"));
    EXPECT_EQ(values(actions("Emplois aidés", "2000", "1500"))["fin_asp"], (List{"2000", "1500"}));
    for (const char* header : {"Nb projets FPH", "Projets FPH", "FPH (nb de projets)"}) {
        const auto council =
            read("Conseil citoyen;QPV;Nb membres;" + std::string(header) + "\nCC A;QN06910M;20;5\nCC B;QN06911M;18;3\n",
                 "conseil");
        EXPECT_FALSE(values(council).contains("budget")) << header;
        EXPECT_TRUE(is_asked(council)) << header;
    }
}

TEST(PlaceOrMoney, TheAccountsOfAYearAreNobodysMoney)
{
    const std::string rows = "Atelier;Ville;1000;900\nForum;Région;2000;1900\nClub;CAF;100;90\n";
    const auto below = read(";;BP;CA\nAction;Financeur;2023;2023\n" + rows, "financement");
    EXPECT_EQ(values(below)["montant_prevu"], (List{"1000", "2000", "100"}));
    EXPECT_EQ(values(below)["montant_realise"], (List{"900", "1900", "90"}));
    EXPECT_FALSE(values(below).contains("fin_epci"));
    const auto one = read("Action;Financeur;BP 2023;CA 2023\n" + rows, "financement");
    EXPECT_EQ(values(one)["montant_realise"], (List{"900", "1900", "90"}));
    for (const char* group : {";;;;;", ";;Financeurs;;;", ";;Plan de financement;;;"}) {
        const auto funders =
            read(std::string(group) + "\nAction;Porteur;Ville;CA;Région;CAF\nAtelier;X;1000;900;500;600\n"
                                      "Forum;Y;500;400;700;800\n",
                 "financement");
        EXPECT_FALSE(values(funders).contains("montant_realise")) << group;
        EXPECT_FALSE(values(funders).contains("fin_epci")) << group;
        EXPECT_TRUE(is_asked(funders)) << group;
    }
    // Funders below « Financeur », beside « Porteur », are no labels of a table written across.
    const auto wide = read(";;;BP;CA\nAction;Porteur;Financeur;2023;2023\nAtelier;X;Région;1000;900\n"
                           "Forum;Y;DRAC;2000;1900\nClub;Z;Bailleurs;100;90\nDanse;X;EPCI;50;40\n",
                           "financement");
    EXPECT_EQ(values(wide)["intitule"], (List{"Atelier", "Forum", "Club", "Danse"}));
    EXPECT_EQ(values(wide)["montant_realise"], (List{"900", "1900", "90", "40"}));
}

TEST(PlaceOrMoney, WhatIsAskedOfTheStateIsTheRequest)
{
    for (const char* header :
         {"Montant sollicité auprès de l'État", "Montant demandé auprès de l'Etat", "Sollicité auprès de l'État"})
        EXPECT_EQ(values(actions(header, "2000", "900", "Accordé", "800"))["demande_p147"], (List{"2000", "900"}))
            << header;
}

TEST(PlaceOrMoney, TheAmountOfAnotherYearIsNoRival)
{
    const auto reading = read("Intitulé de l'action;Porteur;Exercice;Accordé;Accordé 2022\nAtelier;X;2023;1000;800\n"
                              "Forum;Y;2023;900;700\n",
                              "action");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"1000", "900"}));
    EXPECT_EQ(findings(reading, "BIL-832").size(), 1U);
    EXPECT_TRUE(findings(reading, "BIL-821").empty());
    for (const char* headers : {"Accordé 2023;Accordé 2022", "Accordé;Accordé 2022;Accordé 2021"}) {
        const auto several = read("Intitulé de l'action;Porteur;Exercice;" + std::string(headers) +
                                      "\nAtelier;X;2023;1000;800;700\nForum;Y;2023;900;700;600\n",
                                  "action");
        EXPECT_EQ(values(several)["accorde_p147"], (List{"1000", "900"})) << headers;
        EXPECT_FALSE(findings(several, "BIL-832").empty()) << headers;
    }
    const auto open =
        read("Intitulé de l'action;Porteur;Accordé;Accordé 2022\nAtelier;X;1000;800\nForum;Y;900;700\n", "action");
    EXPECT_EQ(values(open)["accorde_p147"], (List{"<err>", "<err>"})) << "nothing says which year the table is of";
}

} // namespace
} // namespace bilan::schemas
