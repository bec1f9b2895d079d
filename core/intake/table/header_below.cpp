// SPDX-License-Identifier: MPL-2.0
//
// What the cells of a row and those below it say of its being a header.
#include "intake/table/header_rows.hpp"

#include "base/text.hpp"
#include "intake/value/boolean_reader.hpp"

namespace bilan::intake {

/// Columns that hold a text here and numbers in the rows below; a `NC` is no text of a header.
std::uint32_t HeaderScout::contrast(const Strip& strip, std::uint32_t row) const
{
    constexpr std::uint32_t looked_at = 6;
    const Line& line = strip.lines[row];
    std::uint32_t found = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view_->is_filled(row, column) || says_unknown(row, column)) continue;
        std::uint32_t seen = 0;
        for (std::uint32_t below = row + 1; below < strip.lines.size() && seen < looked_at; ++below) {
            if (strip.lines[below].filled == 0) continue;
            ++seen;
            if (!view_->is_number(below, column)) continue;
            ++found;
            break;
        }
    }
    return found;
}

/// Columns that hold a text here and nothing but crosses in the rows below.
std::uint32_t HeaderScout::over_crosses(const Strip& strip, std::uint32_t row) const
{
    constexpr std::uint32_t looked_at = 12;
    const auto is_cross = [&](std::uint32_t at, std::uint32_t column) {
        return boolean_of(base::fold(base::head(view_->label(at, column), 12))).has_value();
    };
    const Line& line = strip.lines[row];
    std::uint32_t found = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view_->is_text(row, column) || is_cross(row, column)) continue;
        std::uint32_t crosses = 0;
        std::uint32_t others = 0;
        for (std::uint32_t below = row + 1; below < strip.lines.size() && below <= row + looked_at; ++below)
            if (view_->is_filled(below, column)) ++(is_cross(below, column) ? crosses : others);
        if (crosses > 0 && others == 0) ++found;
    }
    return found;
}

bool HeaderScout::has_lone_year(const Strip& strip, std::uint32_t row) const
{
    std::uint32_t years = 0;
    const Line& line = strip.lines[row];
    for (std::uint32_t column = line.first; column <= line.last; ++column)
        if (view_->is_year(row, column)) ++years;
    return years == 1;
}

} // namespace bilan::intake
