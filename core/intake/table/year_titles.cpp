// SPDX-License-Identifier: MPL-2.0
#include "intake/table/year_titles.hpp"

#include "base/text.hpp"
#include "intake/table/period_words.hpp"

#include <algorithm>
#include <utility>

namespace bilan::intake {

namespace {

bool is_year_title(const SheetView& view, const Block& block, std::uint32_t row)
{
    const Line& line = block.line(row);
    return line.filled == 1 && is_title_of_year(base::fold(view.label(row, line.first)));
}

bool repeats_header(const SheetView& view, const Block& block, std::uint32_t row)
{
    const Line& line = block.line(row);
    const std::uint32_t header = block.header.labels.back();
    if (line.texts < 2) return false;
    for (std::uint32_t column = line.first; column <= line.last; ++column)
        if (base::fold(view.label(row, column)) != base::fold(view.label(header, column))) return false;
    return true;
}

/// The next row with something in it, but for the header once more, holds several cells and a number: a record, and
/// neither a total nor a remark.
bool stands_above_records(const SheetView& view, const Block& block, std::uint32_t row)
{
    for (std::uint32_t next = row + 1; next <= block.last_row; ++next) {
        const Line& line = block.line(next);
        if (line.filled == 0 || repeats_header(view, block, next)) continue;
        const Word word = view.word(next, line.first);
        const bool is_record = word == Word::plain || word == Word::number || word == Word::total_phrase;
        return is_record && line.filled >= 2 && line.numbers > 0;
    }
    return false;
}

/// The part of the block from below the title on; what other years were titled with holds no longer.
Block part_below(const SheetView& view, const Block& block, std::uint32_t title, std::uint32_t last)
{
    Block part = block;
    std::erase_if(part.titles, [&](std::uint32_t row) { return is_year_title(view, block, row); });
    part.titles.push_back(title);
    part.first_row = title + 1;
    part.last_row = last;
    return part;
}

void cut(const SheetView& view, Block block, std::vector<Block>& out)
{
    std::vector<std::uint32_t> titles;
    for (std::uint32_t row = block.first_row; row <= block.last_row; ++row)
        if (is_year_title(view, block, row) && stands_above_records(view, block, row)) titles.push_back(row);
    if (titles.empty()) {
        out.push_back(std::move(block));
        return;
    }
    const Block whole = block;
    block.last_row = titles.front() - 1;
    const auto has_records = [&] {
        for (std::uint32_t row = block.first_row; row <= block.last_row; ++row)
            if (block.line(row).filled > 0) return true;
        return false;
    };
    const bool is_first_kept = titles.front() > block.first_row && has_records();
    if (is_first_kept) out.push_back(std::move(block));
    for (std::size_t at = 0; at < titles.size(); ++at) {
        const std::uint32_t last = at + 1 < titles.size() ? titles[at + 1] - 1 : whole.last_row;
        out.push_back(part_below(view, whole, titles[at], last));
        out.back().goes_on = is_first_kept || at > 0;
    }
}

} // namespace

std::vector<Block> cut_at_years(const SheetView& view, std::vector<Block> blocks)
{
    std::vector<Block> out;
    for (Block& block : blocks) {
        if (block.has_header())
            cut(view, std::move(block), out);
        else
            out.push_back(std::move(block));
    }
    return out;
}

} // namespace bilan::intake
