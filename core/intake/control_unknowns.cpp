// SPDX-License-Identifier: MPL-2.0
#include "intake/control_unknowns.hpp"

#include "data/expression.hpp"

#include <unordered_set>
#include <variant>

namespace bilan::intake {

namespace {

using data::Expression;
using data::Operation;
using data::State;

class StateCollector {
public:
    using Asked = std::map<std::string, std::set<State>>;

    void visit(const Expression& expression)
    {
        if (!visited_.insert(&expression).second) return;
        if (expression.operation == Operation::in_state) add(*expression.operands.front(), expression);
        for (const data::ExpressionPointer& operand : expression.operands) visit(*operand);
    }
    [[nodiscard]] Asked take() && { return std::move(asked_); }

private:
    void add(const Expression& field, const Expression& in_state)
    {
        if (field.operation != Operation::field) return;
        for (const data::Constant& constant : in_state.constants)
            if (const auto* code = std::get_if<std::string>(&constant))
                if (const auto state = data::state_of(*code)) asked_[field.name].insert(*state);
    }

    std::unordered_set<const Expression*> visited_;
    Asked asked_;
};

} // namespace

std::map<std::string, std::set<State>> asked_states(const data::Control& control)
{
    std::map<std::string, std::set<State>> asked;
    if (control.kind == "says_more")
        for (const std::string& part : control.parts)
            asked[part] = {State::empty,         State::not_given, State::not_available,
                           State::does_not_know, State::secret,    State::error};
    if (control.kind != "condition" || control.expression == nullptr) return asked;
    StateCollector collector;
    collector.visit(*control.expression);
    return std::move(collector).take();
}

} // namespace bilan::intake
