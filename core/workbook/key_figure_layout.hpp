// SPDX-License-Identifier: MPL-2.0
//
// Key figures on a page: cards in a grid, or lines of a list where tables rule the columns. One thread.
#pragma once

#include "workbook/document.hpp"
#include "workbook/layout.hpp"
#include "workbook/sheet_builder.hpp"
#include "workbook/style_book.hpp"

#include <cstdint>
#include <vector>

namespace bilan::workbook {

/// The columns of a page of cards: card, gap, card, gap, card…
struct CardGrid {
    std::uint32_t cards = 4; ///< in a row
    double pixels = 1036;    ///< across: a landscape page at 100 %

    [[nodiscard]] std::uint32_t column_of(std::size_t card) const
    {
        return static_cast<std::uint32_t>(card % cards) * 2;
    }
    [[nodiscard]] std::uint32_t last_column() const { return (cards - 1) * 2; }
    /// Makes the columns.
    void widen(SheetBuilder& sheet) const;
};

/// The grid in which so many figures look even: rows of three or of four. A single page of several rows with charts
/// below them is higher than paper is wide and printed smaller: its grid is wider by as much, and the paper is full.
[[nodiscard]] CardGrid card_grid(std::size_t figures, bool is_full_page);

/// Both write from `row` on, add what they placed to `placed` (without page and sheet) and return the first free row.
std::uint32_t write_cards(const KeyFigures& block, CardGrid grid, StyleBook& styles, SheetBuilder& sheet,
                          std::uint32_t row, std::vector<PlacedFigure>& placed);
std::uint32_t write_list(const KeyFigures& block, StyleBook& styles, SheetBuilder& sheet, std::uint32_t row,
                         std::vector<PlacedFigure>& placed);

} // namespace bilan::workbook
