// SPDX-License-Identifier: MPL-2.0
//
// Names are one whatever their case, accents, hyphens and « Quartier », and nothing more.
#include "intake/territory/place_name.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

TEST(PlaceName, IsOneInSpiteOfSpelling)
{
    for (const char* same :
         {"La Plaine - La Forge", "LA PLAINE / LA FORGE", "la plaine–la forge", "La Plaine, La Forge"})
        EXPECT_EQ(name_key(same), "la plaine la forge") << same;
    EXPECT_EQ(name_key("St-Éloi"), name_key("saint eloi"));
    EXPECT_EQ(name_key("L’Haÿ"), name_key("L'Hay"));
    EXPECT_NE(name_key("La Plaine"), name_key("Plaine"));
}

TEST(PlaceName, LosesWhatOnlySaysThatItIsAQuarter)
{
    for (const char* same : {"Quartier Bellevue", "QPV Bellevue", "QP Bellevue", "Quartier prioritaire Bellevue",
                             "Quartier de Bellevue", "quartier prioritaire de la politique de la ville Bellevue"})
        EXPECT_EQ(quarter_key(same).ends_with("bellevue"), true) << same << ": " << quarter_key(same);
    EXPECT_EQ(quarter_key("Quartier de la Gare"), "la gare");
    EXPECT_EQ(quarter_key("Quartier"), "quartier");
    EXPECT_EQ(quarter_key("Quartiers Nord"), "nord");
}

TEST(PlaceName, IsNearByArticlesPartsAndSlips)
{
    EXPECT_EQ(without_articles("la plaine de l est"), "plaine est");
    EXPECT_TRUE(is_part_of("forge", "la plaine la forge"));
    EXPECT_FALSE(is_part_of("la", "la plaine la forge"));
    EXPECT_FALSE(is_part_of("forges", "la plaine la forge"));
    EXPECT_TRUE(differ_by_a_slip("belevue", "bellevue"));
    EXPECT_FALSE(differ_by_a_slip("nord", "nard"));
    EXPECT_FALSE(differ_by_a_slip("bellevue", "belleville"));
}

} // namespace
} // namespace bilan::intake
