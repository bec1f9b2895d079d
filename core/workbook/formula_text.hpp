// SPDX-License-Identifier: MPL-2.0
//
// A formula as a workbook writes it: `C12*(1+par_bie_bonus)`. Pure; any thread.
#pragma once

#include "data/expression.hpp"

#include <functional>
#include <string>

namespace bilan::workbook {

/// How names are written in one row.
struct FormulaWords {
    std::function<std::string(const std::string& name)> cell;   ///< a cell of the row, or the name of a parameter
    std::function<std::string(const std::string& name)> column; ///< a whole column
    std::function<bool(const std::string& name)> is_text;
};

/// REQUIRES: a formula that check_formula lets pass.
[[nodiscard]] std::string formula_text(const data::Expression& formula, const FormulaWords& words);

} // namespace bilan::workbook
