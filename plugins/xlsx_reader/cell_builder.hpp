// SPDX-License-Identifier: MPL-2.0
//
// Gives the cells of one sheet their meaning and puts them into its grid: types, date systems, formats, damage. Both
// ways of reading a sheet end here, so that they cannot differ in it. For one thread.
#pragma once

#include "archive/read_guard.hpp"
#include "xlsx_reader/remarks.hpp"
#include "xlsx_reader/serial_date.hpp"
#include "xlsx_reader/shared_strings.hpp"
#include "xlsx_reader/styles_part.hpp"

#include <bilan/grid.hpp>
#include <bilan/text_pool.hpp>

#include <optional>
#include <string_view>

namespace bilan::xlsx {

/// What the sheets of one file share.
struct BookContext {
    const archive::ReadGuard& guard;
    TextPool& texts;
    const Styles& styles;
    SharedStrings shared;
    bool is_1904 = false;
    std::uint64_t cells = 0;        ///< filled cells so far
    std::size_t finished_bytes = 0; ///< grids of the sheets before
};

/// A cell as the XML says it, entities and escapes of texts resolved, nothing interpreted.
struct CellInput {
    CellPosition at;
    std::uint32_t style = 0;
    std::string_view type; ///< as written; empty is a number
    std::optional<std::string_view> value;
    std::optional<std::string_view> inline_text;
    bool is_formula = false;
};

class CellBuilder {
public:
    CellBuilder(BookContext& book, Grid& grid, Remarks& remarks);

    /// The way of nearly all cells: a number under a known style.
    void put_number(CellPosition at, std::uint32_t style, double number)
    {
        if (style >= tags_.size()) return put_odd_number(at, style, number, false);
        const CellTag tag = tags_[style];
        if (tag.type() == CellType::date && !is_usual_date(number)) return put_odd_number(at, style, number, false);
        grid_.put_number(at.row, at.column, number, tag);
        count();
    }
    /// A shared string under a known style. False when either index is out of range: nothing is stored then.
    [[nodiscard]] bool put_shared(CellPosition at, std::uint32_t style, std::uint32_t index)
    {
        if (index >= book_.shared.count || style >= tags_.size()) return false;
        const CellTag tag = Styles::with_type(tags_[style], CellType::text, false);
        grid_.put_text(at.row, at.column, book_.shared.first + index, tag);
        count();
        return true;
    }
    /// Any cell.
    void put(const CellInput& cell);
    void hide_row(std::uint32_t row);

    [[nodiscard]] Grid& grid() { return grid_; }
    [[nodiscard]] Remarks& remarks() { return remarks_; }
    [[nodiscard]] const archive::ReadGuard& guard() const { return book_.guard; }

    /// What was put since a mark can be put again without being counted or remarked upon twice.
    struct Mark {
        Remarks::Mark remarks;
        std::uint64_t cells = 0;
    };
    [[nodiscard]] Mark mark() const { return {remarks_.mark(), book_.cells}; }
    void rewind(const Mark& mark);

private:
    void count()
    {
        if (++book_.cells > most_cells_ || grid_.bytes() > most_bytes_) refuse_size();
    }
    [[noreturn]] void refuse_size() const;
    /// A serial number that is the same in bilan's system as in the file's.
    [[nodiscard]] bool is_usual_date(double serial) const
    {
        return !book_.is_1904 && serial >= first_usual_serial && serial < end_of_serials;
    }
    void put_odd_number(CellPosition at, std::uint32_t style, double number, bool is_formula);
    void put_number_text(const CellInput& cell);
    void put_shared_text(const CellInput& cell);
    void put_text(const CellInput& cell, std::string_view text);
    void put_boolean(const CellInput& cell);
    void put_error(const CellInput& cell);
    void put_iso_date(const CellInput& cell);
    void put_bits(const CellInput& cell, CellTag tag, std::uint64_t bits);
    [[nodiscard]] CellTag tag(const CellInput& cell, CellType type) const;

    BookContext& book_;
    Grid& grid_;
    Remarks& remarks_;
    std::span<const CellTag> tags_;
    std::uint64_t most_cells_;
    std::size_t most_bytes_ = 0;
};

} // namespace bilan::xlsx
