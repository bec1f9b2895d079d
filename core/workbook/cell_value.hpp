// SPDX-License-Identifier: MPL-2.0
//
// What a value of the document becomes in a cell: a number that is a number, a text, or the shorthand of what is
// missing. Pure functions, any thread.
#pragma once

#include "base/language.hpp"
#include "data/state.hpp"
#include "workbook/document.hpp"
#include "workbook/mark.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace bilan::workbook {

struct CellValue {
    SheetValue value;                   ///< nothing, number, text or date; a link holds its page's id as target
    std::optional<double> number;       ///< what the cell adds to a sum
    std::optional<data::State> missing; ///< the cell shows the code of this state
    std::optional<std::string> page;    ///< target of a link within the workbook
    bool is_link = false;               ///< within the workbook or to another file
    std::string shown;                  ///< as a reader sees it, for widths and labels
    std::string format = {};            ///< number format of its own; empty: that of the column
    Mark mark = Mark::none;
};

/// The number in a value, when it is a finite one.
[[nodiscard]] std::optional<double> cell_number(const Value& value);

/// A number that is not finite counts as unreadable (`err`): no file may hold it.
[[nodiscard]] CellValue cell_value(const Value& value, ColumnKind kind, base::Language language);
/// In a column with a number of decimals of its own, perhaps.
[[nodiscard]] CellValue cell_value(const Value& value, const Column& column, base::Language language);

} // namespace bilan::workbook
