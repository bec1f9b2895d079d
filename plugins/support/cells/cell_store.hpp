// SPDX-License-Identifier: MPL-2.0
//
// Puts the cells of one sheet into its grid, whatever the format of the file: tags by style, date systems, limits, and
// a remark on what does not hold. For one thread.
#pragma once

#include "archive/read_guard.hpp"
#include "cells/remarks.hpp"
#include "cells/serial_date.hpp"
#include "cells/styles.hpp"

#include <bilan/grid.hpp>
#include <bilan/text_pool.hpp>

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bilan::cells {

/// The texts that cells name by number: text n of the file is text `first` + n of the pool.
struct SharedStrings {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

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

/// Where a cell stands and what is said about it beside its value.
struct CellSpot {
    CellPosition at;
    std::uint32_t style = 0;
    bool is_formula = false;
};

class CellStore {
public:
    CellStore(BookContext& book, Grid& grid, Remarks& remarks);

    /// The way of nearly all cells: a number under a known style.
    void put_number(CellPosition at, std::uint32_t style, double number)
    {
        if (style >= tags_.size()) return put_odd_number({at, style}, number);
        const CellTag tag = tags_[style];
        const bool is_plain = tag.type() == CellType::number || (tag.type() == CellType::date && is_usual_date(number));
        if (!is_plain) return put_odd_number({at, style}, number);
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
    /// A number or a date, by the style; the style may be unknown and the date none. A number that is shown with a unit
    /// which changes what it means is the text that people see: `60 %`, `1,5 k€`.
    void put_odd_number(const CellSpot& spot, double number);
    /// A number under an odd format (`is_odd_format`): a code is the text that people see; of the others it is said
    /// once that people see something else.
    void put_under(const CellSpot& spot, std::string_view format_code, double number);
    /// A text that has to find its number in the pool first.
    void put_text(const CellSpot& spot, std::string_view text);
    /// A text that is not looked for in the pool.
    void put_new_text(const CellSpot& spot, std::string_view text);
    /// A value whose bits are known.
    void put_bits(const CellSpot& spot, CellType type, std::uint64_t bits) { put_bits(spot, tag(spot, type), bits); }
    void put_bits(const CellSpot& spot, CellTag tag, std::uint64_t bits)
    {
        grid_.put(spot.at.row, spot.at.column, tag, bits);
        count();
    }
    /// A cell that points to a text that is not there: an error, and a remark with what was read.
    void put_lost_text(const CellSpot& spot, std::string number);

    [[nodiscard]] Grid& grid() { return grid_; }
    [[nodiscard]] Remarks& remarks() { return remarks_; }
    [[nodiscard]] const archive::ReadGuard& guard() const { return book_.guard; }

protected:
    [[nodiscard]] CellTag tag(const CellSpot& spot, CellType type) const;
    [[nodiscard]] BookContext& book() { return book_; }
    [[nodiscard]] const BookContext& book() const { return book_; }

private:
    void put_shown(const CellSpot& spot, double number, std::string_view unit);
    void put_dated(const CellSpot& spot, FormatClass format, double number);
    void check_text(std::string_view text) const;
    void put_stored_text(const CellSpot& spot, std::uint32_t id);
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

    BookContext& book_;
    Grid& grid_;
    Remarks& remarks_;
    std::span<const CellTag> tags_;
    std::uint64_t most_cells_;
    std::size_t most_bytes_ = 0;
};

/// The beginning of what was read, for a message.
[[nodiscard]] std::string excerpt(std::string_view text);

} // namespace bilan::cells
