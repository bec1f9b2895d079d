// SPDX-License-Identifier: MPL-2.0
#include "torn_rows.hpp"

namespace csv_reader {
namespace {

/// Columns looked at of a row: more than those of any table that is sewn. One giant row makes the whole grid as wide.
constexpr std::uint32_t most_looked = 256;

} // namespace

void Headers::find(Torn& torn)
{
    for (; next_ < torn.row; ++next_) {
        const Look look = look_at(next_);
        const bool is_header = look.is_nearly_full && (width_ == 0 || (is_below_gap_ && !look.has_number));
        if (is_header) first_ = next_ + 1;
        if (is_header) width_ = look.end;
        const bool is_group_row = is_below_gap_ && !look.is_nearly_full && !look.has_number; // above a header
        is_below_gap_ = look.filled <= 1 || is_group_row;
    }
    const Look look = look_at(torn.row);
    torn.first = first_;
    torn.is_below_gap = is_below_gap_;
    torn.is_blank_beyond = look.end <= std::max(torn.width, width_);
    if (!torn.is_blank_beyond && look.end < most_looked) torn.fields = look.end;
    const bool is_header = is_below_gap_ && look.is_nearly_full && !look.has_number;
    torn.width = is_header || width_ < 2 ? 0 : std::max(torn.width, width_);
}

Headers::Look Headers::look_at(std::uint32_t row) const
{
    Look look;
    const std::uint32_t columns = std::min(grid_->columns(), most_looked);
    for (std::uint32_t column = 0; column < columns; ++column) {
        const bilan::Cell cell = grid_->at(row, column);
        if (cell.type() == bilan::CellType::empty) continue;
        ++look.filled;
        look.end = column + 1;
        look.has_number = look.has_number || (cell.type() == bilan::CellType::text && is_number(book_->text(cell)));
    }
    look.is_nearly_full = look.end > 1 && look.filled * 5 >= look.end * 4;
    return look;
}

} // namespace csv_reader
