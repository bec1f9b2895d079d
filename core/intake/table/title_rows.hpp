// SPDX-License-Identifier: MPL-2.0
//
// « Bilan 2023 | | | Ville de Montbrun » right above a header: titles side by side, and no groups of its columns. One
// thread.
#pragma once

#include "intake/table/sheet_view.hpp"

#include <cstdint>
#include <string_view>

namespace bilan::intake {

/// « Année 2023 », « Structure : MJC », « Ville de Montbrun », « montants en € »: what a whole sheet is about.
/// `folded`: base::fold of it.
[[nodiscard]] bool is_title_of_sheet(std::string_view folded);

/// Cells that title the sheet, the first of them above the first label, where no merge says how far they reach and no
/// label below is told apart by them alone. `labels`: the line of the row below.
[[nodiscard]] bool is_row_of_titles(const SheetView& view, const Line& line, const Line& labels, std::uint32_t row,
                                    std::uint32_t below);

} // namespace bilan::intake
