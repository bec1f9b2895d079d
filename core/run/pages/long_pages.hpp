// SPDX-License-Identifier: MPL-2.0
//
// A sheet holds 1 048 576 rows, a campaign may hold more. Inner header of run/pages. One thread.
#pragma once

#include "workbook/document.hpp"

#include <cstddef>
#include <vector>

namespace bilan::run::pages {

/// Rows of one sheet: a number that people can count with.
inline constexpr std::size_t rows_of_a_sheet = 1'000'000;

/// The page, or as many as its long table needs, each with the next rows under the same header: « Contrôles »,
/// « Contrôles 2 ». REQUIRES: the long table is the only block of a page that has one; `most` > 0.
[[nodiscard]] std::vector<workbook::Page> in_sheets(workbook::Page page, std::size_t most = rows_of_a_sheet);

} // namespace bilan::run::pages
