// SPDX-License-Identifier: MPL-2.0
//
// What is computed over many rows.
#include "base/number.hpp"
#include "script/api/groups.hpp"
#include "script/api/measure_words.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/mistake.hpp"

namespace bilan::script {

/// What stands beside a sign of arithmetic: a measure, or null for anything else.
struct MeasureSide {
    std::shared_ptr<MeasureObject> measure;
};

template <>
struct Value<MeasureSide> {
    static std::string name() { return "any"; }
    static MeasureSide read(lua_State* lua, int at, const Where& /*where*/)
    {
        const auto* const object = to_object<MeasureObject>(lua, at);
        return {object == nullptr ? nullptr : *object};
    }
};

namespace {

using data::Aggregate;
using Measure = std::shared_ptr<MeasureObject>;

Measure made(Aggregate aggregate, data::ExpressionPointer expression, data::ExpressionPointer denominator,
             const std::optional<MeasureOptions>& options)
{
    auto object = std::make_shared<MeasureObject>();
    object->measure.aggregate = aggregate;
    object->measure.expression = std::move(expression);
    object->measure.denominator = std::move(denominator);
    if (options) {
        object->measure.where = options->where;
        object->has_unit = options->unit.has_value();
        object->measure.unit = options->unit.value_or(data::Unit::number);
    }
    return object;
}

Measure count(const std::optional<Condition>& condition, const std::optional<MeasureOptions>& options)
{
    return made(Aggregate::count, condition ? condition->expression : nullptr, nullptr, options);
}

template <Aggregate aggregate>
Measure over(const Operand& expression, const std::optional<MeasureOptions>& options)
{
    return made(aggregate, expression.expression, nullptr, options);
}

/// The share of the rows below it, or a whole number of per cent by mistake.
Measure quantile(const Operand& expression, double fraction, const std::optional<MeasureOptions>& options)
{
    if (!(fraction >= 0 && fraction <= 1)) throw Mistake("BIL-443", {base::shortest(fraction)}, "quantile");
    Measure quantile = made(Aggregate::quantile, expression.expression, nullptr, options);
    quantile->measure.fraction = fraction;
    return quantile;
}

Measure ratio(const Operand& numerator, const Operand& denominator, const std::optional<MeasureOptions>& options)
{
    return made(Aggregate::ratio, numerator.expression, denominator.expression, options);
}

/// Of the rows where the condition is known, those where it is true: a ratio to one each.
Measure share(const Condition& condition, const std::optional<MeasureOptions>& options)
{
    Measure share = made(Aggregate::ratio, condition.expression, data::constant(1.0), options);
    share->is_share = true;
    return share;
}

std::string words(const Measure& self)
{
    return words_of(self->measure);
}

/// `f.benef_f`, or the place of an expression that is no field.
std::string operand_text(const data::ExpressionPointer& expression, const char* otherwise)
{
    const bool is_field = expression != nullptr && expression->operation == data::Operation::field;
    return is_field ? "f." + expression->name : otherwise;
}

/// What a sign between two measures is meant to be. A quotient of two sums rests on other rows above than below.
std::string meant_by(char sign, const MeasureSide& left, const MeasureSide& right)
{
    if (left.measure == nullptr || right.measure == nullptr)
        return std::string("rows:figure(bilan.sum(f.a)) ") + sign + " 2";
    const data::Measure& above = left.measure->measure;
    const data::Measure& below = right.measure->measure;
    const bool are_sums = above.aggregate == Aggregate::sum && below.aggregate == Aggregate::sum;
    const std::string first = operand_text(are_sums ? above.expression : nullptr, "f.a");
    const std::string second = operand_text(are_sums ? below.expression : nullptr, "f.b");
    if (sign == '/' && above.aggregate == Aggregate::count && below.aggregate == Aggregate::count)
        return "bilan.share(f.a:ge(1))";
    if (sign == '/') return "bilan.ratio(" + first + ", " + second + ')';
    if (are_sums && sign != '*') return "bilan.sum(" + first + ' ' + sign + ' ' + second + ')';
    return std::string("rows:figure(bilan.sum(f.a)) ") + sign + " rows:figure(bilan.sum(f.b))";
}

/// A measure is a question, and there is nothing to compute with before rows answer it.
template <char sign>
bool refuse_arithmetic(const MeasureSide& left, const MeasureSide& right)
{
    throw Mistake("BIL-699", {std::string(1, sign), meant_by(sign, left, right), "bilan.Measure"},
                  std::string(1, sign));
}

constexpr const char* options_sentence = "`where`: further condition on the rows; those of which it is not known count "
                                         "as unknown, `:known_or(false)` leaves "
                                         "them out; `unit`: unit of the figure";

} // namespace

const GroupRecord& measure_class()
{
    static const GroupRecord record =
        group("bilan.Measure", "Something computed over many rows; the same for any query.",
              {property<&words>("text", "The measure in words."), metamethod<&words>("__tostring"),
               metamethod<&refuse_arithmetic<'+'>>("__add"), metamethod<&refuse_arithmetic<'-'>>("__sub"),
               metamethod<&refuse_arithmetic<'*'>>("__mul"), metamethod<&refuse_arithmetic<'/'>>("__div")});
    return record;
}

std::vector<FunctionRecord> measure_functions()
{
    return {
        bind<&count>("count", "Number of rows, or of rows where the condition is true.",
                     {{"condition", "an expression, or a table of field values"}, {"options", options_sentence}}),
        bind<&over<Aggregate::sum>>("sum", "Sum over the rows where the expression is known.",
                                    {{"expression", "what is added"}, {"options", options_sentence}}),
        bind<&over<Aggregate::mean>>("mean", "Mean over the rows where the expression is known.",
                                     {{"expression", "what is averaged"}, {"options", options_sentence}}),
        bind<&over<Aggregate::median>>("median", "Median over the rows where the expression is known.",
                                       {{"expression", "what is ordered"}, {"options", options_sentence}}),
        bind<&quantile>("quantile",
                        "The value below which a fraction of the rows lies, over the rows where the expression is "
                        "known: that of PERCENTILE.INC in Excel (type 7 of Hyndman and Fan), interpolated between "
                        "two rows. Of 0.5 it is the median.",
                        {{"expression", "what is ordered"},
                         {"fraction", "0 to 1: 0.25 for the first quartile, 0.9 for the ninth decile"},
                         {"options", options_sentence}}),
        bind<&over<Aggregate::deviation>>(
            "standard_deviation",
            "How far the known values lie from their mean: the standard deviation of a sample, which divides by the "
            "number of rows less one (STDEV.S in Excel). A single row has none.",
            {{"expression", "what varies"}, {"options", options_sentence}}),
        bind<&over<Aggregate::minimum>>("min", "Smallest known value.",
                                        {{"expression", "what is compared"}, {"options", options_sentence}}),
        bind<&over<Aggregate::maximum>>("max", "Largest known value.",
                                        {{"expression", "what is compared"}, {"options", options_sentence}}),
        bind<&over<Aggregate::count_distinct>>("count_distinct", "Number of different known values.",
                                               {{"expression", "what is told apart"}, {"options", options_sentence}}),
        bind<&ratio>(
            "ratio",
            "Sum of the numerators over sum of the denominators, on rows where both are known. A rate; euros over "
            "something else are euros, hours over people a number.",
            {{"numerator", "what is above"}, {"denominator", "what is below"}, {"options", options_sentence}}),
        bind<&share>("share", "Share of the rows where the condition is true, of those where it is known.",
                     {{"condition", "an expression, or a table of field values"}, {"options", options_sentence}}),
        bind<&over<Aggregate::known>>("completeness", "Share of rows where the expression is known, where it applies.",
                                      {{"expression", "what should be known"}, {"options", options_sentence}}),
    };
}

} // namespace bilan::script
