// SPDX-License-Identifier: MPL-2.0
//
// What is counted at a date, as job seekers are: a column a year is a year each, a column a quarter is a question.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using intake::test::values_of;
using testing::IsEmpty;
using List = std::vector<std::string>;

TEST(StockDates, TheSameQuarterOfTwoYearsIsAYearEach)
{
    for (const std::string_view form :
         {"DEFM ABC T4 2022;DEFM ABC T4 2023", "DEFM ABC au 31/12/2022;DEFM ABC au 31/12/2023"}) {
        const auto reading =
            read("Quartier;" + std::string(form) + "\nClairval;320;310\nBeausoleil;210;200\n", "territoire");
        EXPECT_EQ(values_of(reading, "exercice"), (List{"2022", "2023", "2022", "2023"})) << form;
        EXPECT_EQ(values_of(reading, "defm_abc"), (List{"320", "310", "210", "200"})) << form;
        EXPECT_EQ(findings(reading, "BIL-273").size(), 1U) << form;
        EXPECT_THAT(findings(reading, "BIL-848"), IsEmpty()) << form;
    }
}

TEST(StockDates, QuartersOfOneYearAreAskedAboutAndNeverAddedUp)
{
    for (const std::string& header :
         {std::string("Quartier;Population;DEFM ABC T1 2023;DEFM ABC T2 2023;DEFM ABC T3 2023"),
          std::string("Quartier;Population;DEFM ABC au 31/03/2023;DEFM ABC au 30/06/2023;"
                      "DEFM ABC au 30/09/2023")}) {
        const auto reading = read(header + "\nClairval;1200;320;310;300\nBeausoleil;800;210;200;190\n", "territoire");
        EXPECT_EQ(values_of(reading, "defm_abc"), (List{"<err>", "<err>"})) << header;
        EXPECT_EQ(values_of(reading, "population"), (List{"1200", "800"})) << header;
        EXPECT_EQ(findings(reading, "BIL-036").size(), 3U) << header;
    }
    const auto reading = read("Quartier;DEFM ABC T1 2023;DEFM ABC T2 2023\nClairval;320;310\nBeausoleil;210;200\n");
    EXPECT_EQ(chosen(reading), "territoire") << "that columns are asked about speaks for the schema all the same";
    EXPECT_EQ(
        sentence(reading, "BIL-036"),
        "«\u00A0DEFM ABC T1 2023\u00A0» donne DEFM catégories A, B, C (defm_abc) à une date, et d'autres colonnes "
        "le donnent à d'autres dates de la même année\u00A0: ces nombres ne s'additionnent pas, aucun n'est repris. "
        "Choisissez la date qui vaut pour l'année\u00A0: dans mappings.toml, écrivez DEFM catégories A, B, C "
        "(defm_abc) en face de son en-tête, et un texte vide en face des autres («\u00A0bilan inspecter\u00A0» prépare "
        "les "
        "lignes).");
    EXPECT_NE(in_english(reading, "BIL-036").find("these numbers do not add up, none is taken"), std::string::npos);
}

TEST(StockDates, OneQuarterAloneIsReadAndSaid)
{
    const auto reading =
        read("Quartier;Population;DEFM ABC T4 2023\nClairval;1200;320\nBeausoleil;800;210\n", "territoire");
    EXPECT_EQ(values_of(reading, "defm_abc"), (List{"320", "210"}));
    EXPECT_EQ(sentence(reading, "BIL-037"),
              "«\u00A0DEFM ABC T4 2023\u00A0» est lu comme DEFM catégories A, B, C (defm_abc), à la date que dit "
              "l'en-tête\u00A0: ce nombre vaut pour l'année. Vérifiez que c'est bien le cas.");
    EXPECT_NE(in_english(reading, "BIL-037").find("this number stands for the year"), std::string::npos);
}

} // namespace
} // namespace bilan::schemas
