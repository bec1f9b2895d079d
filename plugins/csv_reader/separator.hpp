// SPDX-License-Identifier: MPL-2.0
//
// Which byte parts the fields of a text, and how many fields a row should have: every candidate cuts a sample of the
// file, and the one that gives the most regular table wins. Pure functions, any thread.
#pragma once

#include "record_reader.hpp"

#include <bilan/limits.hpp>

#include <string>

namespace csv_reader {

/// Where a further table of a comma file begins, and how many fields its rows should have.
struct TableStart {
    std::uint32_t row = 0; ///< of its header, among all records from 0, blank ones included
    std::uint32_t width = 0;
};

struct Layout {
    TableShape shape;
    std::size_t passed = 0;               ///< bytes of a first line `sep=;`, which is no row
    bool declared = false;                ///< the file says its separator itself
    bool sure = true;                     ///< no other separator came near
    char rival = '\0';                    ///< the one that came near
    bool open_rows = false;               ///< rows end with one separator too many, as some programs write them
    std::vector<TableStart> other_tables; ///< in order; above the first of them the width is the usual one
};

/// `;` `,` `|` `tab`, or `none` for a text of one column.
[[nodiscard]] std::string separator_name(char separator);

[[nodiscard]] Layout guess_layout(std::string_view text, std::string_view extension, const bilan::ReadLimits& limits);

} // namespace csv_reader
