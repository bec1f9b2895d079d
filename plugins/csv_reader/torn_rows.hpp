// SPDX-License-Identifier: MPL-2.0
//
// Which rows of a csv file are longer than the header of their table. For one thread.
#pragma once

#include <bilan/book.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace csv_reader {

[[nodiscard]] inline bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

[[nodiscard]] inline bool is_letter(char byte)
{
    constexpr char accented = '\xC3'; // the first byte of « é » and the like
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == accented;
}

/// Digits and no letter.
[[nodiscard]] inline bool is_number(std::string_view text)
{
    return std::ranges::any_of(text, is_digit) && std::ranges::none_of(text, is_letter);
}

/// A row that is longer than the header of its table.
struct Torn {
    std::uint32_t row = 0;
    std::uint32_t first = 0;  ///< the row below the header
    std::uint32_t width = 0;  ///< of the table
    std::uint32_t fields = 0; ///< up to the last filled one; all, where none beyond the table is
    std::uint32_t cut = 0;    ///< see LongRow
    bool is_below_gap = false;
    bool is_blank_beyond = false; ///< nothing stands at the right of the table
};

/// Finds the header of each row, going down.
class Headers {
public:
    explicit Headers(const bilan::Book& book) : book_(&book), grid_(&book.sheets.back()) {}

    /// The row below the last header above this row, the columns of its table, 0 for no table, and its own. Rows are
    /// asked for in ascending order.
    void find(Torn& torn);

private:
    struct Look {
        std::uint32_t filled = 0;
        std::uint32_t end = 0; ///< one more than the last filled column
        bool has_number = false;
        bool is_nearly_full = false;
    };
    [[nodiscard]] Look look_at(std::uint32_t row) const;

    const bilan::Book* book_;
    const bilan::Grid* grid_;
    std::uint32_t next_ = 0; ///< the first row not looked at
    std::uint32_t first_ = 0;
    std::uint32_t width_ = 0;
    bool is_below_gap_ = true;
};

} // namespace csv_reader
