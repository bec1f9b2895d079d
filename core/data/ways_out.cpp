// SPDX-License-Identifier: MPL-2.0
#include "data/ways_out.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace bilan::data {

bool is_known_test(const Expression& expression)
{
    return expression.operation == Operation::known;
}

bool asks_for_states(const Expression& condition)
{
    switch (condition.operation) {
    case Operation::known:
    case Operation::in_state: return true;
    case Operation::no:
    case Operation::all_of:
    case Operation::any_of:
        return std::ranges::all_of(condition.operands,
                                   [](const ExpressionPointer& operand) { return asks_for_states(*operand); });
    default: return false;
    }
}

bool asks_for_absence(const Expression& condition)
{
    if (condition.operation == Operation::in_state) return true;
    if (condition.operation == Operation::no) return !asks_for_absence(*condition.operands.front());
    return condition.operation != Operation::known && asks_for_absence(*condition.operands.front());
}

bool asks_for_all(const Expression& condition, const Expression& taken)
{
    if (taken.operation != Operation::field || condition.operation != Operation::any_of) return false;
    return std::ranges::any_of(condition.operands, [&](const ExpressionPointer& operand) {
        return is_known_test(*operand) && operand->operands.front()->text() == taken.text();
    });
}

bool gives_the_unknown(const Expression& condition, const Expression& way_out)
{
    if (condition.operation != Operation::all_of || condition.operands.size() != 2) return false;
    if (way_out.operation != Operation::choose || !is_known_test(*way_out.operands[0])) return false;
    std::vector<std::string> asked;
    for (const ExpressionPointer& operand : condition.operands)
        if (is_known_test(*operand)) asked.push_back(operand->operands.front()->text());
    const std::string tested = way_out.operands[0]->operands.front()->text();
    const std::string other = way_out.operands[1]->text();
    const auto is_asked = [&](const std::string& name) { return std::ranges::find(asked, name) != asked.end(); };
    return way_out.operands[2]->text() == tested && tested != other && is_asked(tested) && is_asked(other);
}

bool keeps_said_unknowns(const Expression& condition)
{
    const auto is_said = [](const Constant& constant) {
        const auto* const state = std::get_if<std::string>(&constant);
        return state != nullptr && *state == "nc";
    };
    return condition.operation == Operation::in_state && std::ranges::any_of(condition.constants, is_said);
}

} // namespace bilan::data
