// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include "base/message.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* official =
    "code_qp;lib_qp;insee_reg;lib_reg;insee_dep;lib_dep;insee_com;lib_com;siren_epci;lib_epci\n"
    "'QN00101M;Les Tilleuls;'84;Auvergne-Rhône-Alpes;'01;Ain;'01053;Valmont;'200071751;CA de Valmont\n"
    "'QN06901I;Le Fort;'84;Auvergne-Rhône-Alpes;'69;Rhône;'69123;Port-Fictif;'200046977;Métropole fictive\n";

TEST(Territoire, TheOfficialList)
{
    for (const char* schema : {"territoire", ""}) {
        const auto reading = read(official, schema);
        ASSERT_EQ(chosen(reading), "territoire");
        Values read = values(reading);
        EXPECT_EQ(read["code_qp"], (List{"QN00101M", "QN06901I"}));
        EXPECT_EQ(read["lib_qp"], (List{"Les Tilleuls", "Le Fort"}));
        EXPECT_EQ(read["insee_reg"], (List{"84", "84"}));
        EXPECT_EQ(read["lib_reg"], (List{"Auvergne-Rhône-Alpes", "Auvergne-Rhône-Alpes"}));
        EXPECT_EQ(read["insee_dep"], (List{"01", "69"}));
        EXPECT_EQ(read["lib_dep"], (List{"Ain", "Rhône"}));
        EXPECT_EQ(read["insee_com"], (List{"01053", "69123"}));
        EXPECT_EQ(read["lib_com"], (List{"Valmont", "Port-Fictif"}));
        EXPECT_EQ(read["siren_epci"], (List{"200071751", "200046977"}));
        EXPECT_EQ(read["lib_epci"], (List{"CA de Valmont", "Métropole fictive"}));
    }
}

TEST(Territoire, AQuarterMayBearTheNameOfAPerson)
{
    const auto reading =
        read("code_qp;lib_qp;lib_com\nQN00101M;Gabriel Valmont;Valmont\nQN06901I;Le Fort;Saint-Orse\n");
    Values read = values(reading);
    EXPECT_EQ(read["lib_qp"], (List{"Gabriel Valmont", "Le Fort"}));
}

// Title lines above, rates as numbers under a unit, « faible » for a secret.
constexpr const char* insee =
    "Indicateurs par quartier\n"
    "Source : fichier fictif, données 2021\n"
    "Code QPV;Libellé QPV;Population municipale;Taux de pauvreté (%);Revenu médian;Part des moins de 25 ans;"
    "Taux d'emploi 15-64;DEFM ABC;DEFM femmes;Allocataires CAF\n"
    "'QP069010;Les Tilleuls;2 150;43,5;12 480 €;41,2 %;38,1 %;320;150;610\n"
    "'QP069011;Le Fort;990;nd;s;35 %;faible;faible;s;NC\n";

TEST(Territoire, OneColumnAnIndicator)
{
    for (const char* schema : {"territoire", ""}) {
        const auto reading = read(insee, schema);
        ASSERT_EQ(chosen(reading), "territoire");
        Values read = values(reading);
        EXPECT_EQ(read["code_qp"], (List{"QP069010", "QP069011"}));
        EXPECT_EQ(read["population"], (List{"2150", "990"}));
        EXPECT_EQ(read["taux_pauvrete"], (List{"0.435", "<nd>"}));
        EXPECT_EQ(read["revenu_median"], (List{"12480", "<secret>"})) << "an income is masked as a count of persons is";
        EXPECT_EQ(read["part_moins_25"], (List{"0.412", "0.35"}));
        EXPECT_EQ(read["taux_emploi"], (List{"0.381", "<secret>"}));
        EXPECT_EQ(read["defm_abc"], (List{"320", "<secret>"}));
        EXPECT_EQ(read["defm_f"], (List{"150", "<secret>"}));
        EXPECT_EQ(read["allocataires_caf"], (List{"610", "<nc>"}));
    }
}

TEST(Territoire, OneRowAnIndicator)
{
    for (const char* schema : {"territoire", ""}) {
        const auto reading = read("Territoire;Indicateur;Année;Valeur;Unité;Source\n"
                                  "QP069010;Population municipale;2020;2150;habitants;INSEE\n"
                                  "Valmont;Taux de pauvreté;2020;0,21;%;INSEE\n",
                                  schema);
        ASSERT_EQ(chosen(reading), "territoire");
        Values read = values(reading);
        EXPECT_EQ(read["territoire"], (List{"QP069010", "Valmont"}));
        EXPECT_EQ(read["indicateur"], (List{"Population municipale", "Taux de pauvreté"}));
        EXPECT_EQ(read["exercice"], (List{"2020", "2020"}));
        EXPECT_EQ(read["valeur"], (List{"2150", "0.21"}));
        EXPECT_EQ(read["source"], (List{"INSEE", "INSEE"}));
    }
}

TEST(Territoire, ACodeIsThatOfQuartersWhereItsCellsAre)
{
    constexpr const char* rows =
        "QPV;QN03801M;Nord;CA;Population;2024;900\nQPV;QP038001;Ancien;CA;Population;2018;800\n"
        "EPCI;;CA;;Population;2024;9000\n";
    for (const char* code : {"Code", "Code territoire", "Code géographique"}) {
        const auto reading = read("Niveau;" + std::string(code) + ";Territoire;EPCI;Indicateur;Année;Valeur\n" + rows);
        Values read = values(reading);
        EXPECT_EQ(read["code_qp"], (List{"QN03801M", "QP038001", "<vide>"})) << code;
        EXPECT_EQ(read["territoire"].size(), 3U) << code;
    }
    Values other =
        values(read("Niveau;Code;Territoire;Indicateur;Année;Valeur\nEPCI;200000001;CA;Population;2024;9000\n"
                    "commune;38001;Valmont;Population;2024;900\n"));
    EXPECT_FALSE(other.contains("code_qp"));
    EXPECT_EQ(base::render({"BIL-061", {"Code du quartier", "Code"}}, base::Language::french),
              "L'en-tête «\u00A0Code\u00A0» dit peu, et ses cellules sont des codes de quartiers\u00A0: la colonne est "
              "lue comme «\u00A0Code du quartier\u00A0». Rien à faire.");
    EXPECT_EQ(base::render({"BIL-061", {"Code of the quarter", "Code"}}, base::Language::english),
              "The header \"Code\" says little, and its cells are codes of quarters: the column is read as \"Code of "
              "the quarter\". Nothing to do.");
}

TEST(Territoire, AMaskedValueIsSecret)
{
    const auto reading = read("Territoire;Indicateur;Année;Valeur;Unité;Source\n"
                              "QP069010;Allocataires;2020;610;foyers;Caf\n"
                              "QP069011;Allocataires;2020;s;foyers;Caf\n",
                              "territoire");
    EXPECT_EQ(intake::test::values_of(reading, "valeur"), (List{"610", "<secret>"}));
}

TEST(Territoire, YearsAsColumnsBecomeRows)
{
    const auto reading = read("Code QPV;Libellé QPV;Population 2018;Population 2020\n"
                              "'QP069010;Les Tilleuls;2100;2150\n",
                              "territoire");
    EXPECT_EQ(intake::test::values_of(reading, "exercice"), (List{"2018", "2020"}));
    EXPECT_EQ(intake::test::values_of(reading, "population"), (List{"2100", "2150"}));
}

// A number of another year than those of the columns beside it belongs to none of their rows, and is not lost.
TEST(Territoire, ALoneColumnOfAnotherYearHasARowOfItsOwn)
{
    const auto reading = read("Quartier;Population 2018;Population 2013;Taux de pauvreté 2019;Revenu médian 2018\n"
                              "Les Tilleuls;1200;1180;45 %;12480\n",
                              "territoire");
    EXPECT_EQ(intake::test::values_of(reading, "exercice"), (List{"2018", "2013", "2019"}));
    EXPECT_EQ(intake::test::values_of(reading, "population"), (List{"1200", "1180", "<abs>"}));
    EXPECT_EQ(intake::test::values_of(reading, "taux_pauvrete"), (List{"<abs>", "<abs>", "0.45"}));
    EXPECT_EQ(intake::test::values_of(reading, "revenu_median"), (List{"12480", "<abs>", "<abs>"}));
}

// The lists of a statistical office: labels, the names of its variables, then five digits by municipality.
TEST(Territoire, AGeographicCodeIsWhatItsCellsAre)
{
    const std::string headers = "Code géographique;Libellé géographique;Département;Région\n";
    const auto communes = read(headers + "CODGEO;LIBGEO;DEP;REG\n93045;Les Lilas;93;11\n93048;Montreuil;93;11\n"
                                         "93055;Pantin;93;11\n",
                               "territoire");
    Values of_communes = values(communes);
    EXPECT_EQ(of_communes["insee_com"], (std::vector<std::string>{"93045", "93048", "93055"}));
    EXPECT_FALSE(of_communes.contains("code_qp"));
    Values of_quarters = values(read(headers + "QP093045;Bellevue;93;11\nQN09348I;Tilleuls;93;11\n", "territoire"));
    EXPECT_EQ(of_quarters["code_qp"], (std::vector<std::string>{"QP093045", "QN09348I"}));
    EXPECT_FALSE(of_quarters.contains("insee_com"));
}

// A register masks few firms as it masks few people.
TEST(Territoire, ACountOfFirmsMayBeMasked)
{
    const auto reading =
        read("Quartier;Population;Nb établissements\nLes Tilleuls;1200;s\nBellevue;800;34\n", "territoire");
    EXPECT_EQ(intake::test::values_of(reading, "etablissements"), (List{"<secret>", "34"}));
}

} // namespace
} // namespace bilan::schemas
