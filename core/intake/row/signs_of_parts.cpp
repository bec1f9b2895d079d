// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "intake/row/adding_up.hpp"
#include "intake/row/signs.hpp"
#include "intake/table/period_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::intake {

/// The first text of the row, and those of the columns that name a record.
std::vector<std::uint32_t> RowSigns::labels_of(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    std::vector<std::uint32_t> labels;
    for (std::uint32_t column = line.first; line.filled > 0 && column <= line.last; ++column)
        if (input_->view->is_text(row, column) && (labels.empty() || is_named(column))) labels.push_back(column);
    return labels;
}

std::optional<std::uint32_t> RowSigns::part_label(std::uint32_t row, std::uint32_t above) const
{
    if (input_->block->line(row).numbers == 0) return std::nullopt;
    for (const std::uint32_t label : labels_of(row)) {
        if (!base::fold(input_->view->label(row, label)).starts_with("dont ")) continue;
        const bool is_within = std::ranges::all_of(*input_->headers, [&](const HeaderColumn& header) {
            const std::optional<double> part = number_at(*input_->view, row, header.column);
            const std::optional<double> whole = number_at(*input_->view, above, header.column);
            return !part || *part == 0 || (whole && *part <= *whole);
        });
        if (is_within) return label;
    }
    return std::nullopt;
}

bool RowSigns::says_part(std::uint32_t row) const
{
    return input_->block->line(row).numbers > 0 && std::ranges::any_of(labels_of(row), [&](std::uint32_t label) {
               return base::fold(input_->view->label(row, label)).starts_with("dont ");
           });
}

std::optional<std::uint32_t> RowSigns::share_label(std::uint32_t row) const
{
    constexpr std::array<std::string_view, 8> words{
        "%", "en %", "soit en %", "pourcentage", "pourcentages", "part en %", "part (%)", "en pourcentage"};
    const Line& line = input_->block->line(row);
    std::optional<std::uint32_t> label;
    std::uint32_t shares = 0;
    for (std::uint32_t column = line.first; line.filled > 0 && column <= line.last; ++column) {
        const Cell cell = input_->view->at(row, column);
        if (!input_->view->is_filled(cell)) continue;
        const std::string folded = base::fold(input_->view->label(row, column));
        const bool says_share = std::ranges::find(words, folded) != words.end();
        const bool is_text_share = cell.type() == CellType::text && folded.ends_with('%') && plain_number(folded);
        const bool is_share = cell.type() == CellType::number && cell.tag.format() == FormatClass::percent;
        const bool is_filler = cell.type() == CellType::text && input_->view->word(row, column) == Word::filler;
        if (says_share && !label && shares == 0)
            label = column;
        else if (is_text_share || is_share)
            ++shares;
        else if (!is_filler && !(label && cell.type() == CellType::number))
            return std::nullopt;
    }
    if (shares == 0 && !(label && line.filled > 1)) return std::nullopt;
    return label ? label : line.first;
}

std::optional<std::uint32_t> RowSigns::other_period_label(std::uint32_t row, bool is_below_total) const
{
    if (input_->block->line(row).numbers == 0) return std::nullopt;
    for (const std::uint32_t label : labels_of(row)) {
        const std::string folded = base::fold(input_->view->label(row, label));
        if (is_of_another_period(folded)) return label;
        if (!is_below_total || !recalls(folded)) continue;
        if (recalls_without_year(folded) || other_texts(row, label) == 0) return label;
    }
    return std::nullopt;
}

} // namespace bilan::intake
