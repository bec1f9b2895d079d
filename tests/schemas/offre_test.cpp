// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* clean =
    "Exercice;Axe stratégique;Offre de services;Opérateur;Échelle;Public;QPV concernés;Périodicité;"
    "Nb de bénéficiaires total;Taux habitants des QPV;Femmes;Hommes;- de 26 ans;26-45;+ de 45;Niveau 3;% abandon;"
    "Entrées en formation;Orientations;Cible;Réalisé;Commentaire;Mise en œuvre\n"
    "2023;2;Parcours fictif;Association du Port;quartier;habitants;QP044012;permanente;80;75 %;45;35;30;40;10;20;10 "
    "%;12;9;"
    "100;80;Suites connues;en cours\n"
    "2023;3;Locaux d'activité;Agglo du Val;métropole;entreprises;QP044012, "
    "QP044013;annuelle;so;so;so;so;so;so;so;so;so;so;"
    "so;5;6;;réalisé\n";

TEST(Offre, CleanTable)
{
    for (const char* schema : {"offre", ""}) {
        const auto reading = read(clean, schema);
        ASSERT_EQ(chosen(reading), "offre");
        Values read = values(reading);
        EXPECT_EQ(read["axe"], (List{"2", "3"}));
        EXPECT_EQ(read["offre"], (List{"Parcours fictif", "Locaux d'activité"}));
        EXPECT_EQ(read["operateur"], (List{"Association du Port", "Agglo du Val"}));
        EXPECT_EQ(read["echelle"], (List{"quartier", "métropole"}));
        EXPECT_EQ(read["public"], (List{"habitants", "entreprises"}));
        EXPECT_EQ(read["territoires"], (List{"QP044012", "QP044012|QP044013"}));
        EXPECT_EQ(read["periodicite"], (List{"permanente", "annuelle"}));
        EXPECT_EQ(read["benef_total"], (List{"80", "<so>"}));
        EXPECT_EQ(read["taux_qpv"], (List{"0.75", "<so>"}));
        EXPECT_EQ(read["benef_f"], (List{"45", "<so>"}));
        EXPECT_EQ(read["age_0_25"], (List{"30", "<so>"}));
        EXPECT_EQ(read["age_26_45"], (List{"40", "<so>"}));
        EXPECT_EQ(read["niv_3"], (List{"20", "<so>"}));
        EXPECT_EQ(read["taux_abandon"], (List{"0.1", "<so>"}));
        EXPECT_EQ(read["nb_formation"], (List{"12", "<so>"}));
        EXPECT_EQ(read["nb_orientation"], (List{"9", "<so>"}));
        EXPECT_EQ(read["cible"], (List{"100", "5"}));
        EXPECT_EQ(read["realise"], (List{"80", "6"}));
        EXPECT_EQ(read["etat"], (List{"en cours", "réalisé"}));
    }
}

// The matrix of offers and quarters: crosses under codes and names.
TEST(Offre, QuartersAsColumnsOfCrosses)
{
    for (const char* schema : {"offre", ""}) {
        const auto reading = read("Offre de services - tableau des indicateurs 2023\n"
                                  "Axe;Offre;Opérateur;QPV concernés;;\n"
                                  ";;;Bellevue;Dervallières;Port Fictif\n"
                                  "Axe 1 - Accès à l'emploi;Forum emploi;France Travail;X;;x\n"
                                  "2;Parrainage;Mission locale;;X;\n"
                                  "axe 9;Ateliers;PLIE;;;\n",
                                  schema, {"A2:A3", "B2:B3", "C2:C3", "D2:F2"});
        ASSERT_EQ(chosen(reading), "offre");
        Values read = values(reading);
        EXPECT_EQ(read["axe"], (List{"1", "2", "<err>"}));
        EXPECT_EQ(read["territoires"], (List{"Bellevue|Port Fictif", "Dervallières", "<vide>"}));
        EXPECT_EQ(read["exercice"], (List{"2023", "2023", "2023"}));
        EXPECT_EQ(intake::test::findings(reading, "C15"), (List{"A6 axe 9"}));
    }
}

} // namespace
} // namespace bilan::schemas
