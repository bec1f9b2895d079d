// SPDX-License-Identifier: MPL-2.0
//
// What stands in brackets behind the name of a number.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::field_of;

std::string field_under(const std::string& header)
{
    const auto reading =
        read("Action;Porteur;Exercice;Pilier;" + header + "\nA;P;2025;Emploi;17\nB;Q;2025;Emploi;23\n", "action");
    return field_of(reading, header);
}

TEST(Bracketed, WhatIsKnownIsReadAsIfItStoodOutside)
{
    EXPECT_EQ(field_under("Subvention accordée (Région)"), "fin_region");
    EXPECT_EQ(field_under("Montant accordé [Région]"), "fin_region");
    EXPECT_EQ(field_under("Femmes (prévues)"), "benef_prevu_f");
    EXPECT_EQ(field_under("Bénéficiaires (prévus)"), "benef_prevu");
    EXPECT_EQ(field_under("Bénéficiaires (hommes)"), "benef_h");
    EXPECT_EQ(field_under("Bénéficiaires (QPV)"), "benef_qpv");
    EXPECT_EQ(field_under("Femmes (moins de 26 ans)"), "f_age_0_25");
    EXPECT_EQ(field_under("dont QPV (hors)"), "benef_hors_qpv");
}

/// All of these were read as all the women, all the people or the State's grant, without a word.
TEST(Bracketed, WhatMakesItAnotherNumberIsAskedAbout)
{
    for (const char* header : {"Femmes (encadrantes)", "Femmes (bénévoles)", "Femmes (QPV)", "Femmes (hors QPV)",
                               "Hommes (bénévoles)", "Bénéficiaires (foyers)", "Bénéficiaires (indirects)",
                               "Total bénéficiaires (dont indirects)", "Entrées (prévues)"})
        EXPECT_TRUE(field_under(header).starts_with('?')) << header << ": " << field_under(header);
    for (const char* header : {"Subvention accordée (hors P147)", "Subvention accordée (sauf P147)",
                               "Subvention accordée (non P147)", "Montant accordé (autres financeurs)"})
        EXPECT_NE(field_under(header), "accorde_p147") << header;
}

TEST(Bracketed, WhatSaysHowItWasCountedChangesNothing)
{
    for (const char* header : {"Femmes (total)", "Femmes (au 31/12)", "Femmes (nombre)", "Femmes (estimation)",
                               "Femmes (réalisé)", "Femmes (2025)"})
        EXPECT_EQ(field_under(header), "benef_f") << header;
    for (const char* header : {"Montant accordé (TTC)", "Montant accordé (P147)", "Montant accordé (BOP 147)",
                               "Montant accordé (politique de la ville)"})
        EXPECT_EQ(field_under(header), "accorde_p147") << header;
    const auto texts =
        read("Action (titre court);Porteur (association);Exercice;Montant accordé\nA;P;2025;17\n", "action");
    EXPECT_EQ(field_of(texts, "Action (titre court)"), "intitule") << "a text may be explained";
    EXPECT_EQ(field_of(texts, "Porteur (association)"), "porteur");
}

/// Boys were read as scores: 2 of them as G2.
TEST(Bracketed, ALetterOverBareNumbersIsNoScore)
{
    const auto of = [](const std::string& cells) {
        return field_of(read("Action;Porteur;Exercice;F;G\nA;P;2025;12;" + cells, "action"), "G");
    };
    EXPECT_EQ(of("2\nB;Q;2025;7;1\nC;R;2025;3;0\n"), "?cotation_instructeur");
    EXPECT_EQ(of("G2\nB;Q;2025;7;G1\nC;R;2025;3;G0\n"), "cotation_instructeur");
}

} // namespace
} // namespace bilan::schemas
