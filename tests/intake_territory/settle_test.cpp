// SPDX-License-Identifier: MPL-2.0
//
// The lists at work on whole tables: codes for names, findings with their cell, what could not be checked.
#include "intake_tables/reading.hpp"
#include "intake_tables/test_domain.hpp"
#include "made_reference.hpp"

#include <gtest/gtest.h>

namespace bilan::intake::test {
namespace {

using Texts = std::vector<std::string>;

FileReading read_with(const Rows& rows, const Reference* reference, const Scope& scope = {},
                      const std::string& sheet = "Bilan 2024")
{
    BookMaker maker;
    maker.sheet(sheet, rows);
    Options options;
    options.domain = &domain();
    options.schema = "action";
    options.reference = reference;
    options.scope = scope;
    return take_in(maker.book(), "fichier.xlsx", options);
}

const Rows partner{
    {"Intitulé de l'action", "Porteur", "Exercice", "Commune", "Quartier", "Nb de bénéficiaires"},
    {"Atelier", "Association A", "2024", "Villefictive", "Quartier Bellevue", "12"},
    {"Sport", "Association B", "2024", "'69901", "La Plaine - La Forge ; QN06902I", "8"},
    {"Chant", "Association C", "2024", "", "Bellevue", "5"},
    {"Danse", "Association D", "2022", "Villefictive", "La Plaine", "5"},
};

TEST(Settle, GivesCodesForNames)
{
    const Reference reference = made_reference();
    const FileReading reading = read_with(partner, &reference);
    EXPECT_EQ(values_of(reading, "territoire"), (Texts{"QN06902I", "QN06901M|QN06902I", "Bellevue", "QP069010"}));
    EXPECT_EQ(values_of(reading, "commune"), (Texts{"69901", "69901", "<vide>", "69901"}));
    EXPECT_EQ(findings(reading, "BIL-560"), (Texts{"E2 Quartier Bellevue", "E3 La Plaine - La Forge", "E5 La Plaine"}));
    EXPECT_EQ(findings(reading, "BIL-568"), (Texts{"D2 Villefictive", "D5 Villefictive"}));
    EXPECT_EQ(findings(reading, "C11"), (Texts{"E4 Bellevue"}));
    EXPECT_FALSE(reading.unchecked.any());
}

TEST(Settle, ANameOfTheListIsNotCutInTwo)
{
    Reference reference;
    add_list({{"Code QP", "Nom du quartier"},
              {"QN06901M", "Saint-Pierre et Saint-Paul"},
              {"QN06902I", "Nord"},
              {"QN06903N", "Sud"}},
             "qpv.csv", reference);
    reference.finish();
    const Rows rows{{"Intitulé de l'action", "Porteur", "Quartier", "Nb de bénéficiaires"},
                    {"Atelier", "Association A", "Saint-Pierre et Saint-Paul", "12"},
                    {"Sport", "Association B", "Nord et Sud", "8"},
                    {"Chant", "Association C", "Ensemble des QPV sauf Nord", "9"}};
    const FileReading reading = read_with(rows, &reference);
    EXPECT_EQ(values_of(reading, "territoire"), (Texts{"QN06901M", "QN06902I|QN06903N", "Ensemble des QPV sauf Nord"}));
    EXPECT_EQ(findings(reading, "BIL-244"), Texts{});
    EXPECT_EQ(findings(reading, "BIL-588"), (Texts{"C4 Ensemble des QPV sauf Nord"}));
    EXPECT_EQ(findings(reading, "C11"), Texts{});
}

TEST(Settle, TheListOfQuartersSaysWhichCommuneIsMeant)
{
    Reference reference; // no list of communes
    add_list({{"Code QP", "Nom du quartier", "insee_com", "lib_com"},
              {"QN06901M", "Monmousseau", "69901", "Villefictive"},
              {"QN09402M", "Gagarine", "94902", "Bourgperdu"},
              {"QN06903N", "Bel Air", "69903", "Orgeval"},
              {"QN09404N", "Bel Air", "94902", "Bourgperdu"}},
             "qpv.csv", reference);
    reference.finish();
    const Rows rows{{"Intitulé de l'action", "Porteur", "Commune", "Quartier", "Nb de bénéficiaires"},
                    {"Atelier", "Association A", "VILLEFICTIVE", "Monmousseau", "12"},
                    {"Sport", "Association B", "Villefictive", "Gagarine", "8"},
                    {"Chant", "Association C", "Orgeval", "Bel Air", "9"},
                    {"Danse", "Association D", "Ailleurs", "Gagarine", "9"},
                    {"Forum", "Association E", "Orgeval", "QN09402M", "9"}};
    const FileReading reading = read_with(rows, &reference);
    EXPECT_EQ(values_of(reading, "territoire"), (Texts{"QN06901M", "Gagarine", "QN06903N", "QN09402M", "QN09402M"}));
    EXPECT_EQ(findings(reading, "C11"), (Texts{"D3 Gagarine", "D6 QN09402M"})) << "of another commune";
}

TEST(Settle, LooksOnlyWhereTheRunIs)
{
    const Reference reference = made_reference();
    const FileReading reading = read_with(partner, &reference, reference.scope_of("CA du Port"));
    EXPECT_EQ(values_of(reading, "territoire")[2], "QN04401M");
}

TEST(Settle, WithoutListsKeepsWhatIsWritten)
{
    const FileReading reading = read_with(partner, nullptr);
    EXPECT_EQ(values_of(reading, "territoire")[0], "Quartier Bellevue");
    EXPECT_TRUE(reading.unchecked.quarters_2015 && reading.unchecked.quarters_2024 && reading.unchecked.communes);
    EXPECT_TRUE(findings(reading, "BIL-560").empty());
}

TEST(Settle, SaysWhichListIsMissing)
{
    const Reference reference = made_reference(false, false, false);
    const FileReading reading = read_with(partner, &reference);
    EXPECT_TRUE(reading.unchecked.quarters_2015); // the row of 2022
    EXPECT_FALSE(reading.unchecked.quarters_2024);
    EXPECT_TRUE(reading.unchecked.communes);
    EXPECT_EQ(values_of(reading, "territoire")[3], "La Plaine");
}

TEST(Settle, SaysOnceWhatNoCellGave)
{
    const Reference reference = made_reference();
    const FileReading reading = read_with({{"Intitulé de l'action", "Porteur", "Exercice", "Nb de bénéficiaires"},
                                           {"Atelier", "Association A", "2024", "12"},
                                           {"Sport", "Association B", "2024", "8"}},
                                          &reference, {}, "QPV Saint-Éloi");
    EXPECT_EQ(values_of(reading, "territoire"), (Texts{"QN06903N", "QN06903N"}));
    EXPECT_EQ(findings(reading, "BIL-560").size(), 1U);
}

} // namespace
} // namespace bilan::intake::test
