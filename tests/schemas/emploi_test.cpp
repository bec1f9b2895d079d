// SPDX-License-Identifier: MPL-2.0
//
// Ages crossed with sex, whichever of the two stands above the other; kinds of exits in several columns.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

TEST(Emploi, WomenAndMenOfAnAgeInOneHeader)
{
    const auto reading =
        read("Porteur;Intitulé;Bénéficiaires;Femmes;Hommes;Femmes 16-25 ans;Hommes 16-25 ans;F 26-49 ans;"
             "H 26-49 ans;50 ans et + / Femmes;50 ans et + / Hommes;- de 26 ans\n"
             "Avenir;Atelier;10;6;4;1;1;3;2;2;1;2\nCap;Forum;8;4;4;NC;2;1;0;3;2;2\n",
             "emploi");
    Values read = values(reading);
    EXPECT_EQ(read["f_age_16_25"], (List{"1", "<nc>"}));
    EXPECT_EQ(read["h_age_16_25"], (List{"1", "2"}));
    EXPECT_EQ(read["f_age_26_49"], (List{"3", "1"}));
    EXPECT_EQ(read["h_age_26_49"], (List{"2", "0"}));
    EXPECT_EQ(read["f_age_50_p"], (List{"2", "3"}));
    EXPECT_EQ(read["h_age_50_p"], (List{"1", "2"}));
    EXPECT_EQ(read["age_0_25"], (List{"2", "2"})) << "everybody of an age has a field of its own";
    EXPECT_EQ(read["benef_f"], (List{"6", "4"}));
}

TEST(Emploi, WomenAndMenAboveTheirBands)
{
    const auto reading =
        read("Porteur;Intitulé;Bénéficiaires;Femmes;;Hommes;\n;;;- de 26 ans;26 ans et +;- de 26 ans;26 ans et +\n"
             "Avenir;Atelier;21;1;2;4;5\nCap;Forum;21;3;6;7;5\n",
             "emploi", {"D1:E1", "F1:G1"});
    Values read = values(reading);
    EXPECT_EQ(read["f_age_0_25"], (List{"1", "3"}));
    EXPECT_EQ(read["f_age_26_p"], (List{"2", "6"}));
    EXPECT_EQ(read["h_age_0_25"], (List{"4", "7"}));
    EXPECT_EQ(read["h_age_26_p"], (List{"5", "5"}));
    EXPECT_FALSE(read.contains("age_0_25"));
}

TEST(Emploi, BothSexesAreNoColumnOfOne)
{
    Values read = values(schemas::read(
        "Porteur;Intitulé;Bénéficiaires;H/F 16-25 ans;Femmes QPV 16-25 ans\nAvenir;Atelier;10;6;2\n", "emploi"));
    for (const auto& [field, texts] : read) {
        EXPECT_FALSE(field.starts_with("f_age_")) << field;
        EXPECT_FALSE(field.starts_with("h_age_")) << field;
    }
}

TEST(Emploi, BandsOfWomenDoNotExceedTheWomen)
{
    EXPECT_EQ(broken("Porteur;Intitulé;Bénéficiaires;Femmes;Hommes;Femmes 16-25 ans;Femmes 26-49 ans;Hommes 16-25 ans\n"
                     "Avenir;Atelier;10;6;4;3;3;4\nCap;Forum;10;6;4;4;3;4\nRive;Stage;10;6;4;3;3;5\n",
                     "emploi"),
              (List{"M05 3", "M05 4"}));
}

// Exits in two columns are two parts of one kind of exit (domain dossier 3.4.5).
TEST(Emploi, KindsOfContractsAreAddedToKindsOfExits)
{
    const auto reading = read("Action;Opérateur;Nb entrées;Nb sorties;CDI;CDD + 6 mois;CDD - 6 mois;Intérim\n"
                              "Coaching;PLIE;30;20;4;3;2;1\n"
                              "Atelier;Mission locale;10;8;1;;2;0\n",
                              "emploi");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["nb_emploi_durable"], (List{"7", "<vide>"})); // unknown is not zero
    EXPECT_EQ(read_values["nb_emploi_transition"], (List{"3", "2"}));
    EXPECT_EQ(intake::test::findings(reading, "BIL-829"), (List{"E1", "F1", "G1", "H1"}));
}

TEST(Emploi, AWholeBesideAPartStandsAlone)
{
    const auto reading = read("Action;Opérateur;Nb sorties;CDI;Emploi durable\nCoaching;PLIE;20;4;7\n"
                              "Atelier;Mission locale;9;1;2\n",
                              "emploi");
    EXPECT_EQ(values(reading)["nb_emploi_durable"], (List{"7", "2"}));
}

} // namespace
} // namespace bilan::schemas
