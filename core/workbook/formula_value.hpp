// SPDX-License-Identifier: MPL-2.0
//
// The value of a formula over the cells of a table, by the same rules as the workbook computes it: an operand that is
// missing makes the result missing with its cause, a branch that is not taken is not looked at. Pure; any thread.
#pragma once

#include "base/language.hpp"
#include "data/expression.hpp"
#include "data/figure_arithmetic.hpp"
#include "workbook/document.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace bilan::workbook {

struct FormulaValue {
    data::FigureOrNumber number; ///< missing when it has no value
    std::string text;
    bool is_text = false;
};

/// A cell as a formula sees it. Yes and no are the words that the cell shows.
[[nodiscard]] FormulaValue formula_value(const Value& value, base::Language language);
/// The cell that a formula makes.
[[nodiscard]] Value cell_of(const FormulaValue& value);

/// What the names of a formula stand for in one row.
struct FormulaCells {
    std::function<FormulaValue(const std::string& name)> value;
    std::function<FormulaValue(const std::string& name)> sum; ///< of a whole column
};

/// Throws base::Error (exit 6) for a text where a number is wanted.
[[nodiscard]] FormulaValue evaluate(const data::Expression& formula, const FormulaCells& cells);

/// Throws base::Error (exit 6) for what a workbook cannot compute: lookups, bands, states, calculations longer than a
/// cell holds.
void check_formula(const data::Expression& formula);

} // namespace bilan::workbook
