// SPDX-License-Identifier: MPL-2.0
#include "data/expansion.hpp"

#include <utility>
#include <vector>

namespace bilan::data {

ExpressionPointer Expansion::of(const ExpressionPointer& expression)
{
    if (expression == nullptr || derived_.empty()) return expression;
    if (const auto done = done_.find(expression.get()); done != done_.end()) return done->second;
    ExpressionPointer expanded = expand(expression);
    done_.emplace(expression.get(), expanded);
    return expanded;
}

ExpressionPointer Expansion::expand(const ExpressionPointer& expression)
{
    if (expression->operation == Operation::field) {
        const auto derived = derived_.find(expression->name);
        return derived == derived_.end() ? expression : derived->second;
    }
    std::vector<ExpressionPointer> operands;
    for (const ExpressionPointer& operand : expression->operands) operands.push_back(of(operand));
    if (operands == expression->operands) return expression;
    return with_operands(*expression, std::move(operands));
}

Measure expand(const Measure& measure, const Derived& derived)
{
    Expansion expansion(derived);
    Measure expanded = measure;
    expanded.expression = expansion.of(measure.expression);
    expanded.denominator = expansion.of(measure.denominator);
    expanded.where = expansion.of(measure.where);
    return expanded;
}

} // namespace bilan::data
