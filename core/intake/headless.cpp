// SPDX-License-Identifier: MPL-2.0
#include "intake/headless.hpp"

#include "base/text.hpp"

namespace bilan::intake {

std::uint32_t rows_of_crosses(const SheetView& view, const Block& block)
{
    std::uint32_t rows = 0;
    for (std::uint32_t row = block.first_row; row <= block.last_row && row < view.rows(); ++row) {
        const Line& line = block.line(row);
        std::uint32_t crosses = 0;
        for (std::uint32_t column = line.first + 1; line.filled > 1 && column <= line.last; ++column)
            if (base::fold(view.label(row, column)) == "x") ++crosses;
        if (crosses > 0 && crosses + 1 == line.filled) ++rows;
    }
    return rows;
}

void say_headless(const TakeIn& take_in, const SheetView& view, const Block& block)
{
    std::uint32_t rows = 0;
    std::uint32_t first = block.last_row;
    for (std::uint32_t row = block.first_row; row <= block.last_row && row < view.rows(); ++row) {
        if (block.line(row).filled == 0) continue;
        if (rows++ == 0) first = row;
    }
    constexpr std::uint32_t fewest = 3; // a label and two cells
    if (rows >= fewest)
        take_in.say("BIL-547", data::Severity::alert, take_in.place(view, first, block.line(first).first),
                    Done::set_aside, {"BIL-547", {}});
}

bool looks_like_records(const SheetView& view, const Block& block)
{
    std::uint32_t rows = 0;
    for (std::uint32_t row = block.first_row; row <= block.last_row && row < view.rows(); ++row)
        if (block.line(row).filled >= 3 && block.line(row).numbers > 0) ++rows;
    return rows >= 2;
}

} // namespace bilan::intake
