// SPDX-License-Identifier: MPL-2.0
//
// The raw cells of a book as JSON Lines: the face by which readers are tested. One object a filled cell, in sheet, row,
// column order: {"sheet":…,"cell":"A1","type":…,"value":…,"format":…,"formula":true?,"struck":true?}.
#pragma once

#include <bilan/book.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace bilan::run {

/// Calls `take` with each line, without line end. `sheet` empty: all sheets. Returns the number of sheets shown.
std::size_t grid_lines(const Book& book, std::string_view sheet, const std::function<void(const std::string&)>& take);

} // namespace bilan::run
