// SPDX-License-Identifier: MPL-2.0
//
// Whether a row with numbers is called like a group of rows.
#include "base/text.hpp"
#include "intake/header/quarters.hpp"
#include "intake/row/signs.hpp"
#include "intake/row/title_field.hpp"
#include "intake/shape/group_name.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

/// « I », « 2. », « Axe 3 »: numbers a group, and says nothing else.
bool is_mark(std::string_view folded)
{
    for (const std::string_view word : {"axe ", "pilier ", "volet ", "theme ", "priorite ", "objectif "})
        if (folded.starts_with(word)) folded.remove_prefix(word.size());
    constexpr std::size_t longest = 4;
    const std::size_t end = std::min(folded.find_first_not_of(letters_of_numbering), folded.size());
    return end > 0 && end <= longest && folded.find_first_not_of(" .)-:", end) == std::string_view::npos;
}

} // namespace

bool RowSigns::may_name_group(std::uint32_t row, std::uint32_t column) const
{
    const Cell cell = input_->view->at(row, column);
    return cell.type() == CellType::text && group_openings_.may_begin(input_->view->book().text(cell));
}

bool RowSigns::names_group(std::uint32_t row, std::uint32_t column) const
{
    const std::string label = input_->view->label(row, column);
    const std::string folded = base::fold(without_count_of_rows(label));
    return is_numbered_group(folded) || has_code_in_brackets(label) ||
           is_quarter_code(std::string_view(label).substr(0, label.find(' ')));
}

std::optional<std::uint32_t> RowSigns::numbered_title(std::uint32_t row) const
{
    constexpr std::uint32_t fewest_of_record = 3;
    const Block& block = *input_->block;
    const Line& line = block.line(row);
    if (line.filled != 2 || line.texts == 0 || (line.texts == 1 && line.first_text == line.first)) return std::nullopt;
    if (line.texts == 2 && !is_mark(base::fold(input_->view->label(row, line.first)))) return std::nullopt;
    if (!may_name_group(row, line.last) || !names_group(row, line.last)) return std::nullopt;
    std::uint32_t next = row + 1;
    while (next <= block.last_row && block.line(next).filled == 0) ++next;
    const bool is_above_records = next <= block.last_row && block.line(next).filled >= fewest_of_record;
    return is_above_records ? std::optional(line.last) : std::nullopt;
}

std::optional<std::uint32_t> RowSigns::only_label(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    std::optional<std::uint32_t> label;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!input_->view->is_text(row, column) || input_->view->word(row, column) == Word::filler) continue;
        if (order_column_ && column == *order_column_ && is_line_mark(row, column)) continue;
        const std::string text = input_->view->label(row, column);
        if (looks(text) != Looks::text) continue; // « 3 500 € », « néant »
        const std::string folded = base::fold(text);
        if (is_mark(folded) || (label && counts_rows(text))) continue;
        if (label) return std::nullopt;
        label = column;
    }
    return label;
}

} // namespace bilan::intake
