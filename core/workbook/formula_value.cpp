// SPDX-License-Identifier: MPL-2.0
#include "workbook/formula_value.hpp"

#include "base/error.hpp"
#include "workbook/cell_value.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

namespace {

using data::Expression;
using data::ExpressionPointer;
using data::Figure;
using data::FigureOrNumber;
using data::Operation;
using data::State;

[[noreturn]] void refuse(std::string code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, "", {std::move(code), std::move(arguments)});
}

FigureOrNumber number_of(double value)
{
    FigureOrNumber number;
    number.is_number = true;
    number.figure.value = value;
    return number;
}

FormulaValue missing(State cause)
{
    FormulaValue value;
    value.number.figure.cause = cause;
    return value;
}

bool is_missing(const FormulaValue& value)
{
    return !value.is_text && !value.number.figure.value;
}

/// A yes or no, or something chosen by it, rests on as many unknown rows as what was looked at.
FigureOrNumber resting_on(FigureOrNumber number, const FormulaValue& looked_at)
{
    const Figure& other = looked_at.number.figure;
    if (other.unknown == 0 || number.figure.unknown > other.unknown) return number;
    number.is_number = false;
    number.figure.base = other.base;
    number.figure.unknown = other.unknown;
    number.figure.lower_bound = false;
    number.figure.sources.insert(number.figure.sources.end(), other.sources.begin(), other.sources.end());
    return number;
}

class Evaluation {
public:
    explicit Evaluation(const FormulaCells& cells) : cells_(cells) {}

    FormulaValue run(const Expression& formula) const
    {
        switch (formula.operation) {
        case Operation::field: return cells_.value(formula.name);
        case Operation::column_sum: return cells_.sum(formula.operands.front()->name);
        case Operation::constant: return constant(formula.constants.front());
        case Operation::known: return {number_of(is_missing(run(*formula.operands.front())) ? 0 : 1), {}, false};
        case Operation::known_or: return known_or(formula);
        case Operation::choose: return choose(formula);
        case Operation::one_of: return one_of(formula);
        default: return over_operands(formula);
        }
    }

private:
    static FormulaValue constant(const data::Constant& value)
    {
        if (const auto* text = std::get_if<std::string>(&value)) return {{}, *text, true};
        return {number_of(std::get<double>(value)), {}, false};
    }

    FormulaValue known_or(const Expression& formula) const
    {
        FormulaValue value = run(*formula.operands.front());
        if (!is_missing(value)) return value;
        return formula.operands.size() == 2 ? run(*formula.operands.back()) : constant(formula.constants.front());
    }

    FormulaValue choose(const Expression& formula) const
    {
        FormulaValue condition = wanting_number(*formula.operands[0]);
        if (is_missing(condition)) return condition;
        FormulaValue chosen = wanting_number(*formula.operands[*condition.number.figure.value != 0 ? 1 : 2]);
        if (!is_missing(chosen)) chosen.number = resting_on(std::move(chosen.number), condition);
        return chosen;
    }

    FormulaValue one_of(const Expression& formula) const
    {
        FormulaValue value = run(*formula.operands.front());
        if (is_missing(value)) return value;
        const bool is_one = std::ranges::any_of(formula.constants, [&](const data::Constant& each) {
            return are_equal(value, constant(each), *formula.operands.front());
        });
        return {resting_on(number_of(is_one ? 1 : 0), value), {}, false};
    }

    static bool are_equal(const FormulaValue& left, const FormulaValue& right, const Expression& asked)
    {
        if (left.is_text != right.is_text) refuse("BIL-748", {asked.text()});
        return left.is_text ? left.text == right.text : *left.number.figure.value == *right.number.figure.value;
    }

    FormulaValue wanting_number(const Expression& formula) const
    {
        FormulaValue value = run(formula);
        if (value.is_text) refuse("BIL-748", {formula.text()});
        return value;
    }

    FormulaValue over_operands(const Expression& formula) const
    {
        const bool compares_texts = formula.operation == Operation::equal || formula.operation == Operation::not_equal;
        std::vector<FormulaValue> values;
        for (const ExpressionPointer& operand : formula.operands) {
            values.push_back(compares_texts ? run(*operand) : wanting_number(*operand));
            if (is_missing(values.back())) return values.back();
        }
        if (compares_texts) {
            const bool same = are_equal(values.front(), values.back(), *formula.operands.front());
            return judged(same == (formula.operation == Operation::equal), values);
        }
        return compute(formula.operation, values);
    }

    static FormulaValue judged(bool outcome, const std::vector<FormulaValue>& values)
    {
        FigureOrNumber number = number_of(outcome ? 1 : 0);
        for (const FormulaValue& value : values) number = resting_on(std::move(number), value);
        return {std::move(number), {}, false};
    }

    static FormulaValue compute(Operation operation, const std::vector<FormulaValue>& values)
    {
        const double left = *values.front().number.figure.value;
        const double right = *values.back().number.figure.value;
        const auto is_true = [](const FormulaValue& value) { return *value.number.figure.value != 0; };
        switch (operation) {
        case Operation::add: return fold(values, data::sum_of, [](double a, double b) { return a + b; });
        case Operation::subtract: return fold(values, data::difference_of, [](double a, double b) { return a - b; });
        case Operation::multiply: return fold(values, data::product_of, [](double a, double b) { return a * b; });
        case Operation::divide:
            if (right == 0) return missing(State::not_applicable);
            return fold(values, data::quotient_of, [](double a, double b) { return a / b; });
        case Operation::negate:
            return fold({{number_of(0), {}, false}, values.front()}, data::difference_of,
                        [](double a, double b) { return a - b; });
        case Operation::less: return judged(left < right, values);
        case Operation::at_most: return judged(left <= right, values);
        case Operation::greater: return judged(left > right, values);
        case Operation::at_least: return judged(left >= right, values);
        case Operation::all_of: return judged(std::ranges::all_of(values, is_true), values);
        case Operation::any_of: return judged(std::ranges::any_of(values, is_true), values);
        default: return judged(!is_true(values.front()), values); // no
        }
    }

    using Arithmetic = Figure (*)(const FigureOrNumber&, const FigureOrNumber&);
    using Plain = double (*)(double, double);
    static FormulaValue fold(const std::vector<FormulaValue>& values, Arithmetic figures, Plain plain)
    {
        FigureOrNumber result = values.front().number;
        for (std::size_t at = 1; at < values.size(); ++at) {
            const FigureOrNumber& next = values[at].number;
            const double value = plain(*result.figure.value, *next.figure.value);
            if (!std::isfinite(value)) return missing(State::error);
            if (result.is_number && next.is_number)
                result = number_of(value);
            else
                result = {figures(result, next), false};
        }
        return {std::move(result), {}, false};
    }

    const FormulaCells& cells_;
};

/// An expression may share parts: it is as long as text as all its paths together.
std::size_t length_of(const Expression& formula, std::size_t most)
{
    std::size_t length = 1 + formula.constants.size();
    for (const ExpressionPointer& operand : formula.operands) {
        if (length > most) return length;
        length += length_of(*operand, most - length);
    }
    return length;
}

void check_operation(const Expression& formula)
{
    const bool wants_column = formula.operation == Operation::known || formula.operation == Operation::known_or ||
                              formula.operation == Operation::column_sum;
    const bool is_foreign = formula.operation == Operation::banded || formula.operation == Operation::looked_up ||
                            formula.operation == Operation::stored || formula.operation == Operation::in_state ||
                            formula.operation == Operation::period;
    const bool has_boolean = std::ranges::any_of(
        formula.constants, [](const data::Constant& value) { return std::holds_alternative<bool>(value); });
    if (is_foreign || has_boolean || (wants_column && formula.operands.front()->operation != Operation::field))
        refuse("BIL-746", {formula.text()});
    for (const ExpressionPointer& operand : formula.operands) check_operation(*operand);
}

} // namespace

FormulaValue formula_value(const Value& value, base::Language language)
{
    if (const double* number = std::get_if<double>(&value)) return {number_of(*number), {}, false};
    if (const auto* figure = std::get_if<Figure>(&value)) return {{*figure, false}, {}, false};
    if (const auto* date = std::get_if<Date>(&value)) return {number_of(date->serial), {}, false};
    const CellValue cell = cell_value(value, ColumnKind::text, language);
    if (cell.missing) return missing(*cell.missing);
    if (cell.shown.empty()) return missing(State::empty);
    return {{}, cell.shown, true};
}

Value cell_of(const FormulaValue& value)
{
    if (value.is_text) return value.text;
    if (!value.number.figure.value) return value.number.figure.cause;
    if (value.number.is_number) return *value.number.figure.value;
    return value.number.figure;
}

FormulaValue evaluate(const Expression& formula, const FormulaCells& cells)
{
    return Evaluation(cells).run(formula);
}

void check_formula(const Expression& formula)
{
    constexpr std::size_t longest = 200; // steps; a cell holds 8 192 characters
    if (length_of(formula, longest) > longest) refuse("BIL-747", {formula.text().substr(0, 60) + "…"});
    check_operation(formula);
}

} // namespace bilan::workbook
