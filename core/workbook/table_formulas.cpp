// SPDX-License-Identifier: MPL-2.0
#include "workbook/table_formulas.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/formula_text.hpp"
#include "workbook/names.hpp"
#include "workbook/style_book.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

namespace {

[[noreturn]] void refuse(std::string code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, "", {std::move(code), std::move(arguments)});
}

const std::string& name_of(const Column& column)
{
    return column.name.empty() ? column.header : column.name;
}

/// Fields whose absence makes the result missing, as far as a workbook can see it: not those asked whether they are
/// known.
void collect_needed(const data::Expression& formula, std::vector<std::string>& names)
{
    using data::Operation;
    if (formula.operation == Operation::field && std::ranges::find(names, formula.name) == names.end())
        names.push_back(formula.name);
    if (formula.operation == Operation::column_sum || formula.operation == Operation::known) return;
    const std::size_t first = formula.operation == Operation::known_or ? 1 : 0;
    for (std::size_t at = first; at < formula.operands.size(); ++at) collect_needed(*formula.operands[at], names);
}

} // namespace

TableFormulas::TableFormulas(const Table& table, base::Language language) : language_(language)
{
    const bool is_plain =
        std::ranges::none_of(table.columns, [](const Column& column) { return column.formula != nullptr; });
    if (is_plain && table.parameters.empty()) return;
    for (std::size_t at = 0; at < table.parameters.size(); ++at) add_name(table.parameters[at].name, {true, at});
    for (std::size_t at = 0; at < table.columns.size(); ++at) add_name(name_of(table.columns[at]), {false, at});
    std::vector<int> visits(table.columns.size());
    for (std::size_t at = 0; at < table.columns.size(); ++at)
        if (table.columns[at].formula) put_in_order(table, at, visits);
}

void TableFormulas::add_name(const std::string& name, Meaning meaning)
{
    if (!names_.emplace(name, meaning).second) refuse("BIL-745", {name});
}

const TableFormulas::Meaning& TableFormulas::meaning(const std::string& name, const data::Expression& formula) const
{
    if (const auto found = names_.find(name); found != names_.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& entry : names_) known.push_back(entry.first);
    refuse("BIL-744", {name, formula.text(), base::join(known, ", ")});
}

void TableFormulas::put_in_order(const Table& table, std::size_t column, std::vector<int>& visits)
{
    constexpr int open = 1;
    constexpr int done = 2;
    if (visits[column] == done) return;
    if (visits[column] == open) refuse("BIL-743", {name_of(table.columns[column])});
    visits[column] = open;
    const data::Expression& formula = *table.columns[column].formula;
    check_formula(formula);
    for (const std::string& name : formula.fields()) {
        const Meaning& found = meaning(name, formula);
        if (!found.is_parameter && table.columns[found.at].formula) put_in_order(table, found.at, visits);
    }
    visits[column] = done;
    order_.push_back(column);
}

FormulaValue TableFormulas::sum(const Table& table, std::size_t column) const
{
    data::FigureOrNumber sum;
    sum.figure.value = 0;
    std::size_t numbers = 0;
    double carry = 0;
    for (const std::vector<Value>& row : table.rows) {
        const FormulaValue cell = formula_value(row[column], language_);
        const data::Figure& figure = cell.number.figure;
        sum.figure.base += cell.number.is_number ? 0 : figure.base;
        sum.figure.unknown += cell.number.is_number ? 0 : std::max<std::uint64_t>(figure.unknown, !figure.value);
        if (!figure.value) continue;
        ++numbers;
        const double next = *sum.figure.value + *figure.value;
        carry += std::abs(*sum.figure.value) >= std::abs(*figure.value) ? (*sum.figure.value - next) + *figure.value
                                                                        : (*figure.value - next) + *sum.figure.value;
        sum.figure.value = next;
    }
    *sum.figure.value += carry;
    sum.is_number = sum.figure.unknown == 0;
    sum.figure.lower_bound = sum.figure.unknown > 0;
    if (numbers == 0) sum.figure.value.reset();
    return {std::move(sum), {}, false};
}

void TableFormulas::compute(Table& table) const
{
    for (const std::size_t column : order_) {
        const data::Expression& formula = *table.columns[column].formula;
        std::map<std::string, FormulaValue> sums;
        std::size_t at = 0;
        const FormulaCells cells{[&](const std::string& name) {
                                     const Meaning& found = meaning(name, formula);
                                     return formula_value(found.is_parameter ? Value(table.parameters[found.at].value)
                                                                             : table.rows[at][found.at],
                                                          language_);
                                 },
                                 [&](const std::string& name) {
                                     const auto known = sums.find(name);
                                     if (known != sums.end()) return known->second;
                                     return sums.emplace(name, sum(table, meaning(name, formula).at)).first->second;
                                 }};
        for (; at < table.rows.size(); ++at) table.rows[at][column] = cell_of(evaluate(formula, cells));
    }
}

Value TableFormulas::total(const Table& table, std::size_t column,
                           const std::function<FormulaValue(std::size_t column)>& totals) const
{
    const data::Expression& formula = *table.columns[column].formula;
    const auto value = [&](const std::string& name) {
        const Meaning& found = meaning(name, formula);
        return found.is_parameter ? formula_value(table.parameters[found.at].value, language_) : totals(found.at);
    };
    return cell_of(evaluate(formula, {value, value}));
}

SheetValue TableFormulas::live(const Table& table, std::size_t column, std::uint32_t row,
                               const std::vector<std::string>& headers, const SheetValue& value) const
{
    const data::Expression& formula = *table.columns[column].formula;
    const auto cell = [&](const std::string& name) {
        const Meaning& found = meaning(name, formula);
        return found.is_parameter ? parameter_name(table, table.parameters[found.at])
                                  : cell_name({row, static_cast<std::uint32_t>(found.at)});
    };
    const auto is_text = [&](const std::string& name) {
        const Meaning& found = meaning(name, formula);
        return !found.is_parameter && !is_numeric(table.columns[found.at].kind);
    };
    const auto whole = [&](const std::string& name) {
        return column_reference(identifier("T_", table.id), headers[meaning(name, formula).at]);
    };
    const std::string text = formula_text(formula, {cell, whole, is_text});
    if (const double* number = std::get_if<double>(&value)) return Formula{text, *number};
    const auto* words = std::get_if<std::string>(&value);
    if (words == nullptr) return value;
    std::vector<std::string> needed;
    collect_needed(formula, needed);
    std::string counted;
    std::size_t count = 0;
    for (const std::string& name : needed) {
        if (meaning(name, formula).is_parameter) continue;
        if (is_text(name)) return value; // a workbook does not see that a text is missing
        counted += (counted.empty() ? "" : ",") + cell(name);
        ++count;
    }
    const std::string otherwise = ",\"" + *words + "\")";
    std::string guarded = text;
    if (count > 0) guarded = "IF(COUNT(" + counted + ")=" + std::to_string(count) + ',' + text + otherwise;
    const bool is_by_zero =
        *words == data::code(data::State::error) || *words == data::code(data::State::not_applicable);
    if (is_by_zero) guarded = "IFERROR(" + guarded + otherwise;
    return count == 0 && !is_by_zero ? value : SheetValue(Formula{guarded, *words});
}

std::string TableFormulas::parameter_name(const Table& table, const Parameter& parameter)
{
    return identifier("par_", table.id + "_" + parameter.name);
}

} // namespace bilan::workbook
