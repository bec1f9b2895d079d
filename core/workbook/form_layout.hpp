// SPDX-License-Identifier: MPL-2.0
//
// A sheet to be filled in: where its headers, example and empty rows stand, and what each cell takes. One thread.
#pragma once

#include "workbook/document.hpp"
#include "workbook/sheet_builder.hpp"
#include "workbook/style_book.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace bilan::workbook {

/// A rule whose list stands in a table that may be on a later page.
struct PendingList {
    std::string table;
    std::size_t rule = 0; ///< index in the rules of its sheet
};

/// Makes the columns of the sheet wide enough for the form.
void widen(const Form& form, StyleBook& styles, SheetBuilder& sheet);
/// Writes the form from `row` on and gives the first row to fill in.
[[nodiscard]] std::uint32_t write_form(const Form& form, StyleBook& styles, SheetBuilder& sheet, std::uint32_t row,
                                       std::vector<PendingList>& lists);

} // namespace bilan::workbook
