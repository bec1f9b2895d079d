// SPDX-License-Identifier: MPL-2.0
#include "workbook/formula_text.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

#include <cmath>
#include <string_view>

namespace bilan::workbook {

namespace {

using data::Constant;
using data::Expression;
using data::ExpressionPointer;
using data::Operation;

std::string constant(const Constant& value)
{
    if (const double* number = std::get_if<double>(&value))
        return std::isfinite(*number) ? base::shortest(*number) : "NA()";
    return '"' + base::replace_all(std::get<std::string>(value), "\"", "\"\"") + '"';
}

/// The sign between two operands; empty when it is written otherwise.
std::string_view sign(Operation operation)
{
    switch (operation) {
    case Operation::add: return "+";
    case Operation::subtract: return "-";
    case Operation::multiply: return "*";
    case Operation::divide: return "/";
    case Operation::equal: return "=";
    case Operation::not_equal: return "<>";
    case Operation::less: return "<";
    case Operation::at_most: return "<=";
    case Operation::greater: return ">";
    case Operation::at_least: return ">=";
    default: return "";
    }
}

/// Binds tighter when higher.
int rank(Operation operation)
{
    switch (operation) {
    case Operation::add:
    case Operation::subtract: return 2;
    case Operation::multiply:
    case Operation::divide: return 3;
    case Operation::negate: return 4;
    default: return sign(operation).empty() ? 9 : 1;
    }
}

bool is_condition(Operation operation)
{
    return rank(operation) == 1 || operation == Operation::all_of || operation == Operation::any_of ||
           operation == Operation::no || operation == Operation::one_of || operation == Operation::known;
}

class Writing {
public:
    explicit Writing(const FormulaWords& words) : words_(words) {}

    /// Yes and no as one and zero, which a workbook tells apart.
    [[nodiscard]] std::string number(const Expression& formula, int outer) const
    {
        if (is_condition(formula.operation)) return "N(" + condition(formula) + ')';
        if (formula.operation == Operation::constant) return bare(formula, outer);
        const std::string text = bare(formula, 0);
        return rank(formula.operation) < outer ? '(' + text + ')' : text;
    }

private:
    [[nodiscard]] std::string bare(const Expression& formula, int outer) const
    {
        switch (formula.operation) {
        case Operation::field: return words_.cell(formula.name);
        case Operation::column_sum: return "SUM(" + words_.column(formula.operands.front()->name) + ')';
        case Operation::constant: {
            const std::string text = constant(formula.constants.front());
            return outer > 0 && text.starts_with('-') ? '(' + text + ')' : text;
        }
        case Operation::negate: return '-' + number(*formula.operands.front(), 4);
        case Operation::known_or: {
            const std::string cell = words_.cell(formula.operands.front()->name);
            const std::string other = formula.operands.size() == 2 ? number(*formula.operands.back(), 0)
                                                                   : constant(formula.constants.front());
            return "IF(ISNUMBER(" + cell + ")," + cell + ',' + other + ')';
        }
        case Operation::choose:
            return "IF(" + condition(*formula.operands[0]) + ',' + number(*formula.operands[1], 0) + ',' +
                   number(*formula.operands[2], 0) + ')';
        default: break;
        }
        std::string text;
        const int own = rank(formula.operation);
        for (std::size_t at = 0; at < formula.operands.size(); ++at) {
            if (at > 0) text += sign(formula.operation);
            text += number(*formula.operands[at], at == 0 ? own : own + 1);
        }
        return text;
    }

    [[nodiscard]] bool is_text(const Expression& operand) const
    {
        if (operand.operation == Operation::constant)
            return std::holds_alternative<std::string>(operand.constants.front());
        return operand.operation == Operation::field && words_.is_text(operand.name);
    }

    [[nodiscard]] std::string condition(const Expression& formula) const
    {
        switch (formula.operation) {
        case Operation::all_of: return "AND(" + conditions(formula) + ')';
        case Operation::any_of: return "OR(" + conditions(formula) + ')';
        case Operation::no: return "NOT(" + condition(*formula.operands.front()) + ')';
        case Operation::known: return "ISNUMBER(" + words_.cell(formula.operands.front()->name) + ')';
        case Operation::one_of: return one_of(formula);
        default: break;
        }
        if (!is_condition(formula.operation)) return number(formula, 2) + "<>0";
        const Expression& left = *formula.operands.front();
        const Expression& right = *formula.operands.back();
        if (is_text(left) || is_text(right)) {
            // The equals sign of a workbook takes `g2` for `G2`.
            const std::string same = "EXACT(" + number(left, 0) + ',' + number(right, 0) + ')';
            return formula.operation == Operation::equal ? same : "NOT(" + same + ')';
        }
        return number(left, 2) + std::string(sign(formula.operation)) + number(right, 2);
    }

    [[nodiscard]] std::string conditions(const Expression& formula) const
    {
        std::string text;
        for (const ExpressionPointer& operand : formula.operands)
            text += (text.empty() ? "" : ",") + condition(*operand);
        return text;
    }

    [[nodiscard]] std::string one_of(const Expression& formula) const
    {
        std::string text;
        for (const Constant& value : formula.constants) {
            if (!text.empty()) text += ',';
            const bool is_text = std::holds_alternative<std::string>(value);
            const std::string operand = number(*formula.operands.front(), is_text ? 0 : 2);
            text += is_text ? "EXACT(" + operand + ',' + constant(value) + ')' : operand + '=' + constant(value);
        }
        return text.empty() ? "FALSE" : "OR(" + text + ')';
    }

    const FormulaWords& words_;
};

} // namespace

std::string formula_text(const Expression& formula, const FormulaWords& words)
{
    return Writing(words).number(formula, 0);
}

} // namespace bilan::workbook
