// SPDX-License-Identifier: MPL-2.0
//
// Places the cells of one table: repeated rows and columns, spans, what is hidden, the limits of a sheet. Emptiness is
// never expanded, however often it is repeated. For one thread.
#pragma once

#include "ods_reader/cell_builder.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace bilan::ods {

struct RowFacts {
    std::uint64_t repeat = 1;
    std::uint32_t style = 0; ///< of cells that have none; 0 leaves it to their column
    bool is_hidden = false;
};

/// What a cell says about its place.
struct Placing {
    std::uint64_t repeat = 1;
    std::uint32_t columns_spanned = 1;
    std::uint32_t rows_spanned = 1;
    bool is_covered = false; ///< by the span of another cell
};

class TableBuilder {
public:
    explicit TableBuilder(CellBuilder& cells) : cells_(cells), limits_(cells.guard().limits()) {}

    /// Columns next to those before, with the style of their cells that have none.
    void add_columns(std::uint64_t repeat, std::uint32_t style, bool is_hidden);

    void start_row(const RowFacts& row);
    void end_row();
    /// Style of the next cell if it has none itself.
    [[nodiscard]] std::uint32_t default_style() const
    {
        if (row_facts_.style != 0) return row_facts_.style;
        return next_column_ < column_styles_.size() ? column_styles_[next_column_] : 0;
    }
    /// The next cell, or several alike. `cell.at` is filled in here.
    void put(CellInput& cell, const Placing& placing);
    /// Cells without anything.
    void skip(std::uint64_t count) { next_column_ = std::min(next_column_ + count, beyond); }
    /// One plain cell: `place` puts it at the position it is given. False when there is no place for it left.
    template <typename Place>
    [[nodiscard]] bool put_one(Place place)
    {
        if (next_column_ >= limits_.columns || next_row_ + row_facts_.repeat > limits_.rows) return false;
        const auto column = static_cast<std::uint32_t>(next_column_);
        if (!place(CellPosition{static_cast<std::uint32_t>(next_row_), column})) return false;
        note_filled(column, 1);
        ++next_column_;
        return true;
    }

    /// After the last row.
    void finish();

    [[nodiscard]] CellBuilder& cells() { return cells_; }

private:
    static constexpr std::uint64_t beyond = std::uint64_t{1} << 40U; ///< a column or row that no sheet has

    struct Filled {
        std::uint32_t column;
        std::uint32_t count;
    };
    struct Merge {
        std::uint64_t column;
        std::uint64_t repeat;
        std::uint32_t columns;
        std::uint32_t rows;
    };
    /// Merges of rows without a value wait until it is known which rows the sheet uses.
    struct Waiting {
        std::uint64_t first_row;
        std::uint64_t rows;
        Merge merge;
    };

    void note_filled(std::uint32_t column, std::uint32_t count)
    {
        is_filled_ = true;
        if (row_facts_.repeat > 1) filled_.push_back({column, count});
    }
    void fill(CellInput& cell, std::uint64_t repeat);
    void repeat_row();
    void place_merges();
    void add_merges(std::uint64_t first_row, std::uint64_t rows, const Merge& merge);
    void check_bounds(std::uint64_t columns) const;
    static void hide(std::vector<Span>& spans, std::uint64_t first, std::uint64_t count, std::uint32_t end);

    CellBuilder& cells_;
    const ReadLimits& limits_;
    std::vector<std::uint32_t> column_styles_;
    std::uint64_t columns_told_ = 0;
    std::uint64_t next_row_ = 0;
    std::uint64_t next_column_ = 0;
    RowFacts row_facts_;
    bool is_filled_ = false;     ///< the row at hand holds a value
    std::vector<Filled> filled_; ///< of a row that is to be repeated
    std::vector<Merge> merges_;  ///< of the row at hand
    std::vector<Waiting> waiting_;
};

} // namespace bilan::ods
