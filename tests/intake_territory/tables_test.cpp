// SPDX-License-Identifier: MPL-2.0
//
// Lists are recognised by their headers, in the public files' spellings and in people's own.
#include "made_reference.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace bilan::intake::test {
namespace {

TEST(ReferenceTables, KnowsQuartersWithTheirPlace)
{
    const Reference reference = made_reference();
    ASSERT_NE(reference.quarter("QN06903N"), nullptr);
    EXPECT_EQ(reference.quarter("QN06903N")->name, "Saint-Éloi");
    EXPECT_EQ(reference.quarter("QN06903N")->communes, (std::vector<std::string>{"69902", "69903"}));
    EXPECT_EQ(reference.quarter("QN06903N")->department, "69");
    EXPECT_EQ(reference.quarter("QN06903N")->vintage, 2024);
    EXPECT_EQ(reference.quarter("QP069010")->vintage, 2015);
    EXPECT_EQ(reference.quarter("QN06904N"), nullptr);
    EXPECT_EQ(reference.files_of(ListKind::quarters_2024), "qpv2024.csv");
}

TEST(ReferenceTables, KnowsCommunesWithTheirLostZero)
{
    const Reference reference = made_reference();
    ASSERT_NE(reference.commune("01053"), nullptr);
    EXPECT_EQ(reference.commune("01053")->name, "Bourgperdu");
    EXPECT_EQ(reference.commune("01053")->department, "01");
}

TEST(ReferenceTables, KnowsWhatBecameOfQuarters)
{
    const Reference reference = made_reference();
    ASSERT_EQ(reference.successions("QP069011").size(), 1U);
    EXPECT_EQ(reference.successions("QP069011").front()->code, "QN06901M");
    EXPECT_EQ(reference.successions("QN06901M").front()->former, (std::vector<std::string>{"QP069010", "QP069011"}));
    EXPECT_TRUE(reference.successions("QN06902I").empty());
}

TEST(ReferenceTables, KnowsContractsByTheirIntercommunality)
{
    Reference reference = made_reference();
    EXPECT_EQ(reference.scope_of("Contrat de ville de la Métropole de Fiction").epci, "200000001");
    EXPECT_EQ(reference.scope_of("Villefictive").commune, "69901");
    EXPECT_EQ(reference.scope_of("Loire-Atlantique").department, "44");
    EXPECT_TRUE(reference.scope_of("Contrat de ville").is_open());
    EXPECT_TRUE(reference.scope_of("Saint-Denis-le-Fictif").is_open()); // two of them
    Reference contracts;
    EXPECT_TRUE(
        add_list({{"codgeo", "code_cv", "lib_cv"}, {"200000001", "CV001", "69 - CA Fictive"}}, "cv.csv", contracts));
    contracts.finish();
    EXPECT_EQ(contracts.scope_of("contrat de ville CA Fictive").epci, "200000001");
}

TEST(ReferenceTables, TakesOtherSpellingsOfHeaders)
{
    for (const Rows& rows : std::vector<Rows>{
             {{"Code QPV", "Nom QPV"}, {"QN06901M", "La Plaine"}},
             {{"Liste des quartiers"}, {}, {"CODE_QUARTIER", "LIBELLE"}, {"QN06901M", "La Plaine"}},
             {{"QP2024", "Label_QP2024"}, {"QN06901M", "La Plaine"}},
             {{"Code du quartier", "Quartier prioritaire", "Commune"}, {"QN06901M", "La Plaine", "Villefictive"}}}) {
        Reference reference;
        EXPECT_TRUE(add_list(rows, "liste.csv", reference));
        reference.finish();
        ASSERT_NE(reference.quarter("QN06901M"), nullptr) << rows[0][0];
        EXPECT_EQ(reference.quarter("QN06901M")->name, "La Plaine") << rows[0][0];
    }
    Reference cog;
    EXPECT_TRUE(add_list({{"TYPECOM", "COM", "DEP", "LIBELLE"},
                          {"COM", "'69901", "69", "Villefictive"},
                          {"COMD", "'69905", "69", "Ancienneville"}},
                         "cog.csv", cog));
    cog.finish();
    EXPECT_NE(cog.commune("69901"), nullptr);
    EXPECT_EQ(cog.commune("69905"), nullptr); // part of another commune since
}

TEST(ReferenceTables, RefusesWhatIsNoList)
{
    Reference reference;
    EXPECT_FALSE(add_list({{"Action", "Porteur", "QPV"}, {"Atelier", "Association", "Bellevue"}}, "a.csv", reference));
    EXPECT_FALSE(add_list({{"Bonjour"}}, "b.csv", reference));
    EXPECT_TRUE(reference.lists().empty());
}

TEST(ReferenceTables, TheFirstListThatNamesACodeIsBelieved)
{
    Reference reference;
    add_list({{"code_qp", "lib_qp"}, {"QN06901M", "Premier"}}, "a.csv", reference);
    add_list({{"code_qp", "lib_qp"}, {"QN06901M", "Second"}}, "b.csv", reference);
    reference.finish();
    EXPECT_EQ(reference.quarter("QN06901M")->name, "Premier");
}

} // namespace
} // namespace bilan::intake::test
