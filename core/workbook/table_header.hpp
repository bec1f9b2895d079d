// SPDX-License-Identifier: MPL-2.0
//
// The header row of a native table: legal, different words, with room for the buttons of the filter. One thread.
#pragma once

#include "workbook/document.hpp"
#include "workbook/sheet_builder.hpp"
#include "workbook/style_book.hpp"

#include <span>
#include <string>
#include <vector>

namespace bilan::workbook {

/// Height of a row of one line: a little more than the standard row, so that lines breathe.
inline constexpr double body_points = 17;

/// On one line each, none empty, none twice.
[[nodiscard]] std::vector<std::string> legal_headers(const std::vector<Column>& columns, base::Language language);

/// REQUIRES: the columns of the sheet have their widths.
void write_headers(SheetBuilder& sheet, std::uint32_t row, std::span<const std::string> headers,
                   const std::vector<Column>& columns, bool has_filter, StyleBook& styles);

} // namespace bilan::workbook
