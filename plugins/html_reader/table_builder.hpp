// SPDX-License-Identifier: MPL-2.0
//
// One table of a page on its way into a grid: where each cell stands once those that span rows and columns have taken
// their places. For one thread.
#pragma once

#include "cells/cell_store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::html {

/// In the order in which a browser shows them.
enum class RowGroup : std::uint8_t { head, body, foot };

class TableBuilder {
public:
    TableBuilder(cells::BookContext& book, Grid& grid, cells::Remarks& remarks);

    void begin_row(bool is_hidden);
    void end_row() { is_in_row_ = false; }
    /// The next rows are of this group. The first head of a table is shown above all, its first foot below.
    void begin_group(RowGroup group);
    /// The next columns are hidden, or not.
    void add_columns(std::string_view span, bool are_hidden);
    /// Takes the next free place, and those that it spans. A column in which every cell is hidden is hidden.
    [[nodiscard]] CellPosition begin_cell(std::string_view row_span, std::string_view column_span, bool is_hidden);
    /// Bounds what was announced by what came: merges and hidden rows end with the table. Puts the rows in the order in
    /// which they are shown; returns the place of each where that is another one, else nothing.
    [[nodiscard]] std::vector<std::uint32_t> finish();

    [[nodiscard]] cells::CellStore& cells() { return cells_; }
    [[nodiscard]] cells::Remarks& remarks() { return remarks_; }

private:
    [[nodiscard]] std::vector<std::uint32_t> shown_places() const;
    void order_rows(const std::vector<std::uint32_t>& places);
    [[nodiscard]] std::uint32_t span_of(std::string_view text, CellPosition at, std::uint32_t most);

    const archive::ReadGuard& guard_;
    Grid& grid_;
    cells::Remarks& remarks_;
    cells::CellStore cells_;
    struct Sightings {
        bool is_hidden = false;
        bool is_shown = false;
    };

    struct GroupStart {
        std::uint32_t row = 0;
        RowGroup group = RowGroup::body;
    };

    std::vector<GroupStart> groups_;       ///< ascending; rows before the first are of the body
    std::vector<Sightings> sightings_;     ///< of each column, the cells that stand in it alone
    std::vector<std::uint32_t> free_from_; ///< of each column, the first row that nothing from above spans
    std::uint32_t rows_ = 0;               ///< begun so far
    std::uint32_t next_column_ = 0;
    std::uint32_t styled_columns_ = 0;
    bool is_in_row_ = false;
};

} // namespace bilan::html
