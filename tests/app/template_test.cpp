// SPDX-License-Identifier: MPL-2.0
//
// The sheet for partners, asked for by name: written, sent back untouched, refused when nothing of the kind is known.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace bilan::support {
namespace {

using testing::HasSubstr;

TEST(Template, IsWrittenInBothTonguesAndAlikeEachTime)
{
    const TemporaryFolder folder;
    const std::string french = (folder.path() / "collecte.xlsx").string();
    const Ended ended = bilan({"modele", "emploi", "-o", french, "--annee", "2025", "--partenaire", "Mission fictive"});
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_THAT(ended.out, HasSubstr("collecte.xlsx"));
    const std::string cells = bilan({"grid", french}).out;
    for (const char* expected : {"exercice 2025", "Mission fictive", "bilan · modèle emploi · version 1", "Notice",
                                 "Listes", "\"Exemple\u00A0: ", "benef_total", "Bénéficiaires (total)"})
        EXPECT_THAT(cells, HasSubstr(expected)) << expected;
    const std::string again = (folder.path() / "encore.xlsx").string();
    (void)bilan({"template", "emploi", "-o", again, "--year", "2025", "--partner", "Mission fictive"});
    EXPECT_EQ(bytes_of(french), bytes_of(again));
    const std::string english = (folder.path() / "collection.xlsx").string();
    EXPECT_EQ(bilan({"--lang", "en", "template", "emploi", "-o", english}).exit, 0);
    EXPECT_THAT(bilan({"grid", english}).out, HasSubstr("Beneficiaries (total)"));
}

TEST(Template, SaysToMachinesWhatItWrote)
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "c.xlsx").string();
    EXPECT_EQ(bilan({"template", "emploi", "-o", file, "--json"}).out,
              R"({"type":"template","schema":"emploi","file":")" + file + "\"}\n");
}

TEST(Template, SentBackUntouchedHoldsNoRow)
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "collecte.xlsx").string();
    (void)bilan({"modele", "action", "-o", file});
    const Ended checked = bilan({"verifier", file});
    EXPECT_EQ(checked.exit, 1);
    EXPECT_EQ(count_of(bilan({"read", file}).out, "\"type\":\"row\""), 0U);
}

TEST(Template, OfNoSchemaOrNoWorkbookIsAUsageError)
{
    const TemporaryFolder folder;
    const Ended unknown = bilan({"modele", "emplois", "-o", (folder.path() / "a.xlsx").string()});
    EXPECT_EQ(unknown.exit, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("emploi"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.xlsx"));
    EXPECT_EQ(bilan({"modele", "emploi", "-o", (folder.path() / "a.docx").string()}).exit, 2);
    EXPECT_EQ(bilan({"modele", "emploi", "-o", "/nulle/part/a.xlsx"}).exit, 4);
}

TEST(Doc, ListsEveryControlAndWhyOneIsNotComputed)
{
    const std::string all = bilan({"doc", "controles"}).out;
    for (const char* id : {"B10", "C01", "C20", "C21", "D03", "K01", "L02", "L04", "M03", "M04", "M06", "M07",
                           "O02", "P01", "S01", "S05", "T02", "T03", "T04", "X01", "X02", "X03", "X04", "X05"})
        EXPECT_EQ(count_of(all, std::string(id) + "  ") > 0, true) << id;
    EXPECT_THAT(bilan({"doc", "m06"}).out, HasSubstr("Non calculé"));
    EXPECT_THAT(bilan({"--lang", "en", "doc", "O02"}).out, HasSubstr("--param qpv"));
    EXPECT_THAT(bilan({"doc"}).out, HasSubstr("controls"));
    EXPECT_EQ(bilan({"doc", "Z99"}).exit, 2);
}

} // namespace
} // namespace bilan::support
