// SPDX-License-Identifier: MPL-2.0
#include "data/brief.hpp"

#include "data/ways_out.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace bilan::data {

namespace {

using Operands = std::vector<ExpressionPointer>;

bool is_constant(const Expression& expression)
{
    return expression.operation == Operation::constant;
}

bool is_zero(const Expression& expression)
{
    if (!is_constant(expression) || !expression.name.empty()) return false;
    const auto* const number = std::get_if<double>(&expression.constants.front());
    return number != nullptr && *number == 0;
}

void flatten(const ExpressionPointer& expression, Operation operation, Operands& into)
{
    if (expression->operation != operation) return into.push_back(expression);
    for (const ExpressionPointer& operand : expression->operands) flatten(operand, operation, into);
}

Operands::const_iterator find_text(const Operands& operands, const std::string& text)
{
    return std::ranges::find_if(operands, [&](const ExpressionPointer& operand) { return operand->text() == text; });
}

void add_new(const std::vector<std::string>& names, std::vector<std::string>& into)
{
    for (const std::string& name : names)
        if (std::ranges::find(into, name) == into.end()) into.push_back(name);
}

/// The field that a test compares with constants; null for any other condition.
const Expression* tested_field(const Expression& test)
{
    const bool compares = test.operation == Operation::one_of ||
                          (test.operation == Operation::equal && is_constant(*test.operands.back()));
    if (!compares || test.operands.front()->operation != Operation::field) return nullptr;
    return test.operands.front().get();
}

/// The same test of another field.
bool is_same_test(const Expression& one, const Expression& other)
{
    if (one.operation != other.operation || one.constants != other.constants) return false;
    return one.operation != Operation::equal || one.operands.back()->text() == other.operands.back()->text();
}

/// « A known, and A is one of »: the test of A; of « A unknown, B known, and B is one of »: that of B, and A.
struct OneSide {
    ExpressionPointer test;
    std::string unknown; ///< the field that is not known; empty for the first choice
};

std::optional<OneSide> side_of(const ExpressionPointer& expression)
{
    Operands parts;
    flatten(expression, Operation::all_of, parts);
    OneSide side;
    for (const ExpressionPointer& part : parts) {
        const bool denies_known = part->operation == Operation::no && is_known_test(*part->operands.front());
        if (denies_known && side.unknown.empty())
            side.unknown = part->operands.front()->operands.front()->text();
        else if (!denies_known && tested_field(*part) != nullptr && side.test == nullptr)
            side.test = part;
        else if (!is_known_test(*part))
            return std::nullopt;
    }
    return side.test == nullptr ? std::nullopt : std::optional(side);
}

} // namespace

bool is_test(const Expression& expression)
{
    switch (expression.operation) {
    case Operation::any_of:
    case Operation::all_of:
    case Operation::no:
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::at_most:
    case Operation::greater:
    case Operation::at_least:
    case Operation::one_of:
    case Operation::known:
    case Operation::in_state: return true;
    case Operation::known_or: return expression.operands.size() == 1 && is_test(*expression.operands.front());
    default: return false;
    }
}

ExpressionPointer Briefing::of(const ExpressionPointer& expression)
{
    switch (expression->operation) {
    case Operation::known_or: return of_known_or(*expression);
    case Operation::choose: return of_choice(*expression);
    case Operation::add: return of_sum(*expression);
    case Operation::multiply: return of_product(*expression);
    case Operation::any_of: return of_alternatives(*expression);
    case Operation::all_of: return of_conditions(*expression);
    default: return expression->operands.empty() ? expression : of_operands(*expression);
    }
}

ExpressionPointer Briefing::of_operands(const Expression& expression)
{
    Operands operands;
    for (const ExpressionPointer& operand : expression.operands) operands.push_back(of(operand));
    return with_operands(expression, std::move(operands));
}

ExpressionPointer Briefing::of_known_or(const Expression& expression)
{
    ExpressionPointer wanted = of(expression.operands.front());
    if (expression.operands.size() > 1) {
        note(wanted, of(expression.operands.back()));
        return wanted;
    }
    const Constant& otherwise = expression.constants.front();
    const auto* const number = std::get_if<double>(&otherwise);
    const auto* const truth = std::get_if<bool>(&otherwise);
    if (number != nullptr && *number == 0)
        add_new(wanted->fields(), zeros_);
    else if (truth == nullptr || *truth)
        return apply(Operation::known_or, {wanted}, {otherwise});
    return wanted;
}

ExpressionPointer Briefing::of_choice(const Expression& expression)
{
    if (asks_for_states(*expression.operands[0])) return of_state_choice(expression);
    return of_operands(expression);
}

ExpressionPointer Briefing::of_state_choice(const Expression& expression)
{
    const Expression& condition = *expression.operands[0];
    const bool is_absence = asks_for_absence(condition);
    const ExpressionPointer& way_out = expression.operands[is_absence ? 1 : 2];
    const ExpressionPointer& usual = expression.operands[is_absence ? 2 : 1];
    if (is_absence && keeps_said_unknowns(condition)) {
        Briefing inner;
        ExpressionPointer wanted = inner.of(usual);
        if (inner.of(way_out)->text() == wanted->text()) {
            add_new(inner.zeros_, blank_zeros_);
            return wanted;
        }
    }
    if (is_constant(*usual)) return of(way_out);
    ExpressionPointer wanted = of(usual);
    if (is_zero(*way_out))
        add_new(wanted->fields(), blank_zeros_);
    else if (!is_constant(*way_out) && !asks_for_all(condition, *way_out) && !gives_the_unknown(condition, *way_out))
        note(wanted, of(way_out));
    return wanted;
}

/// Without the terms that are nothing times something: they only ask that it is known.
ExpressionPointer Briefing::of_sum(const Expression& expression)
{
    Operands terms;
    for (const ExpressionPointer& operand : expression.operands) {
        Operands factors;
        flatten(operand, Operation::multiply, factors);
        const bool is_nothing =
            std::ranges::any_of(factors, [](const ExpressionPointer& factor) { return is_zero(*factor); });
        if (!is_nothing) terms.push_back(of(operand));
    }
    if (terms.empty()) return constant(0.0);
    return terms.size() == 1 ? terms.front() : apply(Operation::add, std::move(terms));
}

/// An amount times a condition is the amount where it holds.
ExpressionPointer Briefing::of_product(const Expression& expression)
{
    Operands factors;
    for (const ExpressionPointer& operand : expression.operands) flatten(operand, Operation::multiply, factors);
    Operands tests;
    ExpressionPointer product;
    for (const ExpressionPointer& factor : factors) {
        ExpressionPointer told = of(factor);
        if (is_test(*told))
            tests.push_back(std::move(told));
        else
            product = product == nullptr ? told : apply(Operation::multiply, {product, told});
    }
    if (tests.empty()) return product;
    const bool is_one = tests.size() == 1;
    ExpressionPointer holds = is_one ? tests.front() : apply(Operation::all_of, std::move(tests));
    return product == nullptr ? holds : apply(Operation::choose, {std::move(holds), product, constant(0.0)});
}

/// « The committee's score is G1, or it is unknown and the examiner's is G1 »: the one, failing that the other.
ExpressionPointer Briefing::of_alternatives(const Expression& expression)
{
    if (expression.operands.size() == 2) {
        const auto first = side_of(expression.operands.front());
        const auto second = side_of(expression.operands.back());
        if (first && second && first->unknown.empty() && is_same_test(*first->test, *second->test) &&
            second->unknown == tested_field(*first->test)->text()) {
            note(first->test->operands.front(), second->test->operands.front());
            return first->test;
        }
    }
    return of_operands(expression);
}

/// Whoever has a certain value has one.
ExpressionPointer Briefing::of_conditions(const Expression& expression)
{
    Operands parts;
    for (const ExpressionPointer& operand : expression.operands) flatten(operand, Operation::all_of, parts);
    Operands kept;
    for (const ExpressionPointer& part : parts) {
        const auto says_it = [&](const ExpressionPointer& other) {
            const Expression* const field = tested_field(*other);
            return field != nullptr && field->text() == part->operands.front()->text();
        };
        if (!is_known_test(*part) || std::ranges::none_of(parts, says_it)) kept.push_back(of(part));
    }
    return kept.size() == 1 ? kept.front() : apply(Operation::all_of, std::move(kept));
}

std::vector<std::string> Briefing::blank_zeros() const
{
    std::vector<std::string> others;
    std::ranges::copy_if(blank_zeros_, std::back_inserter(others),
                         [this](const std::string& name) { return std::ranges::find(zeros_, name) == zeros_.end(); });
    return others;
}

std::vector<Briefing::Fallback> Briefing::fallbacks() const
{
    std::vector<Fallback> told;
    for (const Fallback& fallback : fallbacks_) {
        const auto holds_it = [&](const Fallback& other) {
            const auto from = find_text(other.taken, fallback.wanted->text());
            return std::all_of(fallback.taken.begin(), fallback.taken.end(), [&](const ExpressionPointer& taken) {
                const auto at = find_text(other.taken, taken->text());
                return from != other.taken.end() && at != other.taken.end() && at > from;
            });
        };
        if (std::ranges::none_of(fallbacks_, holds_it)) told.push_back(fallback);
    }
    return told;
}

/// A way there and back is one way: what is wanted first stands.
void Briefing::note(const ExpressionPointer& wanted, const ExpressionPointer& taken)
{
    const std::string text = taken->text();
    if (text == wanted->text()) return;
    std::erase_if(fallbacks_, [&](const Fallback& other) {
        return other.wanted->text() == text && other.taken.size() == 1 && other.taken.front()->text() == wanted->text();
    });
    auto found = std::ranges::find_if(
        fallbacks_, [&](const Fallback& fallback) { return fallback.wanted->text() == wanted->text(); });
    if (found == fallbacks_.end()) found = fallbacks_.insert(fallbacks_.end(), {wanted, {}});
    const auto is_same = [&](const ExpressionPointer& other) { return other->text() == text; };
    if (std::ranges::none_of(found->taken, is_same)) found->taken.push_back(taken);
}

} // namespace bilan::data
