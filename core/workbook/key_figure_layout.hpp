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

    [[nodiscard]] std::uint32_t column_of(std::size_t card) const
    {
        return static_cast<std::uint32_t>(card % cards) * 2;
    }
    /// Makes the columns; all grids are as wide as a landscape page.
    void widen(SheetBuilder& sheet) const;
};

/// The grid in which so many figures look even: rows of three or of four.
[[nodiscard]] CardGrid card_grid(std::size_t figures);

/// Both write from `row` on, add what they placed to `placed` (without page and sheet) and return the first free row.
std::uint32_t write_cards(const KeyFigures& block, CardGrid grid, StyleBook& styles, SheetBuilder& sheet,
                          std::uint32_t row, std::vector<PlacedFigure>& placed);
std::uint32_t write_list(const KeyFigures& block, StyleBook& styles, SheetBuilder& sheet, std::uint32_t row,
                         std::vector<PlacedFigure>& placed);

} // namespace bilan::workbook
