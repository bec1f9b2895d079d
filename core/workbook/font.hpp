// SPDX-License-Identifier: MPL-2.0
//
// How much room text takes in a sheet, from the advance widths of Arial (Liberation Sans has the same). Pixels are
// those of a sheet at 100 % (96 an inch). Pure functions, any thread; no font file is read.
#pragma once

#include <cstddef>
#include <string_view>

namespace bilan::workbook {

struct Face {
    double points = 10;
    bool bold = false;
};

/// Width of the widest line of `text`.
[[nodiscard]] double text_width(std::string_view text, Face face);
/// Width of the longest word: the least a wrapped column needs.
[[nodiscard]] double longest_word(std::string_view text, Face face);
/// Number of lines that `text` fills when it is wrapped at `pixels`.
[[nodiscard]] std::size_t wrapped_lines(std::string_view text, Face face, double pixels);
/// Height of a row of so many lines and the room around them, in points; never more than Excel takes.
[[nodiscard]] double row_height(std::size_t lines, Face face, double around = 0);

/// Excel's unit of column width is the digit of the standard font, 7 pixels wide, and 5 pixels of margin.
[[nodiscard]] double characters_of(double pixels);
[[nodiscard]] double pixels_of(double characters);
[[nodiscard]] constexpr double pixels_of_points(double points)
{
    return points * 96 / 72;
}

inline constexpr double default_column_pixels = 64;
inline constexpr double default_row_points = 15;

} // namespace bilan::workbook
