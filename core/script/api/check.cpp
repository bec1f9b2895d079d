// SPDX-License-Identifier: MPL-2.0
#include "script/api/check.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "script/api/session.hpp"
#include "script/mistake.hpp"

#include <algorithm>
#include <unordered_set>

namespace bilan::script {

namespace {

using data::FieldType;
using data::Operation;

bool compares_values(Operation operation)
{
    return operation == Operation::equal || operation == Operation::not_equal || operation == Operation::one_of;
}

bool orders_values(Operation operation)
{
    return operation == Operation::less || operation == Operation::at_most || operation == Operation::greater ||
           operation == Operation::at_least;
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

} // namespace

bool is_year(double number)
{
    constexpr double first = 1900;
    constexpr double last = 2100;
    return number >= first && number <= last;
}

std::string written_date(const std::string& text)
{
    const base::CivilDate date = base::parse_iso(text).value_or(base::CivilDate{2025, 1, 31});
    return "bilan.date(" + std::to_string(date.year) + ", " + std::to_string(date.month) + ", " +
           std::to_string(date.day) + ')';
}

namespace {

/// How an expression calls a comparison.
const char* word_of(Operation comparison)
{
    switch (comparison) {
    case Operation::not_equal: return "ne";
    case Operation::less: return "lt";
    case Operation::at_most: return "le";
    case Operation::greater: return "gt";
    case Operation::at_least: return "ge";
    default: return "eq";
    }
}

/// A day in quotes, which digits alone are not; a year, which every date of our time is above.
void check_date(const data::Query& query, const std::string& field, Operation comparison,
                const data::Constant& constant)
{
    if (type_of(query, field) != FieldType::date) return;
    if (const auto* const number = std::get_if<double>(&constant); number != nullptr && is_year(*number)) {
        const std::string year = base::shortest(*number);
        throw Mistake("BIL-497", {field, year, "f." + field + ":year():" + word_of(comparison) + '(' + year + ')'},
                      year);
    }
    const auto* const text = std::get_if<std::string>(&constant);
    if (text == nullptr || text->find_first_not_of("0123456789") == std::string::npos) return;
    throw Mistake("BIL-497", {field, *text, written_date(*text)}, *text);
}

/// « 2025 » is a number in quotes, « NC » is none at all.
[[noreturn]] void refuse_text_as_number(const std::string& field, const std::string& text)
{
    if (base::parse_number(text)) throw Mistake("BIL-660", {field, text}, field);
    throw Mistake("BIL-693", {field + " = '" + text + '\''}, text);
}

void check_constant(const data::Domain* domain, const data::Query& query, const std::string& field,
                    Operation comparison, const data::Constant& constant)
{
    const auto type = type_of(query, field);
    if (!type) return;
    const auto* text = std::get_if<std::string>(&constant);
    if (std::holds_alternative<bool>(constant) && *type != FieldType::boolean) check_truth(query, field, *type);
    const bool wants_number = data::is_numeric(*type);
    check_date(query, field, comparison, constant);
    if (wants_number && text != nullptr) refuse_text_as_number(field, *text);
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
    if (expression.operands.empty() || expression.operands[0]->operation != Operation::field) return;
    const std::string& field = expression.operands[0]->name;
    for (const data::Constant& constant : constants_of(expression)) {
        if (compares_values(expression.operation)) check_constant(domain, query, field, expression.operation, constant);
        if (orders_values(expression.operation)) check_date(query, field, expression.operation, constant);
    }
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

} // namespace bilan::script
