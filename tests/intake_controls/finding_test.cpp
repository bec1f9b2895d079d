// SPDX-License-Identifier: MPL-2.0
#include "intake/finding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

Finding finding(const std::string& file, const std::string& sheet, std::uint32_t row, std::uint32_t column,
                const std::string& code)
{
    Finding found;
    found.code = code;
    found.place = {file, sheet, row, column};
    return found;
}

TEST(Finding, CodesOfWhatWasDone)
{
    EXPECT_EQ(code(Done::kept), "kept");
    EXPECT_EQ(code(Done::converted), "converted");
    EXPECT_EQ(code(Done::set_aside), "set_aside");
    EXPECT_EQ(code(Done::refused), "refused");
}

TEST(Finding, SpeaksWithItsWordsOrWithTheCatalogue)
{
    Finding found;
    found.words = {"Les femmes manquent.", "Women are missing."};
    EXPECT_EQ(found.sentence(base::Language::french), "Les femmes manquent.");
    EXPECT_EQ(found.sentence(base::Language::english), "Women are missing.");
    found.message = {"BIL-383", {"vide.xlsx"}};
    EXPECT_THAT(found.sentence(base::Language::english), testing::StartsWith("\"vide.xlsx\" is empty"));
}

TEST(Finding, AreSortedByFilesAsGivenThenPlaceThenCode)
{
    std::vector<Finding> findings = {
        finding("a.xlsx", "S", 1, 1, "C01"), finding("autre.xlsx", "S", 0, 0, "C01"),
        finding("b.xlsx", "T", 1, 0, "C01"), finding("b.xlsx", "S", 2, 0, "C01"),
        finding("b.xlsx", "S", 1, 3, "C02"), finding("b.xlsx", "S", 1, 3, "C01"),
        finding("b.xlsx", "S", 1, 2, "C09"),
    };
    findings.push_back(findings.front());
    findings.back().place.row.reset();
    findings.back().place.column.reset();
    sort_findings(findings, {"b.xlsx", "a.xlsx"});
    std::vector<std::string> order;
    for (const Finding& found : findings)
        order.push_back(found.place.file + " " + found.place.sheet + " " +
                        (found.place.row ? cell_name({*found.place.row, *found.place.column}) : "-") + " " +
                        found.code);
    EXPECT_THAT(order,
                testing::ElementsAre("b.xlsx S C2 C09", "b.xlsx S D2 C01", "b.xlsx S D2 C02", "b.xlsx S A3 C01",
                                     "b.xlsx T A2 C01", "a.xlsx S - C01", "a.xlsx S B2 C01", "autre.xlsx S A1 C01"));
}

} // namespace
} // namespace bilan::intake
