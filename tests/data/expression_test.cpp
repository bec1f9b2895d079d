// SPDX-License-Identifier: MPL-2.0
//
// Expressions as text, and row by row through a query.
#include "base/error.hpp"
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bilan::data {
namespace {

using Operation::add;
using Operation::all_of;
using Operation::any_of;
using Operation::at_least;
using Operation::divide;
using Operation::equal;
using Operation::greater;
using Operation::in_state;
using Operation::known;
using Operation::known_or;
using Operation::multiply;
using Operation::negate;
using Operation::no;
using Operation::not_equal;
using Operation::one_of;
using Operation::subtract;
using test::list;
using test::make_field;
using test::TableMaker;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StrEq;

std::shared_ptr<const Dataset> rows_of_all_kinds()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("a", FieldType::count),       make_field("b", FieldType::count),
                      make_field("statut", FieldType::choice), make_field("avis", FieldType::choice),
                      make_field("qpv", FieldType::choices),   make_field("absent", FieldType::count),
                      make_field("note", FieldType::text)};
    return TableMaker(schema)
        .column("a", {"4", "!nc", "!so", "0", "!vide", "6"})
        .column("b", {"2", "3", "5", "0", "!so", "!err"})
        .column("statut", {"retenue", "refusée", "!vide", "retenue", "!so", "ajournée"})
        .column("avis", {"refusée", "refusée", "retenue", "retenue", "retenue", "!nc"})
        .column("qpv", {list({"Nord", "Sud"}), "Sud", "!nc", "Est", list({"Est", "Sud"}), "Nord"})
        .dataset();
}

/// Values of an expression as texts: the number, or the code of the state.
std::vector<std::string> evaluate(const ExpressionPointer& expression)
{
    const Query all(rows_of_all_kinds());
    std::vector<std::string> values;
    const Query query = all.derive("x", expression);
    const Groups groups = query.group({"x"}, {{"rows", Measure{}}}, ListKeys::as_written);
    values.resize(all.rows()->size());
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const Sources& sources = groups.columns[0].figures[group].sources[0];
        for (std::size_t at = 0; at < sources->rows->size(); ++at) {
            if ((*sources->groups)[at] != group) continue;
            const Key& key = groups.keys[0].values[group];
            const auto* number = std::get_if<double>(&key);
            const auto* text = std::get_if<std::string>(&key);
            values[(*sources->rows)[at]] = number != nullptr ? base::shortest(*number)
                                           : text != nullptr ? *text
                                                             : std::string(code(groups.keys[0].states[group]));
        }
    }
    return values;
}

std::string failure(const ExpressionPointer& expression)
{
    try {
        (void)Query(rows_of_all_kinds()).derive("x", expression);
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::script);
        return error.sentence(base::Language::french);
    }
    return "";
}

TEST(Expression, SumsLeaveOutWhatDoesNotApply)
{
    EXPECT_THAT(evaluate(apply(add, {field("a"), field("b")})), ElementsAre("6", "nc", "5", "0", "vide", "err"));
    EXPECT_THAT(evaluate(apply(add, {field("b"), field("a"), constant(1.0)})),
                ElementsAre("7", "nc", "6", "1", "vide", "err"));
    EXPECT_THAT(evaluate(apply(subtract, {field("a"), field("b")})), ElementsAre("2", "nc", "so", "0", "vide", "err"));
}

TEST(Expression, ASumOfNothingThatAppliesDoesNotApply)
{
    EXPECT_EQ(evaluate(apply(add, {field("a"), field("a")}))[2], "so");
}

TEST(Expression, OtherCalculationsDoNotApplyWhereOneOperandDoesNot)
{
    EXPECT_THAT(evaluate(apply(multiply, {field("a"), field("b")})), ElementsAre("8", "nc", "so", "0", "so", "err"));
    EXPECT_THAT(evaluate(apply(negate, {field("a")})), ElementsAre("-4", "nc", "so", "0", "vide", "-6"));
    EXPECT_THAT(evaluate(apply(greater, {field("a"), field("b")})), ElementsAre("1", "nc", "so", "0", "so", "err"));
}

TEST(Expression, DivisionByZeroIsWithoutObjectAndNeverInfinite)
{
    EXPECT_THAT(evaluate(apply(divide, {field("a"), field("b")})), ElementsAre("2", "nc", "so", "so", "so", "err"));
    const auto huge = constant(std::numeric_limits<double>::max());
    EXPECT_EQ(evaluate(apply(multiply, {field("a"), huge}))[0], "err");
    EXPECT_EQ(evaluate(apply(add, {huge, huge}))[0], "err");
    EXPECT_EQ(evaluate(constant(std::nan("")))[0], "err");
}

TEST(Expression, NoValueHasTheCauseThatIsGivenInEveryRow)
{
    const auto unsaid = no_value(State::not_given);
    EXPECT_THAT(evaluate(unsaid), Each(StrEq("nc")));
    const auto positive = apply(greater, {field("a"), constant(0.0)});
    EXPECT_THAT(evaluate(apply(Operation::choose, {positive, field("b"), unsaid})),
                ElementsAre("2", "nc", "so", "nc", "vide", "err"));
    EXPECT_EQ(apply(Operation::choose, {positive, field("b"), unsaid})->text(), "when(a > 0, b, nc)");
}

TEST(Expression, ConditionsAreDecidedAsSoonAsOneOperandDecides)
{
    const auto positive = apply(greater, {field("a"), constant(0.0)});
    const auto retained = apply(equal, {field("statut"), constant("retenue")});
    EXPECT_THAT(evaluate(positive), ElementsAre("1", "nc", "so", "0", "vide", "1"));
    EXPECT_THAT(evaluate(retained), ElementsAre("1", "0", "vide", "1", "so", "0"));
    EXPECT_THAT(evaluate(apply(all_of, {positive, retained})), ElementsAre("1", "0", "so", "0", "so", "0"));
    EXPECT_THAT(evaluate(apply(any_of, {positive, retained})), ElementsAre("1", "nc", "so", "1", "so", "1"));
    EXPECT_THAT(evaluate(apply(no, {positive})), ElementsAre("0", "nc", "so", "1", "vide", "0"));
    EXPECT_THAT(evaluate(apply(all_of, {field("a")})), ElementsAre("1", "nc", "so", "0", "vide", "1"));
}

TEST(Expression, TextsAreTestedOncePerEntry)
{
    EXPECT_THAT(evaluate(apply(not_equal, {constant("retenue"), field("statut")})),
                ElementsAre("0", "1", "vide", "0", "so", "1"));
    EXPECT_THAT(evaluate(apply(one_of, {field("statut")}, {"refusée", "ajournée"})),
                ElementsAre("0", "1", "vide", "0", "so", "1"));
    EXPECT_THAT(evaluate(apply(equal, {field("statut"), field("avis")})),
                ElementsAre("0", "1", "vide", "1", "so", "nc"));
    EXPECT_THAT(evaluate(apply(not_equal, {field("statut"), field("avis")})),
                ElementsAre("1", "0", "vide", "0", "so", "nc"));
}

TEST(Expression, AListIsOneOfWhenAnItemIs)
{
    EXPECT_THAT(evaluate(apply(one_of, {field("qpv")}, {"Nord", "Est"})), ElementsAre("1", "0", "nc", "1", "1", "1"));
    EXPECT_THAT(evaluate(apply(equal, {field("qpv"), constant("Sud")})), ElementsAre("1", "1", "nc", "0", "1", "0"));
}

TEST(Expression, NumbersAreOneOfConstants)
{
    EXPECT_THAT(evaluate(apply(one_of, {field("a")}, {6.0, 0.0})), ElementsAre("0", "nc", "so", "1", "vide", "1"));
    EXPECT_THAT(evaluate(apply(one_of, {field("a")}, {})), ElementsAre("0", "nc", "so", "0", "vide", "0"));
}

TEST(Expression, StatesCanBeAskedForAndReplaced)
{
    EXPECT_THAT(evaluate(apply(known, {field("a")})), ElementsAre("1", "0", "0", "1", "0", "1"));
    EXPECT_THAT(evaluate(apply(known, {field("statut")})), ElementsAre("1", "1", "0", "1", "0", "1"));
    EXPECT_THAT(evaluate(apply(in_state, {field("a")}, {"nc", "so"})), ElementsAre("0", "1", "1", "0", "0", "0"));
    EXPECT_THAT(evaluate(apply(known_or, {field("a")}, {9.0})), ElementsAre("4", "9", "so", "0", "9", "6"));
    EXPECT_THAT(evaluate(apply(known_or, {field("statut")}, {"non dit"})),
                ElementsAre("retenue", "refusée", "non dit", "retenue", "so", "ajournée"));
    EXPECT_THAT(evaluate(apply(known_or, {field("statut"), field("avis")})).front(), "retenue");
    const auto either = apply(known_or, {field("avis"), field("statut")});
    EXPECT_EQ(evaluate(either).size(), 6U);
    EXPECT_EQ(evaluate(either).back(), "ajournée") << "« nc » in avis: what statut says";
    EXPECT_THAT(evaluate(apply(equal, {either, constant("ajournée")})).back(), "1");
    EXPECT_THAT(evaluate(apply(known_or, {field("a"), field("absent")})),
                ElementsAre("4", "nc", "so", "0", "vide", "6"))
        << "a column that nobody sent hides no cause";
    EXPECT_THAT(evaluate(apply(known_or, {field("absent"), field("a")})),
                ElementsAre("4", "nc", "so", "0", "vide", "6"));
    const auto replaced = apply(known_or, {field("statut")}, {"retenue"});
    EXPECT_THAT(evaluate(apply(equal, {replaced, constant("retenue")})), ElementsAre("1", "0", "1", "1", "so", "0"));
}

TEST(Expression, AFieldThatNoTableHasIsUnknownEverywhere)
{
    EXPECT_THAT(evaluate(field("absent")), testing::Each("abs"));
    EXPECT_THAT(evaluate(apply(equal, {field("note"), constant("x")})), testing::Each("abs"));
    EXPECT_THAT(evaluate(apply(one_of, {field("note")}, {"x"})), testing::Each("abs"));
    EXPECT_THAT(evaluate(apply(known_or, {field("note")}, {"rien"})), testing::Each("rien"));
}

TEST(Expression, MistakesAreToldWithTheNearestName)
{
    EXPECT_EQ(failure(field("statu")), "«\u00A0statu\u00A0» n'est ni un champ du schéma «\u00A0essai\u00A0» ni une "
                                       "colonne calculée. Vouliez-vous dire «\u00A0statut\u00A0»\u00A0? Corrigez le "
                                       "nom.");
    EXPECT_THAT(failure(field("montant_accorde")), HasSubstr("Choisissez un champ du schéma"));
    EXPECT_THAT(failure(apply(add, {field("a"), field("statut")})),
                HasSubstr("«\u00A0statut\u00A0» est un texte, or ce calcul demande des nombres."));
    EXPECT_THAT(failure(apply(equal, {field("a"), constant("4")})), HasSubstr("compare un texte et un nombre"));
    EXPECT_THAT(failure(apply(one_of, {field("statut")}, {4.0})), HasSubstr("compare un texte et un nombre"));
    EXPECT_THAT(failure(apply(in_state, {field("a")}, {"inconnu"})), HasSubstr("n'est pas un état de valeur"));
}

TEST(Expression, AConditionIsNoText)
{
    const Query query(rows_of_all_kinds());
    EXPECT_THROW((void)query.where(field("statut")), base::Error);
    EXPECT_THROW((void)query.where(constant("vrai")), base::Error);
}

TEST(Expression, ReadsLikeAFormula)
{
    const auto sum = apply(add, {field("a"), field("b")});
    EXPECT_EQ(sum->text(), "a + b");
    EXPECT_EQ(apply(multiply, {sum, constant(2.5)})->text(), "(a + b) * 2.5");
    EXPECT_EQ(apply(subtract, {field("a"), apply(subtract, {field("b"), field("c")})})->text(), "a - (b - c)");
    EXPECT_EQ(apply(subtract, {apply(subtract, {field("a"), field("b")}), field("c")})->text(), "a - b - c");
    EXPECT_EQ(apply(negate, {sum})->text(), "-(a + b)");
    const auto retained = apply(equal, {field("statut"), constant("retenue")});
    const auto one = apply(one_of, {field("qpv")}, {"Nord", "Sud"});
    EXPECT_EQ(apply(no, {apply(any_of, {retained, one})})->text(),
              "not (statut = \"retenue\" or qpv in {\"Nord\", \"Sud\"})");
    EXPECT_EQ(apply(all_of, {retained, apply(at_least, {sum, constant(1.0)})})->text(),
              "statut = \"retenue\" and a + b ≥ 1");
    EXPECT_EQ(apply(in_state, {field("a")}, {"nc"})->text(), "state(a) in {\"nc\"}");
    EXPECT_EQ(apply(known_or, {field("a")}, {0.0})->text(), "known_or(a, 0)");
    EXPECT_EQ(apply(equal, {field("bool"), constant(true)})->text(), "bool = true");
}

TEST(Expression, NamesEachFieldOnceInOrder)
{
    const auto sum = apply(add, {field("b"), apply(multiply, {field("a"), field("b")})});
    EXPECT_THAT(sum->fields(), ElementsAre("b", "a"));
}

TEST(Expression, SharedPartsStayCheapHoweverOftenTheyAreDoubled)
{
    ExpressionPointer doubled = field("a");
    for (int round = 0; round < 200; ++round) doubled = apply(add, {doubled, doubled});
    EXPECT_THAT(doubled->fields(), ElementsAre("a"));
    EXPECT_LE(doubled->text().size(), 4100U);
    EXPECT_THAT(doubled->text(), testing::EndsWith("…"));
    EXPECT_EQ(evaluate(doubled)[0], base::shortest(4 * std::pow(2, 200)));
    Query query(rows_of_all_kinds());
    for (int round = 0; round < 60; ++round) query = query.derive("a", apply(add, {field("a"), field("a")}));
    EXPECT_DOUBLE_EQ(query.figure({Aggregate::maximum, field("a"), nullptr, nullptr, Unit::number}).value.value(),
                     6 * std::pow(2, 60));
}

TEST(Expression, DepthIsBounded)
{
    ExpressionPointer deep = field("a");
    const auto deepen = [&] {
        for (int round = 0; round < 100'000; ++round) deep = apply(negate, {deep});
    };
    EXPECT_THROW(deepen(), base::Error);
    EXPECT_EQ(deep->depth, deepest_expression);
    EXPECT_EQ(evaluate(deep)[0], "-4");
}

} // namespace
} // namespace bilan::data
