// SPDX-License-Identifier: MPL-2.0
//
// Where something is, in the user's words: file › sheet › cell. Value type, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace bilan {

/// Rows and columns count from 0 everywhere in the code; users see `C12`.
struct CellPosition {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    friend bool operator==(const CellPosition&, const CellPosition&) = default;
};

/// Rows or columns first..last, inclusive.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// A rectangle of cells, both ends inclusive.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
    [[nodiscard]] bool contains(CellPosition at) const
    {
        return at.row >= first_row && at.row <= last_row && at.column >= first_column && at.column <= last_column;
    }
    friend bool operator==(const CellRange&, const CellRange&) = default;
};

/// Letters of a column: 0 is A, 25 is Z, 26 is AA.
[[nodiscard]] inline std::string column_letters(std::uint32_t column)
{
    std::string letters;
    for (std::uint64_t rest = std::uint64_t{column} + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

/// `C12` of row 11, column 2.
[[nodiscard]] inline std::string cell_name(CellPosition at)
{
    return column_letters(at.column) + std::to_string(std::uint64_t{at.row} + 1);
}

/// `A1:C12`; a range of one cell is written as the cell.
[[nodiscard]] inline std::string range_name(const CellRange& range)
{
    const std::string first = cell_name({range.first_row, range.first_column});
    const std::string last = cell_name({range.last_row, range.last_column});
    return first == last ? first : first + ":" + last;
}

/// A place in an input. Empty parts are unknown or do not apply.
struct Place {
    std::string file;
    std::string sheet;
    std::optional<std::uint32_t> row;
    std::optional<std::uint32_t> column;
};

} // namespace bilan
