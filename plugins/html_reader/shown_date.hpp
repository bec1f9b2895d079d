// SPDX-License-Identifier: MPL-2.0
//
// The date that a cell of a page shows. LibreOffice writes the number of a date into a page without saying from which
// day its workbook counts; only the text beside it tells. Pure functions, any thread.
#pragma once

#include <string_view>

namespace bilan::html {

inline constexpr double days_1904 = 1462; ///< from 30 December 1899 to 1 January 1904

/// True when the text is the date of that number in a workbook that counts from 1904, and not in another: `31/12/2024`
/// beside 44195. Days, months and years in figures alone, in any usual order.
[[nodiscard]] bool shows_1904(std::string_view text, double number);

} // namespace bilan::html
