// SPDX-License-Identifier: MPL-2.0
//
// Rows that a machine or a form puts beside the labels of a header: kinds of values, units, numbering, letters of
// columns, the names of variables in a data base. They are no records and say nothing of their own. Pure functions,
// any thread.
#pragma once

#include "intake/table/sheet_view.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// « texte | nombre », « (1) | (2) | (3)=(1)-(2) », « A | B | C », « Colonne1 | Colonne2 », « ACT_LIB | MT_ACC ».
/// `lines`: of every row of the view.
[[nodiscard]] bool is_technical_row(const SheetView& view, const std::vector<Line>& lines, std::uint32_t row);

/// The first of them that only count: « 1 | 2 | 3 », « C01 | C02 | C03 », « A | B | C ». Three cells or more.
[[nodiscard]] bool is_numbering_row(const SheetView& view, const std::vector<Line>& lines, std::uint32_t row);
/// `€`, `k€` of a label that says nothing else: « (€) », « en k€ »; else empty.
[[nodiscard]] std::string euros_said(std::string_view label);

/// Rows of records, both included.
struct Records {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// The same among the records, below an example or a repeated header: numbers of all columns in order, where the others
/// have words; nothing but units and kinds of values, where the others have numbers. Ascending.
[[nodiscard]] std::vector<std::uint32_t> technical_among(const SheetView& view, const std::vector<Line>& lines,
                                                         Records records);

} // namespace bilan::intake
