// SPDX-License-Identifier: MPL-2.0
//
// The total row of a table: live formulas with the value they have now. One thread.
#pragma once

#include "workbook/cell_value.hpp"
#include "workbook/document.hpp"

#include <bilan/workbook.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace bilan::workbook {

/// Adds up one column while its cells are written; the sum carries its rounding error along.
class RunningTotal {
public:
    void take(const CellValue& cell);
    [[nodiscard]] double sum() const { return sum_ + carry_; }
    [[nodiscard]] std::size_t numbers() const { return numbers_; }
    [[nodiscard]] std::size_t filled() const { return filled_; }
    /// That of a sum of these cells: a missing one, like an unknown row, would only add to it, unless the column holds
    /// differences, some of them below zero.
    [[nodiscard]] Mark mark() const { return has_negatives_ && mark_ == Mark::at_least ? Mark::partial : mark_; }
    [[nodiscard]] data::State missing() const { return missing_.value_or(data::State::empty); }

private:
    double sum_ = 0;
    double carry_ = 0;
    std::size_t numbers_ = 0;
    std::size_t filled_ = 0;
    std::optional<data::State> missing_; ///< of the first missing cell
    Mark mark_ = Mark::none;
    bool has_negatives_ = false;
};

struct TotalCell {
    SheetValue value;
    std::optional<double> number;
    bool missing = false;
    std::string format = {}; ///< number format of its own; empty: that of the column
    std::string label;       ///< words of the cell, when it holds words
    std::string function;    ///< Excel's name of the function, when the cell is one
    Mark mark = Mark::none;
};

/// `reference` is the column of the table: `T_emploi[Montant]`.
[[nodiscard]] TotalCell total_cell(const Column& column, const RunningTotal& running, const std::string& reference,
                                   base::Language language);

[[nodiscard]] bool has_total_row(const Table& table);

} // namespace bilan::workbook
