// SPDX-License-Identifier: MPL-2.0
#include "intake/row/said_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <limits>

namespace bilan::intake {

namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

} // namespace

SaidWords::SaidWords(const RowInput& input) : view_(input.view), of_texts_(input.view->book().texts.size(), unseen)
{
    words_.emplace(std::string(), nothing);
    for (const CellRange& merge : view_->merges())
        for (std::uint32_t row = merge.first_row + 1; row <= std::min(merge.last_row, input.block->last_row); ++row)
            tops_[{row, merge.first_column}] = merge.first_row;
}

std::uint32_t SaidWords::at(std::uint32_t row, std::uint32_t column)
{
    if (!tops_.empty())
        if (const auto top = tops_.find({row, column}); top != tops_.end()) row = top->second;
    const Cell cell = view_->at(row, column);
    if (cell.type() == CellType::text) {
        std::uint32_t& said = of_texts_[cell.text()];
        if (said == unseen) said = of_label(row, column);
        return said;
    }
    if (cell.type() != CellType::number) return nothing;
    const auto [said, is_new] = of_numbers_.try_emplace(cell.bits, nothing);
    if (is_new) said->second = of_label(row, column);
    return said->second;
}

std::uint32_t SaidWords::of_label(std::uint32_t row, std::uint32_t column)
{
    const auto next = static_cast<std::uint32_t>(words_.size());
    return words_.try_emplace(base::fold(view_->label(row, column)), next).first->second;
}

bool SaidWords::says_something(std::uint32_t row, std::uint32_t column)
{
    return tops_.empty() ? view_->is_filled(row, column) : at(row, column) != nothing;
}

const std::u32string& SaidWords::key(std::uint32_t row, const std::vector<std::uint32_t>& columns)
{
    key_.clear();
    for (const std::uint32_t column : columns) key_.push_back(at(row, column));
    return key_;
}

} // namespace bilan::intake
