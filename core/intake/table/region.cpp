// SPDX-License-Identifier: MPL-2.0
#include "intake/table/region.hpp"

#include "base/text.hpp"
#include "intake/shape/captions.hpp"
#include "intake/shape/group_name.hpp"
#include "intake/table/going_on.hpp"
#include "intake/table/period_words.hpp"
#include "intake/table/same_labels.hpp"
#include "intake/table/side_by_side.hpp"
#include "intake/table/technical_rows.hpp"
#include "intake/table/whole_words.hpp"
#include "intake/table/year_titles.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace bilan::intake {

namespace {

class StripReader {
public:
    StripReader(const SheetView& view, HeaderScout& scout, Strip strip)
        : view_(&view), scout_(&scout), strip_(std::move(strip))
    {
    }

    /// Once: the strip goes to the blocks.
    std::vector<Block> read(Stretch rows)
    {
        std::vector<Block> blocks;
        std::uint32_t from = rows.first;
        while (from <= rows.last) {
            const std::optional<std::uint32_t> found = find_header(strip_, *scout_, {from, rows.last});
            if (!found) break;
            Block block = block_at(*found, from);
            const std::uint32_t end = end_of(block, rows.last);
            block.last_row = last_filled(block.first_row, end);
            from = end;
            blocks.push_back(std::move(block));
        }
        if (blocks.empty()) put_headless(rows, blocks);
        const auto strip = std::make_shared<const Strip>(std::move(strip_));
        for (Block& block : blocks) block.strip = strip;
        return blocks;
    }

private:
    Block block_at(std::uint32_t row, std::uint32_t top) const
    {
        Block block;
        block.first_column = strip_.first_column;
        block.last_column = strip_.last_column;
        block.header = scout_->grow(strip_, row, top);
        for (std::uint32_t above = top; above < block.header.first(); ++above)
            if (strip_.lines[above].filled > 0) block.titles.push_back(above);
        block.first_row = block.header.last() + 1;
        return block;
    }

    /// One more than the last row that belongs to the block: the titles of the next one begin there.
    std::uint32_t end_of(const Block& block, std::uint32_t last) const
    {
        bool after_gap = false; // a blank row, or a text alone: the title of what follows
        bool had_numbers = false;
        std::uint32_t last_column = strip_.lines[block.header.labels.back()].last;
        for (std::uint32_t row = block.first_row; row <= last; ++row) {
            const Line& line = strip_.lines[row];
            if (line.filled == 0) {
                after_gap = true;
                continue;
            }
            const bool is_wider = line.last > last_column; // than every row of the table so far
            const bool stands_out = after_gap || is_wider || (had_numbers && line.numbers < line.texts);
            if (stands_out && line.filled >= 2 && begins_another(block, row)) return first_title(block, row);
            had_numbers = had_numbers || line.numbers > 0;
            last_column = std::max(last_column, line.last);
            after_gap = line.filled == 1 && line.texts == 1;
        }
        return last + 1;
    }

    /// « 3,5 K€ », « EUR 3 000,00 »: no header is called so.
    bool holds_amount(std::uint32_t row) const
    {
        const Line& line = strip_.lines[row];
        for (std::uint32_t column = line.first; column <= line.last; ++column)
            if (view_->is_text(row, column) && is_amount_in_words(view_->label(row, column)) &&
                !names_a_year(base::fold(view_->label(row, column)))) // « 2025 (€) » is a header
                return true;
        return false;
    }

    bool begins_another(const Block& block, std::uint32_t row) const
    {
        const Line& line = strip_.lines[row];
        if (repeats_header(block, row)) return is_titled_apart(block, row) || repeats_only_groups(block, row);
        if (!scout_->is_all_words(strip_, row) || holds_amount(row) ||
            goes_on_with_records(*view_, strip_, block.first_row, row))
            return false;
        if (repeats_first_label(block, row)) return true;
        const std::uint32_t known = scout_->known_in(strip_, row);
        const bool is_doubtful = scout_->has_lone_year(strip_, row);
        if (known >= 2 && (is_doubtful ? known * 2 > line.filled : known * 2 >= line.filled))
            return !scout_->knows_only_spans(strip_, row);
        // The groups of a header of two rows: the labels stand in the next row.
        if (row + 1 < strip_.lines.size() && scout_->goes_on_above(strip_, row, row + 1)) return false;
        if (row + 1 >= strip_.lines.size() || strip_.lines[row + 1].filled < 3 || repeats_header(block, row + 1))
            return false;
        const std::uint32_t below = scout_->known_in(strip_, row + 1);
        return below >= 3 && below * 2 >= strip_.lines[row + 1].filled && scout_->is_all_words(strip_, row + 1);
    }

    /// The same labels in the same columns, all of them: a header that differs in one belongs to another table.
    bool repeats_header(const Block& block, std::uint32_t row) const
    {
        const Line& line = strip_.lines[row];
        for (std::uint32_t column = line.first; column <= line.last; ++column) {
            const std::string label = base::fold(view_->label(row, column));
            const bool is_same =
                label.empty() ||
                std::any_of(block.header.labels.begin(), block.header.labels.end(),
                            [&](std::uint32_t header) { return base::fold(view_->label(header, column)) == label; });
            if (!is_same) return false;
        }
        return true;
    }

    /// The groups of the header once more, and below them labels that differ from its own in a word: they head the next
    /// table, which has the same groups.
    bool repeats_only_groups(const Block& block, std::uint32_t row) const
    {
        if (block.header.labels.size() < 2 || row + 1 >= strip_.lines.size()) return false;
        const std::uint32_t labels = block.header.labels.back();
        const Line& line = strip_.lines[row];
        bool has_group = false; // « Appui » may be a group and the label below it
        for (std::uint32_t column = line.first; column <= line.last; ++column) {
            const std::string label = base::fold(view_->label(row, column));
            has_group = has_group || (!label.empty() && base::fold(view_->label(labels, column)) != label);
        }
        return has_group && strip_.lines[row + 1].filled >= 2 && !repeats_header(block, row + 1) &&
               begins_another(block, row + 1);
    }

    /// « Lieu | Ordinateurs | Tablettes » below a table of « Lieu | Usagers | Femmes »: no record is called by the name
    /// of its column.
    bool repeats_first_label(const Block& block, std::uint32_t row) const
    {
        const Line& line = strip_.lines[row];
        const std::string label = base::fold(view_->label(row, line.first));
        const bool goes_on = row + 1 < strip_.lines.size() && strip_.lines[row + 1].filled >= 2;
        return goes_on && !label.empty() &&
               std::any_of(block.header.labels.begin(), block.header.labels.end(),
                           [&](std::uint32_t header) { return base::fold(view_->label(header, line.first)) == label; });
    }

    /// The same header again below « Bilan 2025 » or « Action : Permis de réussir »: the table of another year, of
    /// another action.
    bool is_titled_apart(const Block& block, std::uint32_t header) const
    {
        for (std::uint32_t row = first_title(block, header); row < header; ++row) {
            if (strip_.lines[row].filled != 1) continue;
            const std::string title = view_->label(row, strip_.lines[row].first);
            const std::string folded = base::fold(title);
            // « Quartier : Nord » gives its rows what it says without that.
            if (names_a_year(folded) || (!caption_of(title).label.empty() && !opens_group(folded))) return true;
        }
        return false;
    }

    std::uint32_t first_title(const Block& block, std::uint32_t header) const
    {
        std::uint32_t first = header;
        for (std::uint32_t row = header; row > block.first_row; --row) {
            const Line& above = strip_.lines[row - 1];
            if (above.filled == 0) continue;
            const Word word = view_->word(row - 1, above.first);
            const bool is_title =
                above.filled == 1 && above.texts == 1 && (word == Word::plain || word == Word::total_phrase);
            // « (deuxième semestre) » goes on with the record above it, and titles nothing.
            if (!is_title || view_->label(row - 1, above.first).starts_with('(') || hangs_on(block, row - 1)) break;
            first = row - 1;
        }
        return first;
    }

    /// A text right below a record, not in its first column and with a gap below: the record goes on, nothing begins.
    bool hangs_on(const Block& block, std::uint32_t row) const
    {
        if (row <= block.first_row || strip_.lines[row + 1].filled > 0) return false;
        const Line& above = strip_.lines[row - 1];
        return above.filled >= 2 && strip_.lines[row].first > above.first;
    }

    std::uint32_t last_filled(std::uint32_t first, std::uint32_t end) const
    {
        std::uint32_t row = end;
        while (row > first && strip_.lines[row - 1].filled == 0) --row;
        return row == 0 ? 0 : row - 1;
    }

    void put_headless(Stretch rows, std::vector<Block>& blocks) const
    {
        Block block;
        block.first_column = strip_.first_column;
        block.last_column = strip_.last_column;
        block.first_row = rows.first;
        while (block.first_row < rows.last && strip_.lines[block.first_row].filled == 0) ++block.first_row;
        block.last_row = last_filled(block.first_row, rows.last + 1);
        blocks.push_back(std::move(block));
    }

    const SheetView* view_;
    HeaderScout* scout_;
    Strip strip_;
};

void cut_further(const SheetView& view, HeaderScout& scout, Block block, std::vector<Block>& out)
{
    const Stretch rows{block.has_header() ? block.header.first() : block.first_row,
                       std::max(block.last_row, block.first_row)};
    const Stretch inside{rows.first, std::min(rows.last, view.rows() - 1)};
    const std::vector<Stretch> parts = side_by_side(view, scout, *block.strip, inside);
    if (parts.size() < 2) {
        block.perhaps_list = parts.front().perhaps_list;
        out.push_back(std::move(block));
        return;
    }
    for (const Stretch& part : parts) {
        StripReader reader(view, scout, strip_of(view, part.first, part.last));
        for (Block& piece : reader.read(inside)) {
            piece.titles.insert(piece.titles.begin(), block.titles.begin(), block.titles.end());
            piece.is_list = part.is_list;
            piece.perhaps_list = part.perhaps_list;
            out.push_back(std::move(piece));
        }
    }
}

/// The block, or the tables that its labels part it into.
void put(const SheetView& view, HeaderScout& scout, Block block, std::vector<Block>& out)
{
    const std::vector<Stretch> tables = tables_of_labels(view, block);
    std::vector<Block> pieces;
    for (const Stretch& table : tables) {
        if (tables.size() < 2) break;
        StripReader reader(view, scout, strip_of(view, table.first, table.last));
        for (Block& piece : reader.read({block.header.first(), block.last_row})) {
            piece.titles.insert(piece.titles.begin(), block.titles.begin(), block.titles.end());
            pieces.push_back(std::move(piece));
        }
    }
    const bool are_tables = !pieces.empty() && std::ranges::all_of(pieces, &Block::has_header);
    if (!are_tables) return out.push_back(std::move(block));
    std::ranges::move(pieces, std::back_inserter(out));
}

} // namespace

std::vector<Block> find_blocks(const SheetView& view, HeaderScout& scout)
{
    std::vector<Block> blocks;
    if (view.rows() == 0) return blocks;
    const Stretch rows{0, view.rows() - 1};
    const Strip whole = strip_of(view, 0, view.columns() - 1);
    const std::vector<Stretch> parts = side_by_side(view, scout, whole, rows);
    for (const Stretch& part : parts) {
        StripReader reader(view, scout, parts.size() == 1 ? whole : strip_of(view, part.first, part.last));
        for (Block& block : reader.read(rows)) {
            block.is_list = part.is_list;
            block.perhaps_list = part.perhaps_list;
            if (parts.size() == 1 && block.has_header())
                cut_further(view, scout, std::move(block), blocks);
            else
                blocks.push_back(std::move(block));
        }
    }
    std::vector<Block> tables;
    for (Block& block : blocks) put(view, scout, std::move(block), tables);
    blocks = cut_at_years(view, std::move(tables));
    borrow_labels(view, scout, blocks);
    for (Block& block : blocks)
        if (block.has_header() && block.first_row <= block.last_row)
            block.technical = technical_among(view, block.strip->lines, {block.first_row, block.last_row});
    return blocks;
}

} // namespace bilan::intake
