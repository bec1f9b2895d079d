// SPDX-License-Identifier: MPL-2.0
//
// Columns that a chart needs beside those of its author: a target, the left side of a pyramid, the offset of a Likert
// scale, the levels of a waterfall. They stand in the table under their own headers, as live formulas, so that the
// chart follows its cells. One thread; lives for one table.
#pragma once

#include "base/language.hpp"
#include "workbook/document.hpp"
#include "workbook/placed_table.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace bilan::workbook {

/// The formula of the cell of a row, counted from 0; empty for a plain value.
using MadeFormula = std::function<std::string(std::uint32_t first_row, std::size_t row)>;

class ChartColumns {
public:
    ChartColumns(Table& table, base::Language language) : table_(table), language_(language) {}

    /// Adds the column that shows the chart's target, if it has one: part of the table, unlike what place() adds.
    /// REQUIRES: no chart was placed yet.
    void show_target(const Chart& chart);
    /// The chart with the columns that it needs; one that its values forbid says why it is not drawn.
    [[nodiscard]] PlacedChart place(const Chart& chart);
    /// By column.
    [[nodiscard]] std::map<std::size_t, MadeFormula> take_formulas() { return std::move(formulas_); }

private:
    using MakeValue = std::function<Value(std::size_t row)>;
    std::size_t add(const std::string& key, std::string header, ColumnKind kind, const MakeValue& value,
                    MadeFormula formula);
    std::size_t target_column(const Chart& chart);
    void add_line(PlacedChart& placed);
    void add_pyramid(PlacedChart& placed);
    void add_likert(PlacedChart& placed);
    void add_waterfall(PlacedChart& placed);

    Table& table_;
    base::Language language_;
    std::map<std::string, std::size_t> known_; ///< by what they are for: charts share them
    std::map<std::size_t, MadeFormula> formulas_;
};

} // namespace bilan::workbook
