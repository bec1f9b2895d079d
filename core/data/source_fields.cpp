// SPDX-License-Identifier: MPL-2.0
#include "data/source_fields.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace bilan::data {

namespace {

ExpressionPointer both(const ExpressionPointer& outer, ExpressionPointer inner)
{
    return outer == nullptr ? inner : apply(Operation::all_of, {outer, std::move(inner)});
}

ExpressionPointer turned(ExpressionPointer condition)
{
    return apply(Operation::no, {std::move(condition)});
}

class Collector {
public:
    void visit(const ExpressionPointer& expression, const ExpressionPointer& where)
    {
        if (!visited_.insert({expression.get(), where.get()}).second) return;
        const std::vector<ExpressionPointer>& operands = expression->operands;
        if (expression->operation == Operation::field) add(expression->name, where);
        for (const std::string& name : expression->read) add(name, where);
        if (++branches_ > most_branches) return visit_all(operands, nullptr);
        if (expression->operation == Operation::known_or) return visit_fallback(operands, where);
        if (expression->operation == Operation::choose) return visit_choice(operands, where);
        visit_all(operands, where);
    }
    [[nodiscard]] std::vector<SourceField> fields() && { return std::move(fields_); }

private:
    /// An expression that shares its parts has more ways through it than anybody follows: then all its fields count.
    static constexpr std::size_t most_branches = 1'000;

    void visit_all(const std::vector<ExpressionPointer>& operands, const ExpressionPointer& where)
    {
        for (const ExpressionPointer& operand : operands) visit(operand, where);
    }

    /// Of one field only known cells are read anyway.
    void visit_fallback(const std::vector<ExpressionPointer>& operands, const ExpressionPointer& where)
    {
        const ExpressionPointer& first = operands.front();
        const ExpressionPointer is_known = apply(Operation::known, {first});
        visit(first, first->operation == Operation::field ? where : both(where, is_known));
        if (operands.size() > 1) visit(operands.back(), both(where, turned(is_known)));
    }

    void visit_choice(const std::vector<ExpressionPointer>& operands, const ExpressionPointer& where)
    {
        const ExpressionPointer holds = apply(Operation::known_or, {operands[0]}, {Constant(false)});
        visit(operands[0], where);
        visit(operands[1], both(where, holds));
        visit(operands[2], both(where, turned(holds)));
    }

    void add(const std::string& name, const ExpressionPointer& where)
    {
        const auto found = std::ranges::find(fields_, name, &SourceField::name);
        if (found == fields_.end())
            fields_.push_back({name, where});
        else if (where == nullptr)
            found->where = nullptr;
        else if (found->where != nullptr && found->where != where)
            found->where = apply(Operation::any_of, {found->where, where});
    }

    std::set<std::pair<const Expression*, const Expression*>> visited_;
    std::size_t branches_ = 0;
    std::vector<SourceField> fields_;
};

} // namespace

std::vector<SourceField> source_fields(const std::vector<ExpressionPointer>& expressions)
{
    Collector collector;
    for (const ExpressionPointer& expression : expressions)
        if (expression != nullptr) collector.visit(expression, nullptr);
    return std::move(collector).fields();
}

} // namespace bilan::data
