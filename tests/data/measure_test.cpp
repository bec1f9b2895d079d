// SPDX-License-Identifier: MPL-2.0
//
// What a figure says of itself, aggregate by aggregate.
#include "base/error.hpp"
#include "base/text.hpp"
#include "data/figure_arithmetic.hpp"
#include "data/measure_words.hpp"
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace bilan::data {
namespace {

using Operation::add;
using Operation::greater;
using Operation::less;
using test::list;
using test::make_field;
using test::TableMaker;

std::shared_ptr<const Schema> schema()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("f", FieldType::count), make_field("h", FieldType::count),
                      make_field("montant", FieldType::euro), make_field("statut", FieldType::choice),
                      make_field("qpv", FieldType::choices)};
    return schema;
}

Query query(const std::vector<std::string>& f, const std::vector<std::string>& h)
{
    return Query(TableMaker(schema()).column("f", f).column("h", h).dataset());
}

Measure measure(Aggregate aggregate, ExpressionPointer expression = nullptr, ExpressionPointer denominator = nullptr,
                ExpressionPointer where = nullptr)
{
    return {aggregate, std::move(expression), std::move(denominator), std::move(where), Unit::number};
}

TEST(Sum, CountsItsBaseItsUnknownsAndWhatDoesNotApply)
{
    const Figure figure = query({"12", "!nc", "!so", "0", "!vide", "!nc"}, {"1", "1", "1", "1", "1", "1"})
                              .figure({Aggregate::sum, field("f"), nullptr, nullptr, Unit::people});
    EXPECT_EQ(figure.value, 12);
    EXPECT_EQ(figure.base, 2U);
    EXPECT_EQ(figure.unknown, 3U);
    EXPECT_EQ(figure.not_applicable, 1U);
    EXPECT_EQ(figure.masked, 0U);
    EXPECT_TRUE(figure.lower_bound) << "more people would only add";
    EXPECT_EQ(figure.unit, Unit::people);
    EXPECT_DOUBLE_EQ(figure.coverage(), 0.4);
}

TEST(Sum, IsALowerBoundOnlyWhenUnknownRowsWouldAdd)
{
    const auto is_bound = [](const std::vector<std::string>& cells, const ExpressionPointer& expression) {
        return query(cells, {"1", "!nc"}).figure(measure(Aggregate::sum, expression)).lower_bound;
    };
    EXPECT_TRUE(is_bound({"12", "!nc"}, apply(Operation::multiply, {field("f"), constant(2.0)})));
    EXPECT_FALSE(is_bound({"12", "3"}, field("f"))) << "nothing is unknown";
    EXPECT_FALSE(is_bound({"12", "!nc"}, apply(Operation::subtract, {field("f"), field("h")})));
    EXPECT_FALSE(is_bound({"-12", "!nc"}, field("f"))) << "a negative value was met";
    EXPECT_FALSE(query({"1", "!nc"}, {"1", "1"}).figure(measure(Aggregate::mean, field("f"))).lower_bound);
    EXPECT_TRUE(query({"1", "!nc"}, {"1", "1"}).figure(measure(Aggregate::maximum, field("f"))).lower_bound);
    EXPECT_FALSE(query({"1", "!nc"}, {"1", "1"}).figure(measure(Aggregate::minimum, field("f"))).lower_bound);
}

/// Any number may be below 0, hours may not.
TEST(Sum, OfNumbersIsALowerBoundWhereTheSchemaSaysThatTheyAreNeverNegative)
{
    const auto is_bound = [](bool never_negative, const std::vector<std::string>& cells) {
        auto hours = std::make_shared<Schema>(*schema());
        Field field_of_hours = make_field("heures", FieldType::number);
        field_of_hours.never_negative = never_negative;
        hours->fields.push_back(field_of_hours);
        return Query(TableMaker(hours).column("heures", cells).dataset())
            .figure(measure(Aggregate::sum, field("heures")))
            .lower_bound;
    };
    EXPECT_FALSE(is_bound(false, {"12.5", "!nc"}));
    EXPECT_TRUE(is_bound(true, {"12.5", "!nc"}));
    EXPECT_FALSE(is_bound(true, {"-12.5", "!nc"})) << "a negative value was met";
}

TEST(Sum, AMaskedRowMakesItALowerBound)
{
    const Figure figure = query({"12", "!secret"}, {"1", "1"}).figure(measure(Aggregate::sum, field("f")));
    EXPECT_EQ(figure.value, 12);
    EXPECT_TRUE(figure.lower_bound);
    EXPECT_EQ(figure.masked, 1U);
    EXPECT_EQ(figure.unknown, 1U);
}

TEST(Sum, WithoutAKnownRowThereIsNoValueAndTheCommonestCause)
{
    const Figure unknown =
        query({"!nc", "!vide", "!nc", "!so"}, {"1", "1", "1", "1"}).figure(measure(Aggregate::sum, field("f")));
    EXPECT_EQ(unknown.value, std::nullopt);
    EXPECT_EQ(unknown.cause, State::not_given);
    EXPECT_DOUBLE_EQ(unknown.coverage(), 0);
    const Figure outside = query({"!so"}, {"1"}).figure(measure(Aggregate::sum, field("f")));
    EXPECT_EQ(outside.value, std::nullopt);
    EXPECT_EQ(outside.cause, State::not_applicable);
    EXPECT_DOUBLE_EQ(outside.coverage(), 1);
    const Figure masked = query({"!secret"}, {"1"}).figure(measure(Aggregate::sum, field("f")));
    EXPECT_EQ(masked.value, std::nullopt);
    EXPECT_FALSE(masked.lower_bound);
}

TEST(Sum, OfNoRowsIsZeroButAMeanOfNoRowsIsNothing)
{
    const Query none = query({}, {});
    EXPECT_EQ(none.figure(measure(Aggregate::sum, field("f"))).value, 0);
    EXPECT_EQ(none.figure(measure(Aggregate::count)).value, 0);
    EXPECT_EQ(none.figure(measure(Aggregate::count_distinct, field("f"))).value, 0);
    for (const Aggregate aggregate : {Aggregate::mean, Aggregate::median, Aggregate::minimum, Aggregate::maximum}) {
        const Figure figure = none.figure(measure(aggregate, field("f")));
        EXPECT_EQ(figure.value, std::nullopt);
        EXPECT_EQ(figure.cause, State::not_applicable) << "nobody left a cell empty";
    }
    EXPECT_EQ(none.figure(measure(Aggregate::ratio, field("f"), field("h"))).cause, State::not_applicable);
}

TEST(Sum, OfAFieldThatNoTableHasIsUnknown)
{
    const Figure figure = query({"1", "2"}, {"1", "2"}).figure(measure(Aggregate::sum, field("montant")));
    EXPECT_EQ(figure.value, std::nullopt);
    EXPECT_EQ(figure.cause, State::no_column);
    EXPECT_EQ(figure.unknown, 2U);
}

TEST(Sum, DoesNotLoseSmallNumbersBesideLargeOnes)
{
    const Query money(TableMaker(schema()).column("montant", {"1e16", "1", "-1e16", "0.1", "0.2"}).dataset());
    EXPECT_DOUBLE_EQ(money.figure(measure(Aggregate::sum, field("montant"))).value.value(), 1.3);
}

TEST(Sum, ThatNoNumberHoldsIsAnError)
{
    const Query huge(TableMaker(schema()).column("montant", {"1.7e308", "1.7e308"}).dataset());
    const Figure figure = huge.figure(measure(Aggregate::sum, field("montant")));
    EXPECT_EQ(figure.value, std::nullopt);
    EXPECT_EQ(figure.cause, State::error);
}

TEST(Ratio, RestsOnRowsWhereBothAreKnown)
{
    const Figure figure = query({"10", "5", "!nc", "4", "!so", "!vide"}, {"10", "!secret", "7", "0", "3", "!so"})
                              .figure(measure(Aggregate::ratio, field("f"), apply(add, {field("f"), field("h")})));
    EXPECT_EQ(figure.numerator, 14);
    EXPECT_EQ(figure.denominator, 24);
    EXPECT_DOUBLE_EQ(figure.value.value(), 14.0 / 24.0);
    EXPECT_EQ(figure.base, 2U);
    EXPECT_EQ(figure.unknown, 3U) << "f + h with h not applicable is f, which is unknown in the last row";
    EXPECT_EQ(figure.not_applicable, 1U);
    EXPECT_EQ(figure.masked, 1U);
    EXPECT_FALSE(figure.lower_bound);
}

TEST(Ratio, ARowIsOutWhenEitherPartDoesNotApply)
{
    const Figure figure =
        query({"!nc", "!so", "2"}, {"!so", "!nc", "4"}).figure(measure(Aggregate::ratio, field("f"), field("h")));
    EXPECT_EQ(figure.base, 1U);
    EXPECT_EQ(figure.unknown, 0U);
    EXPECT_EQ(figure.not_applicable, 2U);
    EXPECT_EQ(figure.value, 0.5);
}

TEST(Ratio, OverZeroHasNoValueAndSaysThatNothingIsAsked)
{
    const Figure figure = query({"0", "!nc"}, {"0", "!nc"}).figure(measure(Aggregate::ratio, field("f"), field("h")));
    EXPECT_EQ(figure.value, std::nullopt);
    EXPECT_EQ(figure.cause, State::not_applicable);
    EXPECT_EQ(figure.numerator, 0);
    EXPECT_EQ(figure.denominator, 0);
    EXPECT_EQ(figure.base, 1U);
}

TEST(Ratio, WithoutARowWhereBothAreKnownSaysWhy)
{
    const Figure figure = query({"3", "!nsp"}, {"!nsp", "4"}).figure(measure(Aggregate::ratio, field("f"), field("h")));
    EXPECT_EQ(figure.value, std::nullopt);
    EXPECT_EQ(figure.cause, State::does_not_know);
    EXPECT_EQ(figure.numerator, std::nullopt);
}

TEST(Ratio, IsOfSumsNotAMeanOfRatios)
{
    const Figure figure = query({"1", "90"}, {"1", "900"}).figure(measure(Aggregate::ratio, field("f"), field("h")));
    EXPECT_DOUBLE_EQ(figure.value.value(), 91.0 / 901.0);
}

TEST(Count, OfRowsOrOfRowsWhereAConditionIsTrue)
{
    const Query rows = query({"10", "!nc", "3", "!so"}, {"1", "1", "1", "1"});
    EXPECT_EQ(rows.figure(measure(Aggregate::count)).value, 4);
    EXPECT_EQ(rows.figure(measure(Aggregate::count)).base, 4U);
    const Figure many = rows.figure(measure(Aggregate::count, apply(greater, {field("f"), constant(5.0)})));
    EXPECT_EQ(many.value, 1);
    EXPECT_EQ(many.base, 2U);
    EXPECT_EQ(many.unknown, 1U);
    EXPECT_EQ(many.not_applicable, 1U);
    EXPECT_EQ(rows.figure(measure(Aggregate::count, field("f"))).value, 2) << "a number is true when it is not zero";
}

TEST(Extremes, MeanAndMedianIgnoreUnknowns)
{
    const Query rows = query({"10", "!nc", "-3", "4", "9"}, {"1", "1", "1", "1", "1"});
    EXPECT_EQ(rows.figure(measure(Aggregate::minimum, field("f"))).value, -3);
    EXPECT_EQ(rows.figure(measure(Aggregate::maximum, field("f"))).value, 10);
    EXPECT_EQ(rows.figure(measure(Aggregate::mean, field("f"))).value, 5);
    EXPECT_EQ(rows.figure(measure(Aggregate::median, field("f"))).value, 6.5);
    EXPECT_EQ(rows.figure(measure(Aggregate::median, field("f"))).base, 4U);
    EXPECT_EQ(
        rows.where(apply(less, {field("f"), constant(10.0)})).figure(measure(Aggregate::median, field("f"))).value, 4);
}

Figure quantile_of(const std::vector<std::string>& values, double fraction)
{
    Measure quantile = measure(Aggregate::quantile, field("f"));
    quantile.fraction = fraction;
    return query(values, std::vector<std::string>(values.size(), "1")).figure(quantile);
}

/// Worked out by hand: type 7 of Hyndman and Fan, as PERCENTILE.INC has it.
TEST(Quantile, LiesBetweenTheTwoValuesAroundItsPlace)
{
    const std::vector<std::string> five = {"15", "50", "20", "!nc", "40", "35"};
    EXPECT_EQ(quantile_of(five, 0).value, 15);
    EXPECT_EQ(quantile_of(five, 0.25).value, 20);
    EXPECT_EQ(quantile_of(five, 0.5).value, 35);
    EXPECT_DOUBLE_EQ(quantile_of(five, 0.4).value.value(), 29);
    EXPECT_DOUBLE_EQ(quantile_of(five, 0.9).value.value(), 46);
    EXPECT_EQ(quantile_of(five, 1).value, 50);
    EXPECT_EQ(quantile_of(five, 0.9).base, 5U);
    EXPECT_EQ(quantile_of(five, 0.9).unknown, 1U);
    EXPECT_EQ(quantile_of({"7"}, 0.9).value, 7);
    EXPECT_EQ(quantile_of({"!nc", "!nc"}, 0.9).value, std::nullopt);
    EXPECT_EQ(quantile_of({"!nc", "!nc"}, 0.9).cause, State::not_given);
}

TEST(Deviation, DividesByOneLessThanTheRows)
{
    const auto deviation = [](const std::vector<std::string>& values) {
        return query(values, std::vector<std::string>(values.size(), "1"))
            .figure(measure(Aggregate::deviation, field("f")));
    };
    const Figure figure = deviation({"2", "4", "4", "!nc", "4", "5", "5", "7", "9"});
    EXPECT_DOUBLE_EQ(figure.value.value(), std::sqrt(32.0 / 7.0));
    EXPECT_EQ(figure.base, 8U);
    EXPECT_EQ(figure.unknown, 1U);
    EXPECT_FALSE(figure.lower_bound);
    EXPECT_EQ(deviation({"3", "3", "3"}).value, 0);
    EXPECT_DOUBLE_EQ(
        deviation({"1000000000000004", "1000000000000007", "1000000000000013", "1000000000000016"}).value.value(),
        std::sqrt(30.0))
        << "the mean is far greater than what lies around it";
}

TEST(Deviation, OfOneRowIsNoFigure)
{
    const Figure alone = query({"12", "!nc"}, {"1", "1"}).figure(measure(Aggregate::deviation, field("f")));
    EXPECT_EQ(alone.value, std::nullopt);
    EXPECT_EQ(alone.cause, State::not_applicable);
    EXPECT_EQ(alone.base, 1U);
    EXPECT_EQ(alone.unknown, 1U);
    EXPECT_EQ(query({"!nc"}, {"1"}).figure(measure(Aggregate::deviation, field("f"))).cause, State::not_given);
}

/// 2.4 people an action are not 2; money and rates have digits of their own.
TEST(Mean, OfWholeNumbersShowsOneDigit)
{
    const auto decimals = [](Aggregate aggregate, Unit unit) {
        return int{query({"1", "2"}, {"1", "1"}).figure({aggregate, field("f"), nullptr, nullptr, unit}).decimals};
    };
    EXPECT_EQ(int{query({"1", "3"}, {"1", "1"})
                      .figure({Aggregate::median, field("f"), nullptr, nullptr, Unit::people})
                      .decimals},
              -1)
        << "a whole median";
    for (const Aggregate aggregate : {Aggregate::mean, Aggregate::median, Aggregate::quantile, Aggregate::deviation}) {
        EXPECT_EQ(decimals(aggregate, Unit::people), 1);
        EXPECT_EQ(decimals(aggregate, Unit::count), 1);
        EXPECT_EQ(decimals(aggregate, Unit::euro), -1);
    }
    EXPECT_EQ(decimals(Aggregate::maximum, Unit::people), -1);
}

TEST(CountDistinct, CountsDifferentNumbersTextsAndItems)
{
    const Query rows(TableMaker(schema())
                         .column("f", {"1", "1", "2", "!nc", "-0"})
                         .column("h", {"0", "0", "0", "0", "0"})
                         .column("statut", {"a", "b", "a", "a", "!vide"})
                         .column("qpv", {list({"N", "S"}), "S", list({"S", "E"}), "!nc", "E"})
                         .dataset());
    EXPECT_EQ(rows.figure(measure(Aggregate::count_distinct, field("f"))).value, 3);
    EXPECT_EQ(rows.figure(measure(Aggregate::count_distinct, field("statut"))).value, 2);
    EXPECT_EQ(rows.figure(measure(Aggregate::count_distinct, field("statut"))).unknown, 1U);
    EXPECT_EQ(rows.figure(measure(Aggregate::count_distinct, field("qpv"))).value, 3);
}

TEST(Known, IsTheShareOfRowsWhereItApplies)
{
    const Figure figure =
        query({"10", "!nc", "!so", "0"}, {"1", "1", "1", "1"}).figure(measure(Aggregate::known, field("f")));
    EXPECT_DOUBLE_EQ(figure.value.value(), 2.0 / 3.0);
    EXPECT_EQ(figure.numerator, 2);
    EXPECT_EQ(figure.denominator, 3);
    EXPECT_EQ(figure.base, 3U);
    EXPECT_EQ(figure.unknown, 0U);
    EXPECT_EQ(figure.not_applicable, 1U);
    const Figure none = query({"!so"}, {"1"}).figure(measure(Aggregate::known, field("f")));
    EXPECT_EQ(none.value, std::nullopt);
    EXPECT_EQ(none.cause, State::not_applicable);
}

TEST(Where, OfAMeasureLeavesOutOfEverythingWhatItKnowsToBeOut)
{
    const auto several = apply(greater, {field("h"), constant(1.0)});
    const Figure figure = query({"10", "!nc", "3", "!nc"}, {"1", "2", "3", "!nc"})
                              .figure(measure(Aggregate::sum, field("f"), nullptr, several));
    EXPECT_EQ(figure.value, 3);
    EXPECT_EQ(figure.unknown, 2U) << "one that belongs to it, and one that may";
}

TEST(Measure, IsToldToThoseWhoWriteNoScript)
{
    using base::Language;
    auto told = std::make_shared<Schema>();
    told->id = "essai";
    told->fields = {make_field("f", FieldType::count), make_field("h", FieldType::count),
                    make_field("statut", FieldType::choice)};
    told->fields[0].label = {"Femmes", "Women"};
    told->fields[1].label = {"Hommes", "Men"};
    const Query rows(TableMaker(told).column("f", {"1"}).column("h", {"2"}).dataset());
    const auto words = [&](const Measure& measure, Language language = Language::french) {
        const RuleWords rule = in_words(measure, rows.dataset(), language);
        return rule.formula + (rule.remarks.empty() ? "" : ". ") + base::join(rule.remarks, " ");
    };
    const auto both = apply(add, {field("f"), field("h")});
    const auto neither = apply(Operation::no, {apply(Operation::known, {field("f")})});
    EXPECT_EQ(words(measure(Aggregate::sum, field("f"))), "Σ «\u00A0Femmes\u00A0»");
    EXPECT_EQ(words(measure(Aggregate::count)), "nombre de lignes");
    EXPECT_EQ(words(measure(Aggregate::count, nullptr, nullptr, apply(greater, {field("h"), constant(1.0)})),
                    Language::english),
              "number of rows, rows where “Men” > 1");
    EXPECT_EQ(words(measure(Aggregate::median, both)), "médiane de («\u00A0Femmes\u00A0» + «\u00A0Hommes\u00A0»)");
    Measure decile = measure(Aggregate::quantile, field("f"));
    decile.fraction = 0.9;
    EXPECT_EQ(words(decile), "quantile à 90\u00A0% de «\u00A0Femmes\u00A0»");
    decile.fraction = 0.125;
    EXPECT_EQ(words(decile, Language::english), "quantile at 12.5% of “Women”");
    EXPECT_EQ(words(measure(Aggregate::deviation, field("f"))), "écart-type de «\u00A0Femmes\u00A0»");
    EXPECT_EQ(words(measure(Aggregate::known, field("f")), Language::english), "share of rows that give “Women”");
    const Figure figure = query({"1"}, {"2"}).figure(measure(Aggregate::sum, field("f")));
    ASSERT_EQ(figure.sources.size(), 1U);
    EXPECT_EQ(words(*figure.sources.front()->measure), "Σ «\u00A0Femmes\u00A0»");
    EXPECT_EQ(words(measure(Aggregate::ratio, field("f"), both)),
              "Σ «\u00A0Femmes\u00A0» / Σ («\u00A0Femmes\u00A0» + «\u00A0Hommes\u00A0»)");
    EXPECT_EQ(words(measure(Aggregate::ratio, field("f"), both), Language::english), "Σ “Women” / Σ (“Women” + “Men”)");
    EXPECT_EQ(words(measure(Aggregate::ratio, apply(greater, {field("h"), constant(0.5)}), constant(1.0))),
              "nombre de lignes où «\u00A0Hommes\u00A0» > 0,5 / nombre de lignes");
    EXPECT_EQ(words(measure(Aggregate::count, nullptr, nullptr, neither)),
              "nombre de lignes, lignes où «\u00A0Femmes\u00A0» inconnu");
    EXPECT_EQ(words(measure(Aggregate::sum, apply(Operation::subtract, {field("f"), both}))),
              "Σ («\u00A0Femmes\u00A0» \u2212 («\u00A0Femmes\u00A0» + «\u00A0Hommes\u00A0»))");
    EXPECT_EQ(words(measure(Aggregate::sum, apply(Operation::known_or, {field("f")}, {0.0}))),
              "Σ «\u00A0Femmes\u00A0». Inconnu, compte 0\u00A0: «\u00A0Femmes\u00A0».");
    EXPECT_EQ(words(measure(Aggregate::count, nullptr, nullptr,
                            apply(Operation::known_or,
                                  {apply(Operation::one_of, {field("statut")}, {std::string("a"), std::string("b")})},
                                  {false}))),
              "nombre de lignes, lignes où «\u00A0Libellé de statut\u00A0» parmi a, b");
    const auto either = apply(Operation::known_or, {both, field("f")});
    EXPECT_EQ(words(measure(Aggregate::sum, apply(Operation::known_or, {either, field("h")}))),
              "Σ («\u00A0Femmes\u00A0» + «\u00A0Hommes\u00A0»). À défaut de «\u00A0Femmes\u00A0» + "
              "«\u00A0Hommes\u00A0»\u00A0: «\u00A0Femmes\u00A0», puis «\u00A0Hommes\u00A0».");
}

// What stands in for an unknown is a sentence after the formula, not a branch inside of it.
TEST(Measure, IsToldWithoutItsWaysOut)
{
    auto told = std::make_shared<Schema>();
    told->id = "essai";
    told->fields = {make_field("f", FieldType::count), make_field("h", FieldType::count),
                    make_field("comite", FieldType::choice), make_field("instructeur", FieldType::choice)};
    told->fields[0].label = {"Femmes", "Women"};
    told->fields[1].label = {"Hommes", "Men"};
    told->fields[2].label = {"Comité", "Committee"};
    told->fields[3].label = {"Instructeur", "Examiner"};
    const auto rows = TableMaker(told).column("f", {"1"}).dataset();
    const auto words = [&](const Measure& measure) {
        const RuleWords rule = in_words(measure, *rows, base::Language::french);
        std::string text = base::replace_all(rule.formula, "\u00A0", " ");
        for (const std::string& remark : rule.remarks) text += " | " + base::replace_all(remark, "\u00A0", " ");
        return text;
    };
    const auto sum = [&](const ExpressionPointer& expression) { return words(measure(Aggregate::sum, expression)); };
    const auto state = [](const char* name, std::vector<Constant> states) {
        return apply(Operation::in_state, {field(name)}, std::move(states));
    };
    const auto known = [](const char* name) { return apply(Operation::known, {field(name)}); };
    EXPECT_EQ(sum(apply(Operation::choose, {state("f", {std::string("abs")}), constant(0.0), field("f")})),
              "Σ « Femmes » | Vide ou non demandé, compte 0 : « Femmes ».");
    EXPECT_EQ(sum(apply(Operation::choose, {state("h", {std::string("nc")}), field("h"),
                                            apply(Operation::known_or, {field("h")}, {0.0})})),
              "Σ « Hommes » | Vide ou non demandé, compte 0 : « Hommes ».");
    EXPECT_EQ(sum(apply(Operation::choose, {state("h", {std::string("abs")}), field("f"), field("h")})),
              "Σ « Hommes » | À défaut de « Hommes » : « Femmes ».");
    EXPECT_EQ(sum(apply(Operation::choose, {apply(Operation::any_of, {known("f"), known("h")}),
                                            apply(add, {field("f"), field("h")}), field("h")})),
              "Σ (« Femmes » + « Hommes »)");
    EXPECT_EQ(sum(apply(add, {field("f"), apply(Operation::multiply, {constant(0.0), field("h")})})), "Σ « Femmes »");
    const auto scored = [&](const char* name) {
        return apply(Operation::one_of, {field(name)}, {std::string("G1"), std::string("G2")});
    };
    const auto score =
        apply(Operation::any_of,
              {apply(Operation::all_of, {known("comite"), scored("comite")}),
               apply(Operation::all_of, {apply(Operation::no, {known("comite")}),
                                         apply(Operation::all_of, {known("instructeur"), scored("instructeur")})})});
    EXPECT_EQ(words(measure(Aggregate::ratio, apply(Operation::multiply, {field("f"), score}), field("f"), score)),
              "Σ (« Femmes » si « Comité » parmi G1, G2) / Σ « Femmes », lignes où « Comité » parmi G1, G2 | "
              "À défaut de « Comité » : « Instructeur ».");
    const auto large = apply(greater, {field("f"), constant(2.0)});
    EXPECT_EQ(sum(apply(Operation::choose, {large, field("f"), field("h")})),
              "Σ (si « Femmes » > 2 : « Femmes » ; sinon « Hommes »)")
        << "a choice that is no way out stays";
}

TEST(Measure, WithoutItsExpressionIsAnError)
{
    const Query rows = query({"1"}, {"1"});
    EXPECT_THROW((void)rows.figure(measure(Aggregate::sum)), base::Error);
    EXPECT_THROW((void)rows.figure(measure(Aggregate::ratio, field("f"))), base::Error);
    EXPECT_THROW((void)rows.figure(measure(Aggregate::sum, field("statut"))), base::Error);
    EXPECT_THROW((void)rows.figure(measure(Aggregate::sum, field("g"))), base::Error);
}

/// A column that no table has, or that nobody filled in, decides no row: its sum is no zero.
TEST(Measure, AConditionThatIsKnownOfNoRowLeavesTheFigureUnknown)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {test::make_field("montant", FieldType::euro), test::make_field("nature", FieldType::choice),
                      test::make_field("absent", FieldType::choice)};
    const auto figure = [&](const std::vector<std::string>& natures, const char* name) {
        const auto dataset =
            test::TableMaker(schema).column("montant", {"1000", "2000"}).column("nature", natures).dataset();
        Measure measure;
        measure.aggregate = Aggregate::sum;
        measure.expression = field("montant");
        measure.where = apply(Operation::one_of, {field(name)}, {"CPO"});
        return Query(dataset).figure(measure);
    };
    const Figure none = figure({"!nc", "!nc"}, "nature");
    EXPECT_FALSE(none.value.has_value());
    EXPECT_EQ(none.cause, State::not_given);
    EXPECT_EQ(none.unknown, 2U);
    const Figure absent = figure({"CPO", "!nc"}, "absent");
    EXPECT_FALSE(absent.value.has_value());
    EXPECT_EQ(absent.cause, State::no_column);
    const Figure least = figure({"autre", "!nc"}, "nature");
    EXPECT_EQ(least.value, 0.0) << "of one row it is known";
    EXPECT_TRUE(least.lower_bound) << "the other row may belong to it";
    EXPECT_EQ(figure({"!so", "!so"}, "nature").value, 0.0) << "the question applies to none";
}

/// Rows of which the condition is not known may belong to the figure, so that it never passes for complete.
TEST(Measure, CountsRowsThatItsConditionLeavesOpenAsUnknown)
{
    const Query rows = query({"10", "20", "30", "40", "50"}, {"1", "1", "!nc", "!so", "0"});
    const ExpressionPointer some = apply(Operation::greater, {field("h"), constant(0.0)});
    const auto figure = [&](Aggregate aggregate, const ExpressionPointer& below = nullptr) {
        return rows.figure(measure(aggregate, field("f"), below, some));
    };
    const Figure sum = figure(Aggregate::sum);
    EXPECT_EQ(sum.value, 30.0);
    EXPECT_EQ(sum.base, 2U);
    EXPECT_EQ(sum.unknown, 1U) << "« sans objet » is a no, not a doubt";
    EXPECT_TRUE(sum.lower_bound);
    const Figure count = rows.figure(measure(Aggregate::count, nullptr, nullptr, some));
    EXPECT_EQ(count.value, 2.0);
    EXPECT_TRUE(count.lower_bound);
    EXPECT_TRUE(figure(Aggregate::maximum).lower_bound);
    EXPECT_TRUE(figure(Aggregate::count_distinct).lower_bound);
    for (const Figure& other : {figure(Aggregate::mean), figure(Aggregate::median), figure(Aggregate::minimum),
                                figure(Aggregate::ratio, constant(1.0))}) {
        EXPECT_FALSE(other.lower_bound) << "a further row could change it either way";
        EXPECT_EQ(other.unknown, 1U);
    }
}

/// Where all other rows are out, the one left open is why there is no rate: « sans objet » would say that none is
/// asked.
TEST(Measure, HasTheCauseOfTheRowsLeftOpenWhereNoneIsIn)
{
    const Query rows = query({"10", "20"}, {"0", "!nc"});
    const ExpressionPointer some = apply(Operation::greater, {field("h"), constant(0.0)});
    for (const Aggregate aggregate : {Aggregate::ratio, Aggregate::mean, Aggregate::median, Aggregate::maximum}) {
        const Figure figure = rows.figure(measure(aggregate, field("f"), constant(1.0), some));
        EXPECT_FALSE(figure.value.has_value());
        EXPECT_EQ(figure.cause, State::not_given);
        EXPECT_EQ(figure.unknown, 1U);
    }
}

TEST(Measure, IsNoLeastWhereARowLeftOpenCouldTakeAway)
{
    const Figure figure = query({"-10", "20"}, {"1", "!nc"})
                              .figure(measure(Aggregate::sum, apply(Operation::subtract, {field("f"), field("f")}),
                                              nullptr, apply(Operation::greater, {field("h"), constant(0.0)})));
    EXPECT_EQ(figure.unknown, 1U);
    EXPECT_FALSE(figure.lower_bound);
}

/// « 72 actions » of 24 would be said of a share before and after a decision.
TEST(Arithmetic, OfTheSameRowsCountsThemOnce)
{
    const Query rows = query({"10", "20", "!nc"}, {"1", "2", "3"});
    const ExpressionPointer large = apply(Operation::greater, {field("h"), constant(1.0)});
    const auto part = [&](const char* id, const ExpressionPointer& where) {
        return FigureOrNumber{rows.figure(measure(Aggregate::ratio, field(id), field("h"), where))};
    };
    const Figure both = difference_of(part("f", nullptr), part("h", nullptr));
    EXPECT_EQ(both.base, 2U) << "of the side that is known less well";
    EXPECT_EQ(both.unknown, 1U);
    const Figure three = sum_of({both}, part("f", nullptr));
    EXPECT_EQ(three.base, 2U);
    const Figure chosen = difference_of(part("f", nullptr), part("f", large));
    EXPECT_EQ(chosen.base, 3U) << "rows that another condition chose are others";
    const FigureOrNumber other{query({"10"}, {"1"}).figure(measure(Aggregate::sum, field("f")))};
    EXPECT_EQ(sum_of({rows.figure(measure(Aggregate::sum, field("f")))}, other).base, 3U);
}

/// A loop that adds a figure to itself would double them at every turn, until the machine is full.
TEST(Arithmetic, KeepsEachSourceOnce)
{
    const Query rows = query({"10", "20", "!nc"}, {"1", "2", "3"});
    const FigureOrNumber first{rows.figure(measure(Aggregate::sum, field("f")))};
    const FigureOrNumber second{rows.figure(measure(Aggregate::sum, field("h")))};
    FigureOrNumber both{sum_of(first, second)};
    EXPECT_EQ(both.figure.sources.size(), 2U);
    for (int turn = 0; turn < 60; ++turn) both.figure = sum_of(both, both);
    EXPECT_EQ(both.figure.sources.size(), 2U);
    EXPECT_EQ(*both.figure.value, 36 * std::pow(2.0, 60));
    std::size_t cells = 0;
    walk_sources(both.figure, [&](const SourceCell&) { return ++cells > 0; });
    EXPECT_EQ(cells, 5U);
}

} // namespace
} // namespace bilan::data
