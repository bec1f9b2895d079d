// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* clean =
    "Contrat de ville;Département;Modalité de réalisation;Période évaluée;Place EFH;BIE;Place LCD;Place CC;"
    "CC accompagnement;CC réussites;Place DC;DC part;DC périmètre;DC conclusion;Place emploi;Emploi conclusion;"
    "BIE conséquences;Page\n"
    "Contrat A;01;interne;2015-2022;3;mise en œuvre;0;3;oui;animation du quartier; 2;12 %;P1;positif;3;mitigé;non;12\n"
    "Contrat B;38;externe;2015-2022;1;non évoqué;1;2;non;;3;68 %;P4;non atteint;0;sans conclusion;;'p. 4-7\n";

TEST(Rapport, CleanGrid)
{
    for (const char* schema : {"rapport", ""}) {
        const auto reading = read(clean, schema);
        ASSERT_EQ(chosen(reading), "rapport");
        Values read = values(reading);
        EXPECT_EQ(read["contrat"], (List{"Contrat A", "Contrat B"}));
        EXPECT_EQ(read["departement"], (List{"01", "38"}));
        EXPECT_EQ(read["modalite"], (List{"interne", "externe"}));
        EXPECT_EQ(read["periode"], (List{"2015-2022", "2015-2022"}));
        EXPECT_EQ(read["place_efh"], (List{"3", "1"}));
        EXPECT_EQ(read["bie"], (List{"mise en œuvre", "non évoqué"}));
        EXPECT_EQ(read["place_lcd"], (List{"0", "1"}));
        EXPECT_EQ(read["place_cc"], (List{"3", "2"}));
        EXPECT_EQ(read["cc_accompagnement"], (List{"oui", "non"}));
        EXPECT_EQ(read["cc_reussites"], (List{"animation du quartier", "<vide>"}));
        EXPECT_EQ(read["place_dc"], (List{"2", "3"}));
        EXPECT_EQ(read["dc_part"], (List{"0.12", "0.68"}));
        EXPECT_EQ(read["dc_perimetre"], (List{"P1", "P4"}));
        EXPECT_EQ(read["dc_conclusion"], (List{"positif", "non atteint"}));
        EXPECT_EQ(read["place_emploi"], (List{"3", "0"}));
        EXPECT_EQ(read["emp_conclusion"], (List{"mitigé", "sans conclusion"}));
        EXPECT_EQ(read["bie_consequence"], (List{"0", "<vide>"}));
        EXPECT_EQ(read["page"], (List{"12", "p. 4-7"}));
    }
}

// Words for levels, crosses for items, unknowns.
constexpr const char* messy =
    "Grille de codage des évaluations locales\n"
    "Collectivité;Éval. interne/externe;Égalité femmes-hommes (place);Place du droit commun;Part DC;Emploi (place);"
    "Difficultés emploi;Conclusion emploi;CC difficultés : Covid;CC difficultés : Conflits\n"
    "Agglo Un;Mixte;évoquée seulement;Analyse approfondie;NC;Traité;moyens ¦ mobilisation des habitants;Plutôt "
    "négatif;X;\n"
    "Agglo Deux;en interne;non traitée;évoqué;25 %;analysé;;;;\n"
    "Agglo Trois;prestataire;de loin;traité;n.d.;non évoqué;;;X;x\n";

TEST(Rapport, MessyGrid)
{
    for (const char* schema : {"rapport", ""}) {
        const auto reading = read(messy, schema);
        ASSERT_EQ(chosen(reading), "rapport");
        Values read = values(reading);
        EXPECT_EQ(read["contrat"], (List{"Agglo Un", "Agglo Deux", "Agglo Trois"}));
        EXPECT_EQ(read["modalite"], (List{"mixte", "interne", "externe"}));
        EXPECT_EQ(read["place_efh"], (List{"1", "0", "<err>"}));
        EXPECT_EQ(read["place_dc"], (List{"3", "1", "2"}));
        EXPECT_EQ(read["dc_part"], (List{"<nc>", "0.25", "<nd>"}));
        EXPECT_EQ(read["place_emploi"], (List{"2", "3", "0"}));
        EXPECT_EQ(read["emp_difficultes"].front(), "moyens|mobilisation des habitants");
        EXPECT_EQ(read["emp_conclusion"].front(), "négatif");
        EXPECT_EQ(read["cc_difficultes"], (List{"Covid", "<vide>", "Covid|conflits"}));
        EXPECT_EQ(intake::test::findings(reading, "C15"), (List{"C5 de loin"}));
    }
}

// Three populations in one folder: a project manager's return on a contract is no second coding of its report.
TEST(Rapport, ReturnsOfOtherSources)
{
    const auto reading = read("Territoire;Département;Type de source;Période évaluée\n"
                              "Contrat A;01;Chef·fe de projet PV;2015-2022\nContrat A;01;Rapport;2015-2022\n"
                              "DDETS Un;01;DDETS;\nContrat B;07;chef-fe de projet;\nContrat B;07;le préfet;\n",
                              "rapport");
    Values read = values(reading);
    EXPECT_EQ(read["type_source"], (List{"chef de projet", "rapport", "DDETS", "chef de projet", "<err>"}));
    EXPECT_EQ(intake::test::findings(reading, "S04"), List{});
    EXPECT_EQ(intake::test::findings(reading, "C15"), (List{"C6 le préfet"}));
}

TEST(Rapport, AThemeOverAScaleIsItsPlace)
{
    Values read = values(schemas::read("Contrat de ville;Conseils citoyens;Droit commun (0 à 3);Emploi (0 à 3)\n"
                                       "Valmorin;3;3;2\nOrgeval;2;2;1\nSaint-Aubry;1;0;3\n",
                                       "rapport"));
    EXPECT_EQ(read["place_dc"], (List{"3", "2", "0"}));
    EXPECT_EQ(read["place_emploi"], (List{"2", "1", "3"}));
    EXPECT_EQ(read.count("dc_part") + read.count("emp_part"), 0U);
    Values bare = values(schemas::read("Contrat de ville;EFH;LCD;Conseils citoyens;Droit commun;Emploi\n"
                                       "Valmorin;2;1;3;0;1\nOrgeval;3;0;2;1;2\n",
                                       "rapport"));
    EXPECT_EQ(bare["place_efh"], (List{"2", "3"}));
    EXPECT_EQ(bare["place_dc"], (List{"0", "1"}));
    EXPECT_EQ(bare["place_emploi"], (List{"1", "2"}));
    Values shares =
        values(schemas::read("Contrat de ville;LCD;Droit commun\nValmorin;2;12\nOrgeval;3;40\n", "rapport"));
    EXPECT_EQ(shares.count("place_dc"), 0U) << "those are no levels";
}

TEST(Rapport, ATotalBelowTheGridSaysNothingOfItsColumns)
{
    Values read = values(
        schemas::read("Contrat de ville;Département;Place du droit commun;Part du droit commun;Place de l'emploi\n"
                      "Valmorin;69;3;12 %;3\nOrgeval;38;3;;2\nSaint-Aubry;01;2;30 %;3\n"
                      "Lune;01;3;;0\nBocage;69;3;;1\nTotal;;14;;9\n",
                      "rapport"));
    EXPECT_EQ(read["place_dc"], (List{"3", "3", "2", "3", "3"}));
    EXPECT_EQ(read["place_emploi"], (List{"3", "2", "3", "0", "1"}));
}

TEST(Rapport, ThemesUnderOneGroup)
{
    const auto reading = schemas::read("Contrat;Thèmes abordés;;;;\n;EFH;LCD;CC;DC;Emploi\n"
                                       "Contrat A;traité;non;évoqué;X;analyse approfondie\n"
                                       "Contrat B;traité;non;évoqué;X;analyse approfondie\n",
                                       "rapport");
    Values read = values(reading);
    EXPECT_EQ(read["place_efh"], (List{"2", "2"}));
    EXPECT_EQ(read["place_lcd"], (List{"0", "0"}));
    EXPECT_EQ(read["place_cc"], (List{"1", "1"}));
    EXPECT_EQ(read["place_emploi"], (List{"3", "3"}));
    EXPECT_EQ(
        intake::test::sentence(reading, "BIL-539"),
        "La colonne «\u00A0Thèmes abordés / DC\u00A0» n'a que des croix, qui ne disent pas laquelle des valeurs de "
        "«\u00A0Place du droit commun (place_dc)\u00A0» est vraie\u00A0: aucune valeur n'a été retenue. Demandez au "
        "partenaire de l'écrire en toutes lettres.");
    EXPECT_EQ(base::render({"BIL-539", {"Thèmes / DC", "place_dc"}}, base::Language::english),
              "The column \"Thèmes / DC\" holds nothing but crosses, which do not say which value of \"place_dc\" is "
              "true: no value was kept. Ask the partner to write it in full.");
}

} // namespace
} // namespace bilan::schemas
