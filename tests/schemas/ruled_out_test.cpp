// SPDX-License-Identifier: MPL-2.0
//
// Headers that share words with a field and say by another word that they are something else: they are not read.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

/// A table of employment actions with one more column.
intake::FileReading with_column(const std::string& header, const std::string& first, const std::string& second)
{
    return read("Action;Porteur;Quartier;Bénéficiaires;Femmes;Hommes;Sorties;" + header +
                    "\nPermis;Cap;Bellevue;45;20;25;30;" + first + "\nCode;Cap;Bellevue;15;8;7;12;" + second + "\n",
                "emploi");
}

std::string field_of(const std::string& header, const std::string& first = "12", const std::string& second = "7")
{
    return intake::test::field_of(with_column(header, first, second), header);
}

List suggestions_of(const std::string& header, const std::string& first, const std::string& second)
{
    const auto reading = with_column(header, first, second);
    return reading.tables.at(0).columns.back().suggestions;
}

TEST(RuledOut, AnAmountByHeadIsNoTotal)
{
    for (const char* header :
         {"Coût par bénéficiaire", "Coût / pers.", "Coût/pers", "Budget par participant", "Coût par action",
          "Coût moyen", "Coût unitaire", "Subvention moyenne", "Montant accordé par bénéficiaire"})
        EXPECT_EQ(field_of(header, "200", "300"), "") << header;
    EXPECT_EQ(field_of("Coût total", "9000", "4500"), "cout_total");
    EXPECT_EQ(field_of("Coût de l'action", "9000", "4500"), "cout_total");
}

TEST(RuledOut, MoneyCountsNobody)
{
    for (const char* header : {"Autre subvention", "Autres financements", "Autre montant", "Budget femmes",
                               "Autres (€)", "Montant QPV", "Subvention jeunes"})
        EXPECT_EQ(field_of(header, "5000", "1000"), "") << header;
    EXPECT_EQ(field_of("Autres sorties"), "nb_autres_sorties");
}

TEST(RuledOut, PlacesAreNoPeople)
{
    for (const char* header : {"Nombre de QPV", "QPV (nombre)", "Nb de quartiers", "Nombre de communes concernées"})
        EXPECT_EQ(field_of(header, "2", "1"), "") << header;
    EXPECT_EQ(suggestions_of("Nombre de QPV", "2", "1"), List{});
    EXPECT_EQ(field_of("Nombre d'habitants QPV"), "benef_qpv");
    EXPECT_EQ(field_of("Nb de bénéficiaires QPV"), "benef_qpv");
    const auto grouped = read("Action;Porteur;Bénéficiaires;;\n;;Total;Femmes;QPV (nombre)\n"
                              "Permis;Cap;45;20;12\nCode;Cap;15;8;7\n",
                              "emploi", {"C1:E1"});
    EXPECT_EQ(values(grouped)["benef_qpv"], (List{"12", "7"})) << "under a group of people they are people";
}

TEST(RuledOut, HoursAreNoMonthsAndNoPeople)
{
    for (const char* header :
         {"Nb d'heures", "Durée moyenne (h)", "Durée du parcours en jours", "Nombre d'heures bénéficiaires"})
        EXPECT_EQ(field_of(header, "120", "300"), "") << header;
    EXPECT_EQ(field_of("Durée moyenne (mois)"), "duree_moy");
    EXPECT_EQ(field_of("Durée moyenne du parcours"), "duree_moy");
}

TEST(RuledOut, NothingIsSuggestedThatUnitOrCellsSpeakAgainst)
{
    EXPECT_EQ(suggestions_of("Subvention ville (k€)", "1.5", "2.5"), List{});
    EXPECT_EQ(suggestions_of("Femmes (%)", "55", "45"), List{});
}

} // namespace
} // namespace bilan::schemas
