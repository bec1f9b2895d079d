// SPDX-License-Identifier: MPL-2.0
//
// The sheet that is being read: where each row and cell stands, what is hidden, merged, and in which style. For one
// thread.
#pragma once

#include "cells/cell_store.hpp"
#include "spreadsheetml_reader/style_list.hpp"
#include "xml/handler.hpp"

#include <bilan/book.hpp>

#include <optional>
#include <string>
#include <vector>

namespace bilan::spreadsheetml {

class SheetTable {
public:
    SheetTable(cells::BookContext& context, const StyleList& styles, Grid& grid);

    void begin_table(xml::Attributes attributes);
    void add_columns(xml::Attributes attributes);
    void begin_row(xml::Attributes attributes);
    void begin_cell(xml::Attributes attributes);
    /// The value of the cell at hand, with the word of its type.
    void set_value(std::string_view type, std::string_view text);
    void end_cell();
    void set_visibility(std::string_view word);
    /// After all rows: gives the remarks to the book.
    void finish(Book& book);

private:
    void hide(std::vector<Span>& hidden, Span span);
    [[nodiscard]] bool find_place(xml::Attributes attributes, std::uint32_t most, std::string_view limit,
                                  std::uint32_t& next);
    [[nodiscard]] std::optional<std::uint32_t> style_in(xml::Attributes attributes, CellPosition at);
    void add_merge(std::uint32_t columns, std::uint32_t rows);

    cells::BookContext& context_;
    const StyleList& styles_;
    Grid& grid_;
    cells::Remarks remarks_;
    cells::CellStore cells_;
    std::vector<std::optional<std::uint32_t>> column_styles_;
    std::uint32_t table_style_ = 0;
    std::optional<std::uint32_t> row_style_;
    std::uint32_t next_column_told_ = 0;
    std::uint32_t next_row_ = 0;
    std::uint32_t next_column_ = 0;
    std::uint32_t row_ = 0;
    bool is_row_placed_ = false;
    bool is_placed_ = false; ///< the cell at hand has a place
    bool has_value_ = false;
    std::uint32_t spanned_ = 0; ///< columns that the cell at hand takes beside its own
    cells::CellSpot spot_;
};

} // namespace bilan::spreadsheetml
