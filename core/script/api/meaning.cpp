// SPDX-License-Identifier: MPL-2.0
#include "script/api/meaning.hpp"

#include "base/text.hpp"
#include "script/api/check.hpp"
#include "script/api/session.hpp"
#include "script/api/units.hpp"
#include "script/api/values.hpp"
#include "script/domain/read_domain.hpp"
#include "script/journal.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <unordered_set>

namespace bilan::script {

namespace {

using data::FieldType;
using data::Operation;

bool is_of_bits(const data::Constant& constant)
{
    const auto* const number = std::get_if<double>(&constant);
    return std::holds_alternative<bool>(constant) || (number != nullptr && (*number == 0 || *number == 1));
}

/// A column of numbers that holds 0 and 1 alone says yes and no, but for a rule, which is there before any row is; a
/// text is refused elsewhere.
bool may_be_true(const data::Query& query, const std::string& field, Numbers numbers)
{
    const auto type = type_of(query, field);
    if (!type || !data::is_numeric(*type) || *type == FieldType::boolean) return true;
    if (numbers == Numbers::never) return false;
    return std::ranges::all_of(query.distinct(field).values, [](const data::Key& key) {
        const auto* const number = std::get_if<double>(&key);
        return number == nullptr || *number == 0 || *number == 1;
    });
}

/// Parts that were looked at: an expression may share them.
using Seen = std::unordered_set<const data::Expression*>;

/// `expression` names no derived field any more. What was seen before is no worse the second time.
bool is_condition(const data::Query& query, const data::Expression& expression, Numbers numbers, Seen& seen)
{
    if (!seen.insert(&expression).second) return true;
    const auto is_operand = [&](std::size_t at) {
        return is_condition(query, *expression.operands[at], numbers, seen);
    };
    switch (expression.operation) {
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::divide:
    case Operation::negate:
    case Operation::banded:
    case Operation::period:
    case Operation::column_sum: return false;
    case Operation::constant: return is_of_bits(expression.constants.front());
    case Operation::field: return may_be_true(query, expression.name, numbers);
    case Operation::known_or: return is_operand(0);
    case Operation::choose: return is_operand(1) && is_operand(2);
    case Operation::looked_up:
    case Operation::stored: {
        const data::Field* const known = expression.described();
        return known == nullptr || known->type == FieldType::boolean || !data::is_numeric(known->type);
    }
    default: return true;
    }
}

/// What is written behind `f.`, or a word for what is longer.
std::string written(const data::Expression& expression)
{
    return expression.operation == Operation::field ? "f." + expression.name : '(' + expression.text() + ')';
}

std::string subject_of(const data::Expression& expression)
{
    return expression.operation == Operation::field ? expression.name : std::string();
}

/// One number of people over another, or one amount over another: a share of each row.
bool is_part_of_whole(const data::Query& query, const data::Expression& expression)
{
    if (expression.operation != Operation::divide) return false;
    const auto are_all = [&](FieldType type) {
        return std::ranges::all_of(expression.operands, [&](const data::ExpressionPointer& side) {
            const std::vector<std::string> fields = side->fields();
            return !fields.empty() &&
                   std::ranges::all_of(fields, [&](const std::string& field) { return type_of(query, field) == type; });
        });
    };
    return are_all(FieldType::count) || are_all(FieldType::euro);
}

/// The conditions that `all`, `any` and `no` join are looked at one by one, so that the wrong one is named.
void check_parts(const data::Query& query, const data::ExpressionPointer& expression, Numbers numbers, Seen& seen)
{
    if (!seen.insert(expression.get()).second) return;
    const Operation operation = expression->operation;
    if (operation == Operation::all_of || operation == Operation::any_of || operation == Operation::no) {
        for (const data::ExpressionPointer& operand : expression->operands) check_parts(query, operand, numbers, seen);
        return;
    }
    Seen of_condition;
    if (!is_condition(query, *query.expanded(expression), numbers, of_condition))
        throw Mistake("BIL-854", {written(*expression)}, subject_of(*expression));
}

/// `100 * f.part`, `f.a / f.b * 100`.
bool is_times_hundred(const data::Expression& expression)
{
    const auto is_hundred = [](const data::ExpressionPointer& side) {
        const bool is_constant = side->operation == Operation::constant;
        const auto* const number = is_constant ? std::get_if<double>(&side->constants.front()) : nullptr;
        return number != nullptr && *number == 100;
    };
    if (expression.operation == Operation::divide) return is_times_hundred(*expression.operands.front());
    if (expression.operation != Operation::multiply) return false;
    return std::ranges::any_of(expression.operands, [&](const data::ExpressionPointer& side) {
        return is_hundred(side) || is_times_hundred(*side);
    });
}

base::Message mixture(std::pair<data::Unit, data::Unit> mixed, const std::string& what)
{
    return {"BIL-122",
            {what, unit_names()[static_cast<std::size_t>(mixed.first)],
             unit_names()[static_cast<std::size_t>(mixed.second)]}};
}

} // namespace

void say_here(State& state, const base::Message& message)
{
    state.protect([&](lua_State* lua) {
        const Position at = position_of(lua);
        const std::string text = base::render(message, state.language());
        const auto is_said = [&](const JournalLine& line) {
            return line.line == at.line && line.file == at.file && line.text == text;
        };
        if (std::ranges::none_of(state.journal(), is_said)) write_line(state, {"warning", text, at.file, at.line});
    });
}

void check_condition(const data::Query& query, const data::ExpressionPointer& expression, Numbers numbers)
{
    Seen seen;
    check_parts(query, expression, numbers, seen);
}

void check_meaning(const data::Query& query, const MeasureObject& object)
{
    const data::Measure& measure = object.measure;
    if (measure.where != nullptr) check_condition(query, measure.where);
    if (measure.expression == nullptr) return;
    if (measure.aggregate == data::Aggregate::count || object.is_share) check_condition(query, measure.expression);
    if (measure.aggregate != data::Aggregate::sum) return;
    const auto whole = query.expanded(measure.expression);
    if (is_part_of_whole(query, *whole))
        throw Mistake("BIL-855", {whole->text(), "rate"}, subject_of(*measure.expression));
    if (measure.expression->operation != Operation::field) return;
    const auto type = type_of(query, measure.expression->name);
    if (type == FieldType::rate || type == FieldType::year || type == FieldType::date)
        throw Mistake("BIL-855", {measure.expression->name, field_type_names()[static_cast<std::size_t>(*type)]},
                      measure.expression->name);
}

void check_choice(const QueryObject& rows, const data::ExpressionPointer& condition)
{
    check_expression(*rows.session, rows.query(), *condition);
    check_condition(rows.query(), condition);
}

void warn_of_mixed_sum(const QueryObject& rows, const data::Measure& measure)
{
    for (const data::ExpressionPointer& side : {measure.expression, measure.denominator}) {
        if (side == nullptr) continue;
        const auto mixed = dimension_of(rows.query(), side).mixed;
        if (!mixed) continue;
        say_here(rows.session->state, mixture(*mixed, side->text()));
        return;
    }
}

void warn_of_per_cent(const QueryObject& rows, const data::ExpressionPointer& expression, data::Unit unit)
{
    if (unit != data::Unit::rate || expression == nullptr || !is_times_hundred(*expression)) return;
    say_here(rows.session->state, {"BIL-499", {expression->text()}});
}

void warn_of_summed_average(const QueryObject& rows, const data::Measure& measure)
{
    const auto known = rows.session->averages.find(rows.query().shared_dataset());
    if (measure.aggregate != data::Aggregate::sum || known == rows.session->averages.end()) return;
    for (const std::string& field : rows.query().expanded(measure.expression)->fields()) {
        if (!known->second.contains(field)) continue;
        State& state = rows.session->state;
        state.protect([&](lua_State* lua) {
            const Position at = position_of(lua);
            write_line(state, {"warning", base::render({"BIL-430", {field}}, state.language()), at.file, at.line});
        });
        return;
    }
}

void warn_of_mixed_units(const Caller& caller, const data::Query& query, const data::Unpivot& unpivot)
{
    std::vector<std::string> named;
    std::vector<FieldType> types;
    for (const data::Unpivot::Part& part : unpivot.parts) {
        const auto type = type_of(query, part.field);
        if (!type) continue;
        if (std::ranges::find(types, *type) == types.end()) types.push_back(*type);
        named.push_back(part.field + " (" + field_type_names()[static_cast<std::size_t>(*type)] + ')');
    }
    if (types.size() < 2) return;
    warn(caller, {"BIL-856", {unpivot.value, base::join(named, ", "), unpivot.name}});
}

} // namespace bilan::script
