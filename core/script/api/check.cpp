// SPDX-License-Identifier: MPL-2.0
#include "script/api/check.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/api/session.hpp"
#include "script/mistake.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace bilan::script {

namespace {

using data::FieldType;
using data::Operation;

bool compares_values(Operation operation)
{
    return operation == Operation::equal || operation == Operation::not_equal || operation == Operation::one_of;
}

/// The constants that a comparison sets against its first operand.
std::vector<data::Constant> constants_of(const data::Expression& comparison)
{
    if (comparison.operation == Operation::one_of) return comparison.constants;
    if (comparison.operands.size() == 2 && comparison.operands[1]->operation == Operation::constant)
        return comparison.operands[1]->constants;
    return {};
}

/// By its label, or as partners spell it.
bool is_called(const data::Term& term, const std::string& words)
{
    const std::string folded = base::fold(words);
    const auto is_same = [&](const std::string& other) { return base::fold(other) == folded; };
    return is_same(term.label.french) || is_same(term.label.english) || std::ranges::any_of(term.spellings, is_same);
}

void check_term(const data::Vocabulary& vocabulary, const std::string& term, const std::string& field)
{
    if (vocabulary.open || std::ranges::find(vocabulary.terms, term, &data::Term::id) != vocabulary.terms.end()) return;
    std::vector<std::string> terms;
    for (const data::Term& known : vocabulary.terms) terms.push_back(known.id);
    if (const auto meant =
            std::ranges::find_if(vocabulary.terms, [&](const data::Term& known) { return is_called(known, term); });
        meant != vocabulary.terms.end())
        throw Mistake("BIL-658", {term, field, meant->id, base::join(terms, ", ")}, term);
    throw unknown_name("BIL-658", "BIL-659", term, field, terms);
}

/// `oui` compared with true: what stands in the column, and how it is asked for.
void check_truth(const data::Query& query, const std::string& field, FieldType type)
{
    constexpr std::size_t most_shown = 4;
    std::vector<std::string> values;
    bool is_of_bits = type != FieldType::text;
    for (const data::Key& key : query.distinct(field).values) {
        if (const auto* number = std::get_if<double>(&key)) {
            values.push_back(base::shortest(*number));
            is_of_bits = is_of_bits && (*number == 0 || *number == 1);
        } else if (const auto* text = std::get_if<std::string>(&key)) {
            values.push_back('\'' + base::for_display(*text) + '\'');
            is_of_bits = false;
        }
    }
    if (is_of_bits || values.empty()) return; // 1 and 0 are true and false
    const std::string example = values.front();
    if (values.size() > most_shown) {
        values.resize(most_shown);
        values.emplace_back("…");
    }
    throw Mistake("BIL-818", {field, base::join(values, ", "), example}, field);
}

void check_constant(const data::Domain* domain, const data::Query& query, const std::string& field,
                    const data::Constant& constant)
{
    const auto type = type_of(query, field);
    if (!type) return;
    const auto* text = std::get_if<std::string>(&constant);
    if (std::holds_alternative<bool>(constant) && *type != FieldType::boolean) check_truth(query, field, *type);
    const bool wants_number = data::is_numeric(*type);
    if (wants_number && text != nullptr) throw Mistake("BIL-660", {field, *text}, field);
    if (!wants_number && text == nullptr) throw Mistake("BIL-661", {field}, field);
    if (text == nullptr) return;
    const data::Field* const known = query.field(field);
    if (known == nullptr || known->vocabulary.empty() || domain == nullptr) return;
    if (const data::Vocabulary* vocabulary = domain->vocabulary(known->vocabulary); vocabulary != nullptr)
        check_term(*vocabulary, *text, field);
}

} // namespace

std::optional<FieldType> type_of(const data::Query& query, std::string_view field)
{
    if (const data::Field* known = query.field(field); known != nullptr) return known->type;
    if (query.is_derived(field)) return std::nullopt;
    const data::Schema& schema = query.dataset().schema();
    if (const data::FieldFamily* family = schema.family_of(field); family != nullptr) return family->type;
    return std::nullopt;
}

void check_field(const data::Query& query, const std::string& name)
{
    if (query.has_field(name) || query.dataset().schema().family_of(name) != nullptr) return;
    throw unknown_name("BIL-620", "BIL-621", name, query.dataset().schema().id, query.field_names());
}

namespace {

/// Each operation takes room for a block of rows: what nobody writes by hand would fill the memory.
constexpr std::size_t most_operations = 5'000;

/// An expression may share parts: each is looked at once.
void check_parts(const data::Domain* domain, const data::Query& query, const data::Expression& expression,
                 std::unordered_set<const data::Expression*>& seen)
{
    if (!seen.insert(&expression).second) return;
    if (seen.size() > most_operations) throw Mistake("BIL-859", {std::to_string(most_operations)});
    if (expression.operation == Operation::field) check_field(query, expression.name);
    for (const data::ExpressionPointer& operand : expression.operands) check_parts(domain, query, *operand, seen);
    const bool is_comparison = compares_values(expression.operation) && !expression.operands.empty() &&
                               expression.operands[0]->operation == Operation::field;
    if (!is_comparison) return;
    for (const data::Constant& constant : constants_of(expression))
        check_constant(domain, query, expression.operands[0]->name, constant);
}

} // namespace

void check_expression(const data::Domain* domain, const data::Query& query, const data::Expression& expression)
{
    std::unordered_set<const data::Expression*> seen;
    check_parts(domain, query, expression, seen);
}

void check_expression(const Session& session, const data::Query& query, const data::Expression& expression)
{
    check_expression(session.inputs.domain.get(), query, expression);
}

void check_measure(const Session& session, const data::Query& query, const data::Measure& measure)
{
    for (const auto& part : {measure.expression, measure.denominator, measure.where})
        if (part != nullptr) check_expression(session, query, *part);
}

Mistake unknown_schema(const data::Domain& domain, const std::string& id, const std::string& where)
{
    std::vector<std::string> known;
    for (const auto& schema : domain.schemas) known.push_back(schema->id);
    return unknown_name("BIL-612", "BIL-613", id, where, known);
}

namespace {

data::Unit unit_of(std::optional<FieldType> type, bool is_people)
{
    using data::Unit;
    if (type == FieldType::euro) return Unit::euro;
    if (type == FieldType::rate) return Unit::rate;
    if (type == FieldType::year) return Unit::year;
    if (type == FieldType::count) return is_people ? Unit::people : Unit::count;
    return Unit::number;
}

/// The fields whose values are computed with. What a condition looks at says nothing of the unit: « people where the
/// year is 2025, else 0 » are people.
class ValueFields {
public:
    void visit(const data::Expression& expression)
    {
        if (!visited_.insert(&expression).second) return;
        switch (expression.operation) {
        case Operation::field: names_.push_back(expression.name); return;
        case Operation::choose:
            for (const std::size_t value : {std::size_t{1}, std::size_t{2}}) visit(*expression.operands[value]);
            return;
        case Operation::equal:
        case Operation::not_equal:
        case Operation::less:
        case Operation::at_most:
        case Operation::greater:
        case Operation::at_least:
        case Operation::one_of:
        case Operation::all_of:
        case Operation::any_of:
        case Operation::no:
        case Operation::known:
        case Operation::in_state: return;
        default:
            for (const data::ExpressionPointer& operand : expression.operands) visit(*operand);
        }
    }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

private:
    std::unordered_set<const data::Expression*> visited_;
    std::vector<std::string> names_;
};

/// That of all the fields behind the expression; a plain number where they differ; nothing where there is none.
std::optional<data::Unit> unit_of(const data::Query& query, const data::ExpressionPointer& expression)
{
    std::optional<data::Unit> unit;
    const auto take = [&](std::optional<FieldType> type, const data::Field* field) {
        const data::Unit own = unit_of(type, field != nullptr && field->people);
        unit = unit && *unit != own ? data::Unit::number : own;
    };
    const data::ExpressionPointer expanded = query.expanded(expression);
    ValueFields values;
    values.visit(*expanded);
    for (const std::string& field : values.names().empty() ? expanded->fields() : values.names())
        take(type_of(query, field), query.field(field));
    if (const data::Field* lent = expanded->described(); lent != nullptr) {
        unit.reset(); // the key says nothing about what is found by it
        take(lent->type, lent);
    }
    return unit;
}

/// The units of what is added or scaled in the expression. A condition has none, whatever fields it looks at:
/// « people × (state is done) » are people, « grant > 0 » is a yes or no.
void gather_units(const data::Query& query, const data::Expression& expression, std::set<data::Unit>& units)
{
    using data::Operation;
    switch (expression.operation) {
    case Operation::field: {
        const std::optional<FieldType> type = type_of(query, expression.name);
        const data::Field* const field = query.field(expression.name);
        const bool is_amount = type == FieldType::count || type == FieldType::euro || type == FieldType::number;
        if (is_amount) units.insert(unit_of(type, field != nullptr && field->people));
        return;
    }
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::negate:
    case Operation::known_or:
        for (const data::ExpressionPointer& operand : expression.operands) gather_units(query, *operand, units);
        return;
    default: return;
    }
}

/// Euros a person are euros, hours a person a number; all else is a rate, as is what is counted over what is counted.
data::Unit unit_of_ratio(const data::Query& query, const data::Measure& measure)
{
    using data::Unit;
    std::set<Unit> above;
    std::set<Unit> below;
    gather_units(query, *query.expanded(measure.expression), above);
    gather_units(query, *query.expanded(measure.denominator), below);
    const bool is_over_others = below.size() == 1 && (below.contains(Unit::count) || below.contains(Unit::people));
    if (above.size() != 1 || !is_over_others) return Unit::rate;
    const Unit unit = *above.begin();
    return unit == Unit::euro || unit == Unit::number ? unit : Unit::rate;
}

/// A date as it is, not what is computed of dates.
bool is_date(const data::Query& query, const data::ExpressionPointer& expression)
{
    const data::ExpressionPointer expanded = query.expanded(expression);
    if (const data::Field* lent = expanded->described(); lent != nullptr) return lent->type == FieldType::date;
    return expanded->operation == data::Operation::field && type_of(query, expanded->name) == FieldType::date;
}

} // namespace

data::Unit unit_of(const data::Query& query, const data::Measure& measure)
{
    using data::Aggregate;
    using data::Unit;
    if (measure.aggregate == Aggregate::ratio) return unit_of_ratio(query, measure);
    if (measure.aggregate == Aggregate::known) return Unit::rate;
    if (measure.aggregate == Aggregate::count || measure.aggregate == Aggregate::count_distinct) return Unit::count;
    if (measure.expression == nullptr) return Unit::number;
    if (is_date(query, measure.expression)) return Unit::date;
    return unit_of(query, measure.expression).value_or(Unit::number);
}

} // namespace bilan::script
