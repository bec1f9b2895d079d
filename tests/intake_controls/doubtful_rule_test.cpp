// SPDX-License-Identifier: MPL-2.0
//
// A rule of somebody's own that nearly every row breaks says, more likely, what must be true.
#include "data/table_maker.hpp"
#include "intake/controls.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

using data::test::make_field;
using data::test::TableMaker;
using testing::Contains;
using testing::Field;
using testing::Not;

/// « In use ≤ plots », as it must be, over rows of which one breaks it.
std::vector<Finding> findings(bool is_own, data::Operation comparison, const std::vector<std::string>& in_use)
{
    data::Control rule;
    rule.id = "J03";
    rule.kind = "condition";
    rule.label = {"cultivées ≤ parcelles", "in use ≤ plots"};
    rule.expression = data::apply(comparison, {data::field("f"), data::field("total")});
    auto schema = std::make_shared<data::Schema>();
    schema->id = "jardin";
    schema->fields = {make_field("f", data::FieldType::count), make_field("total", data::FieldType::count)};
    if (is_own) schema->must_have = {"f"};
    schema->controls = {std::move(rule)};
    TableMaker table(schema);
    table.column("f", in_use).column("total", std::vector<std::string>(in_use.size(), "10"));
    return run_controls(table.dataset(), data::Domain{}, std::nullopt).findings;
}

const std::vector<std::string> one_wrong{"9", "8", "12", "7", "10"};

TEST(DoubtfulRule, ThatFindsNearlyEveryRowIsAskedAbout)
{
    const auto all = findings(true, data::Operation::at_most, one_wrong);
    ASSERT_THAT(all, Contains(Field(&Finding::code, "BIL-090")));
    const Finding& doubt = *std::ranges::find(all, "BIL-090", &Finding::code);
    EXPECT_EQ(
        doubt.sentence(base::Language::english),
        "The rule J03 finds 4 of the 5 rows that it judges. A rule of kind \"condition\" says what is wrong: where "
        "yours says what must be true, turn it round, bilan.no(…), or take another kind of rule (at_most). Where "
        "all these rows are really wrong, there is nothing to do.");
    EXPECT_EQ(
        doubt.sentence(base::Language::french),
        "La règle J03 trouve 4 lignes sur les 5 qu'elle juge. Une règle «\u00A0condition\u00A0» dit ce qui ne va "
        "pas\u00A0: si la vôtre dit ce qui doit être vrai, écrivez-la à l'envers, bilan.no(…), ou prenez un autre "
        "genre de règle (at_most). Si toutes ces lignes sont vraiment fausses, rien à faire.");
}

TEST(DoubtfulRule, ThatFindsTheWrongRowsOrIsOfBilanIsNot)
{
    const auto is_doubt = Field(&Finding::code, "BIL-090");
    EXPECT_THAT(findings(true, data::Operation::greater, one_wrong), Not(Contains(is_doubt)));
    EXPECT_THAT(findings(false, data::Operation::at_most, one_wrong), Not(Contains(is_doubt)));
    EXPECT_THAT(findings(true, data::Operation::at_most, {"9", "8"}), Not(Contains(is_doubt))) << "too few to tell";
}

} // namespace
} // namespace bilan::intake
