// SPDX-License-Identifier: MPL-2.0
#include "script/api/units.hpp"

#include "script/api/check.hpp"

#include <unordered_map>

namespace bilan::script {

namespace {

using data::FieldType;
using data::Operation;
using data::Unit;

bool counts(Unit unit)
{
    return unit == Unit::count || unit == Unit::people;
}

Dimension dimension_of_type(std::optional<FieldType> type, bool is_people)
{
    switch (type.value_or(FieldType::text)) {
    case FieldType::euro: return {Unit::euro};
    case FieldType::rate: return {Unit::rate};
    case FieldType::year: return {Unit::year};
    case FieldType::count: return {is_people ? Unit::people : Unit::count};
    case FieldType::boolean: return {std::nullopt, true};
    default: return {Unit::number};
    }
}

std::optional<std::pair<Unit, Unit>> first_mixture(const Dimension& left, const Dimension& right)
{
    return left.mixed ? left.mixed : right.mixed;
}

/// A sum, a difference, one of two: the unit of both.
Dimension together(const Dimension& left, const Dimension& right)
{
    Dimension both{std::nullopt, left.is_condition && right.is_condition, first_mixture(left, right)};
    if (!left.unit || !right.unit) {
        both.unit = left.unit ? left.unit : right.unit;
        return both;
    }
    both.unit = *left.unit == *right.unit ? *left.unit : Unit::number;
    if (!both.mixed && are_apart(*left.unit, *right.unit)) both.mixed = {*left.unit, *right.unit};
    return both;
}

/// Years apart, not a year.
Dimension apart(const Dimension& left, const Dimension& right)
{
    Dimension both = together(left, right);
    if (left.unit == Unit::year && right.unit == Unit::year) both.unit = Unit::number;
    return both;
}

/// « People × (state is done) » are people, a rate of euros is euros.
Dimension product(const Dimension& left, const Dimension& right)
{
    Dimension both{std::nullopt, false, first_mixture(left, right)};
    if (!left.unit || !right.unit)
        both.unit = left.unit ? left.unit : right.unit;
    else if (*left.unit == Unit::rate || *right.unit == Unit::rate)
        both.unit = *left.unit == Unit::rate ? *right.unit : *left.unit;
    else
        both.unit = Unit::number;
    return both;
}

/// A part of a whole is a rate; euros for each of something else are euros.
Dimension quotient(const Dimension& above, const Dimension& below)
{
    Dimension both{Unit::number, false, first_mixture(above, below)};
    if (!below.unit || (above.unit && *below.unit == Unit::rate))
        both.unit = above.unit;
    else if (above.unit &&
             ((counts(*above.unit) && counts(*below.unit)) || (*above.unit == Unit::euro && *below.unit == Unit::euro)))
        both.unit = Unit::rate;
    else if (above.unit == Unit::euro)
        both.unit = Unit::euro;
    return both;
}

/// `bilan.when(condition, 1, 0)` is a condition too.
bool is_bit(const data::Expression& expression)
{
    if (expression.operation != Operation::constant) return false;
    const auto* const number = std::get_if<double>(&expression.constants.front());
    return number != nullptr && (*number == 0 || *number == 1);
}

/// Expressions may share parts: each is looked at once.
class Dimensions {
public:
    explicit Dimensions(const data::Query& query) : query_(query) {}

    Dimension of(const data::Expression& expression)
    {
        if (const auto known = known_.find(&expression); known != known_.end()) return known->second;
        return known_.emplace(&expression, computed(expression)).first->second;
    }

private:
    Dimension computed(const data::Expression& expression)
    {
        const auto operand = [&](std::size_t at) { return of(*expression.operands[at]); };
        switch (expression.operation) {
        case Operation::field: {
            const data::Field* const field = query_.field(expression.name);
            return dimension_of_type(type_of(query_, expression.name), field != nullptr && field->people);
        }
        case Operation::looked_up:
        case Operation::stored: {
            const data::Field* const lent = expression.described();
            return lent == nullptr ? Dimension{Unit::number} : dimension_of_type(lent->type, lent->people);
        }
        case Operation::constant: return {};
        case Operation::add: return together(operand(0), operand(1));
        case Operation::subtract: return apart(operand(0), operand(1));
        case Operation::multiply: return product(operand(0), operand(1));
        case Operation::divide: return quotient(operand(0), operand(1));
        case Operation::choose: {
            const bool is_truth = is_bit(*expression.operands[1]) && is_bit(*expression.operands[2]);
            return is_truth ? Dimension{std::nullopt, true} : together(operand(1), operand(2));
        }
        case Operation::known_or: return expression.operands.size() > 1 ? together(operand(0), operand(1)) : operand(0);
        case Operation::negate:
        case Operation::column_sum: return operand(0);
        case Operation::banded: return {Unit::number};
        case Operation::period: {
            const bool is_year = std::get<std::string>(expression.constants.front()) == "year";
            return {is_year ? Unit::year : Unit::number}; // a quarter or month is a text
        }
        default: return {std::nullopt, true};
        }
    }

    const data::Query& query_;
    std::unordered_map<const data::Expression*, Dimension> known_;
};

/// What a mean weighs by the denominator: the unit of both sides that is the same goes out. Null where it weighs
/// nothing.
data::ExpressionPointer weighted_by_denominator(const data::Query& query, const data::Measure& measure)
{
    const data::ExpressionPointer above = query.expanded(measure.expression);
    if (above->operation != Operation::multiply) return nullptr;
    const std::string weight = query.expanded(measure.denominator)->text();
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}})
        if (above->operands[at]->text() == weight) return above->operands[1 - at];
    return nullptr;
}

/// All that is not euros or hours for each of something is a rate: what is counted over what is counted is one, and so
/// is an amount over an amount.
Unit unit_of_ratio(const data::Query& query, const data::Measure& measure)
{
    const std::optional<Unit> above = dimension_of(query, measure.expression).unit;
    const std::optional<Unit> below = dimension_of(query, measure.denominator).unit;
    // « Credits × (is employment) / credits » weighs no figure: it is the share of credits where the condition holds.
    const data::ExpressionPointer weighted = weighted_by_denominator(query, measure);
    const std::optional<Unit> of_weighted = weighted == nullptr ? std::nullopt : dimension_of(query, weighted).unit;
    if (of_weighted) return *of_weighted;
    if (!above || !below) return Unit::rate;
    if (counts(*below) && (*above == Unit::euro || *above == Unit::number)) return *above;
    return *below == Unit::euro && counts(*above) ? Unit::number : Unit::rate;
}

/// A date as it is, not what is computed of dates.
bool is_date(const data::Query& query, const data::ExpressionPointer& expression)
{
    const data::ExpressionPointer expanded = query.expanded(expression);
    if (const data::Field* lent = expanded->described(); lent != nullptr) return lent->type == FieldType::date;
    return expanded->operation == Operation::field && type_of(query, expanded->name) == FieldType::date;
}

} // namespace

bool are_apart(Unit left, Unit right)
{
    const auto kind = [](Unit unit) { return counts(unit) ? Unit::count : unit == Unit::points ? Unit::rate : unit; };
    return left != Unit::number && right != Unit::number && kind(left) != kind(right);
}

Dimension dimension_of(const data::Query& query, const data::ExpressionPointer& expression)
{
    const data::ExpressionPointer expanded = query.expanded(expression);
    return Dimensions(query).of(*expanded);
}

bool says_yes_or_no(const data::Query& query, const std::string& field)
{
    if (const auto type = type_of(query, field)) return *type == FieldType::boolean;
    return query.is_derived(field) && dimension_of(query, data::field(field)).is_condition;
}

Unit unit_of(const data::Query& query, const data::Measure& measure)
{
    using data::Aggregate;
    if (measure.aggregate == Aggregate::ratio) return unit_of_ratio(query, measure);
    if (measure.aggregate == Aggregate::known) return Unit::rate;
    if (measure.aggregate == Aggregate::count || measure.aggregate == Aggregate::count_distinct) return Unit::count;
    if (measure.expression == nullptr) return Unit::number;
    const bool is_spread = measure.aggregate == Aggregate::deviation; // of days or years it is a number of them
    if (is_date(query, measure.expression)) return is_spread ? Unit::number : Unit::date;
    const Dimension dimension = dimension_of(query, measure.expression);
    if (is_spread && dimension.unit == Unit::year) return Unit::number;
    if (dimension.is_condition)
        return measure.aggregate == Aggregate::sum    ? Unit::count
               : measure.aggregate == Aggregate::mean ? Unit::rate
                                                      : Unit::number;
    return dimension.unit.value_or(Unit::number);
}

} // namespace bilan::script
