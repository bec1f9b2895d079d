// SPDX-License-Identifier: MPL-2.0
#include "data/terms.hpp"

#include "data/expression.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace bilan::data {

namespace {

constexpr std::size_t most_terms = 32;

struct Signed {
    ExpressionPointer expression;
    double sign = 1;
    ExpressionPointer amount; ///< what is added where a condition chooses it; else the expression itself
};

bool is_constant(const Expression& expression)
{
    return expression.operation == Operation::constant;
}

/// It adds others, or chooses among them.
bool splits(const Expression& expression)
{
    const std::vector<ExpressionPointer>& operands = expression.operands;
    switch (expression.operation) {
    case Operation::add:
    case Operation::subtract:
    case Operation::negate: return true;
    case Operation::choose: return !is_constant(*operands[1]) || !is_constant(*operands[2]);
    case Operation::known_or: return operands.size() > 1 || splits(*operands[0]);
    case Operation::multiply: return splits(*operands[0]) || splits(*operands[1]);
    default: return false;
    }
}

void add_terms(const ExpressionPointer& expression, double sign, std::vector<Signed>& terms);

/// The terms of `part`, each wrapped: what a condition makes of it, or a factor.
template <class Wrap>
void add_wrapped(const ExpressionPointer& part, double sign, std::vector<Signed>& terms, const Wrap& wrap)
{
    std::vector<Signed> parts;
    add_terms(part, sign, parts);
    for (const Signed& each : parts) terms.push_back(wrap(each));
}

/// « Where `condition`, `then`; else `otherwise` » adds what it takes of either. A constant is told apart by the
/// condition alone, and 0 adds nothing.
void add_choice(const ExpressionPointer& condition, const ExpressionPointer& then, const ExpressionPointer& otherwise,
                double sign, std::vector<Signed>& terms)
{
    const ExpressionPointer none = constant(0.0);
    const auto add_branch = [&](const ExpressionPointer& branch, bool holds) {
        if (is_constant(*branch) && branch->constants == none->constants) return;
        add_wrapped(branch, sign, terms, [&](const Signed& each) {
            ExpressionPointer chosen = holds ? apply(Operation::choose, {condition, each.expression, none})
                                             : apply(Operation::choose, {condition, none, each.expression});
            const ExpressionPointer amount = is_constant(*each.amount) ? chosen : each.amount;
            return Signed{std::move(chosen), each.sign, amount};
        });
    };
    add_branch(then, true);
    add_branch(otherwise, false);
}

/// `(a + b) * c` adds `a * c` and `b * c`.
void add_terms(const ExpressionPointer& expression, double sign, std::vector<Signed>& terms)
{
    const std::vector<ExpressionPointer>& operands = expression->operands;
    if (terms.size() >= most_terms || !splits(*expression)) {
        terms.push_back({expression, sign, expression});
        return;
    }
    switch (expression->operation) {
    case Operation::negate: return add_terms(operands[0], -sign, terms);
    case Operation::choose: return add_choice(operands[0], operands[1], operands[2], sign, terms);
    case Operation::known_or: {
        const ExpressionPointer instead =
            operands.size() > 1 ? operands[1] : ExpressionPointer(constant(expression->constants.front()));
        return add_choice(apply(Operation::known, {operands[0]}), operands[0], instead, sign, terms);
    }
    case Operation::multiply: {
        const std::size_t sum = splits(*operands[0]) ? 0 : 1;
        const ExpressionPointer& factor = operands[1 - sum];
        add_wrapped(operands[sum], sign, terms, [&](const Signed& each) {
            const ExpressionPointer product = apply(Operation::multiply, {each.expression, factor});
            return Signed{product, each.sign, apply(Operation::multiply, {each.amount, factor})};
        });
        return;
    }
    default:
        add_terms(operands[0], sign, terms);
        add_terms(operands[1], expression->operation == Operation::add ? sign : -sign, terms);
    }
}

bool has_repeating_table(const Dataset& dataset)
{
    return std::ranges::any_of(dataset.origins(), [](const auto& origin) { return !origin->varying.empty(); });
}

Program number_program(const Dataset& dataset, const Expression& expression)
{
    Program program(dataset, expression);
    require_number(program, expression);
    return program;
}

} // namespace

Terms::Terms(const Dataset& dataset, const ExpressionPointer& expression) : whole_(number_program(dataset, *expression))
{
    if (!has_repeating_table(dataset)) return;
    std::vector<Signed> terms;
    add_terms(expression, 1, terms);
    std::vector<std::shared_ptr<Once>> once;
    std::map<std::string, std::shared_ptr<Once>> of_fields; // one field in two branches of a choice is one amount
    for (const Signed& term : terms) {
        const bool is_field = term.amount->operation == Operation::field;
        std::shared_ptr<Once> fresh = Once::of_values(dataset, term.amount);
        once.push_back(is_field ? of_fields.try_emplace(term.amount->name, std::move(fresh)).first->second
                                : std::move(fresh));
    }
    const bool are_alike =
        std::ranges::all_of(once, [&](const auto& each) { return repeat_alike(each.get(), once.front().get()); });
    if (are_alike) {
        once_ = Once::of_values(dataset, expression);
        return;
    }
    for (std::size_t at = 0; at < terms.size(); ++at)
        terms_.push_back(
            {number_program(dataset, *terms[at].expression), terms[at].sign, std::move(once[at]), Block{}});
}

bool Terms::repeat_in(std::uint32_t row) const
{
    if (once_ != nullptr) return once_->repeats(row);
    return std::ranges::any_of(terms_,
                               [&](const Term& term) { return term.once != nullptr && term.once->repeats(row); });
}

Block Terms::run(std::span<const std::uint32_t> rows)
{
    for (Term& term : terms_) term.block = term.program.run(rows);
    whole_block_ = whole_.run(rows);
    return whole_block_;
}

double Terms::take(std::size_t at, std::uint32_t row, std::uint32_t group)
{
    if (terms_.empty()) return once_ == nullptr || once_->is_first(row, group) ? whole_block_.numbers[at] : 0;
    double sum = 0;
    for (Term& term : terms_) {
        const double number = term.block.numbers[at];
        // What a condition leaves out takes nothing from the records where it holds.
        if (number != 0 && (term.once == nullptr || term.once->is_first(row, group))) sum += term.sign * number;
    }
    return sum;
}

} // namespace bilan::data
