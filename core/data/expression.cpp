// SPDX-License-Identifier: MPL-2.0
#include "data/expression.hpp"

#include "base/error.hpp"
#include "data/lookup.hpp"

#include <algorithm>
#include <cassert>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace bilan::data {

namespace {

/// An expression may share parts and be far longer as text than in memory: the walk ends with the first visit.
class FieldCollector {
public:
    explicit FieldCollector(bool with_read) : with_read_(with_read) {}

    void visit(const Expression& expression)
    {
        if (!visited_.insert(&expression).second) return;
        if (expression.operation == Operation::field) add(expression.name);
        if (with_read_) std::ranges::for_each(expression.read, [this](const std::string& name) { add(name); });
        for (const ExpressionPointer& operand : expression.operands) visit(*operand);
    }
    [[nodiscard]] std::vector<std::string> names() && { return std::move(names_); }

private:
    void add(const std::string& name)
    {
        if (std::ranges::find(names_, name) == names_.end()) names_.push_back(name);
    }

    bool with_read_;
    std::unordered_set<const Expression*> visited_;
    std::vector<std::string> names_;
};

/// The fields that a condition holds to some values, or below one, in every row that it keeps: of « this or that »,
/// those of both. Turned round by `no`, what leaves the upper side open closes it: no(year > 2025).
class ChoiceCollector {
public:
    using Names = std::set<std::string>;

    [[nodiscard]] const Names& of(const Expression& condition, bool is_denied)
    {
        auto& known = known_[is_denied ? 1 : 0];
        const auto found = known.find(&condition);
        return found != known.end() ? found->second
                                    : known.emplace(&condition, made(condition, is_denied)).first->second;
    }

private:
    [[nodiscard]] Names made(const Expression& condition, bool is_denied)
    {
        switch (condition.operation) {
        case Operation::known:
        case Operation::in_state: return {};
        case Operation::no: return of(*condition.operands.front(), !is_denied);
        case Operation::all_of: return of_operands(condition, is_denied, !is_denied);
        case Operation::any_of: return of_operands(condition, is_denied, is_denied);
        case Operation::not_equal:
        case Operation::greater:
        case Operation::at_least: return is_denied ? of_all_parts(condition) : Names();
        case Operation::equal:
        case Operation::one_of:
        case Operation::less:
        case Operation::at_most: return is_denied ? Names() : of_all_parts(condition);
        default: return of_all_parts(condition);
        }
    }

    /// `hold_together`: every operand holds, else any of them may.
    [[nodiscard]] Names of_operands(const Expression& condition, bool is_denied, bool hold_together)
    {
        Names names;
        bool is_first = true;
        for (const ExpressionPointer& operand : condition.operands) {
            const Names& chosen = of(*operand, is_denied);
            if (is_first || hold_together)
                names.insert(chosen.begin(), chosen.end());
            else
                std::erase_if(names, [&](const std::string& name) { return !chosen.contains(name); });
            is_first = false;
        }
        return names;
    }

    [[nodiscard]] static Names of_all_parts(const Expression& condition)
    {
        FieldCollector fields(true);
        fields.visit(condition);
        const std::vector<std::string> names = std::move(fields).names();
        return {names.begin(), names.end()};
    }

    std::unordered_map<const Expression*, Names> known_[2]; ///< as it is, and turned round
};

void collect_lookups(const Expression& expression, std::unordered_set<const Expression*>& visited,
                     std::vector<const Expression*>& found)
{
    if (!visited.insert(&expression).second) return;
    if (expression.operation == Operation::looked_up) found.push_back(&expression);
    for (const ExpressionPointer& operand : expression.operands) collect_lookups(*operand, visited, found);
}

[[maybe_unused]] bool has_its_operands(Operation operation, std::size_t operands, std::size_t constants)
{
    switch (operation) {
    case Operation::field: return operands == 0;
    case Operation::constant: return operands == 0 && constants == 1;
    case Operation::negate:
    case Operation::no:
    case Operation::known:
    case Operation::column_sum:
    case Operation::one_of:
    case Operation::in_state: return operands == 1;
    case Operation::choose: return operands == 3;
    case Operation::banded: return operands == 1 && constants % 2 == 1 && constants >= 3;
    case Operation::stored: return operands == 0;
    case Operation::period: return operands == 1 && constants == 1;
    case Operation::looked_up: return operands >= 1;
    case Operation::known_or: return operands + constants == 2 && operands >= 1;
    case Operation::add:
    case Operation::all_of:
    case Operation::any_of: return operands >= 1;
    default: return operands == 2;
    }
}

} // namespace

std::vector<std::string> Expression::fields() const
{
    FieldCollector collector(false);
    collector.visit(*this);
    return std::move(collector).names();
}

std::vector<std::string> Expression::fields_behind() const
{
    FieldCollector collector(true);
    collector.visit(*this);
    return std::move(collector).names();
}

std::vector<std::string> Expression::fields_that_choose() const
{
    ChoiceCollector collector;
    const ChoiceCollector::Names& names = collector.of(*this, false);
    return {names.begin(), names.end()};
}

const Field* Expression::described() const
{
    if (lookup != nullptr) return &lookup->field();
    const bool is_of_a_type = stored != nullptr && (stored->dictionary != nullptr || !stored->numbers.empty());
    return is_of_a_type ? &stored->field : nullptr; // a column without any value is of none
}

ExpressionPointer field(std::string name)
{
    auto expression = std::make_shared<Expression>();
    expression->operation = Operation::field;
    expression->name = std::move(name);
    return expression;
}

ExpressionPointer constant(Constant value)
{
    auto expression = std::make_shared<Expression>();
    expression->operation = Operation::constant;
    expression->constants.push_back(std::move(value));
    return expression;
}

ExpressionPointer no_value(State state)
{
    auto expression = std::make_shared<Expression>();
    expression->operation = Operation::constant;
    expression->name = code(state);
    expression->constants.emplace_back(0.0);
    return expression;
}

ExpressionPointer apply(Operation operation, std::vector<ExpressionPointer> operands, std::vector<Constant> constants)
{
    assert(has_its_operands(operation, operands.size(), constants.size()));
    auto expression = std::make_shared<Expression>();
    expression->operation = operation;
    for (const ExpressionPointer& operand : operands)
        expression->depth = std::max(expression->depth, operand->depth + 1);
    if (expression->depth > deepest_expression)
        throw base::Error(base::ExitCode::script, "", {"BIL-695", {std::to_string(deepest_expression)}});
    expression->operands = std::move(operands);
    expression->constants = std::move(constants);
    return expression;
}

ExpressionPointer with_operands(const Expression& expression, std::vector<ExpressionPointer> operands)
{
    auto changed =
        std::make_shared<Expression>(*apply(expression.operation, std::move(operands), expression.constants));
    changed->name = expression.name;
    changed->lookup = expression.lookup;
    changed->stored = expression.stored;
    changed->read = expression.read;
    return changed;
}

ExpressionPointer looked_up(std::shared_ptr<const Lookup> lookup, std::vector<ExpressionPointer> keys)
{
    assert(keys.size() == lookup->keys());
    auto expression = std::make_shared<Expression>(*apply(Operation::looked_up, std::move(keys)));
    expression->lookup = std::move(lookup);
    return expression;
}

ExpressionPointer stored(std::shared_ptr<const Column> column, std::vector<std::string> read)
{
    auto expression = std::make_shared<Expression>();
    expression->operation = Operation::stored;
    expression->stored = std::move(column);
    expression->read = std::move(read);
    return expression;
}

std::vector<const Expression*> lookups_in(const Expression& expression)
{
    std::unordered_set<const Expression*> visited;
    std::vector<const Expression*> found;
    collect_lookups(expression, visited, found);
    return found;
}

} // namespace bilan::data
