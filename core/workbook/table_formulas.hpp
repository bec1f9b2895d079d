// SPDX-License-Identifier: MPL-2.0
//
// The columns of a table that are formulas over its other columns and its parameters: names found, cells computed
// in the order in which they need each other, and each written so that the workbook comes to the same. One thread.
#pragma once

#include "base/language.hpp"
#include "workbook/document.hpp"
#include "workbook/formula_value.hpp"

#include <bilan/workbook.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilan::workbook {

class TableFormulas {
public:
    /// Throws base::Error (exit 6) for a name that is no column or parameter or is both, for columns that need each
    /// other in a circle, and for what a workbook cannot compute.
    TableFormulas(const Table& table, base::Language language);

    /// Fills in the cells of the formula columns.
    void compute(Table& table) const;
    /// What the formula of a column is over the totals of the others.
    [[nodiscard]] Value total(const Table& table, std::size_t column,
                              const std::function<FormulaValue(std::size_t column)>& totals) const;
    /// The cell as it is written; `value` is what it holds now. A missing value keeps its formula where the workbook
    /// can see what is missing.
    [[nodiscard]] SheetValue live(const Table& table, std::size_t column, std::uint32_t row,
                                  const std::vector<std::string>& headers, const SheetValue& value) const;

    /// `par_bie_bonus`
    [[nodiscard]] static std::string parameter_name(const Table& table, const Parameter& parameter);

private:
    struct Meaning {
        bool is_parameter = false;
        std::size_t at = 0;
    };
    [[nodiscard]] const Meaning& meaning(const std::string& name, const data::Expression& formula) const;
    void add_name(const std::string& name, Meaning meaning);
    void put_in_order(const Table& table, std::size_t column, std::vector<int>& visits);
    [[nodiscard]] FormulaValue sum(const Table& table, std::size_t column) const;

    base::Language language_;
    std::map<std::string, Meaning, std::less<>> names_;
    std::vector<std::size_t> order_; ///< formula columns, each after those that it needs
};

} // namespace bilan::workbook
