// SPDX-License-Identifier: MPL-2.0
#include "data/further_columns.hpp"

#include <algorithm>

namespace bilan::data {

void FurtherColumns::set(std::size_t row, const Columns& columns)
{
    if (columns.empty()) return;
    auto found = std::ranges::find(sets_, columns);
    if (found == sets_.end()) found = sets_.insert(sets_.end(), columns);
    if (numbers_.size() <= row) numbers_.resize(row + 1);
    numbers_[row] = static_cast<std::uint32_t>(found - sets_.begin()) + 1;
}

void FurtherColumns::append(const FurtherColumns& part, std::size_t rows)
{
    if (part.empty()) return;
    numbers_.resize(rows);
    const auto before = static_cast<std::uint32_t>(sets_.size());
    sets_.insert(sets_.end(), part.sets_.begin(), part.sets_.end());
    for (const std::uint32_t number : part.numbers_) numbers_.push_back(number == 0 ? 0 : before + number);
}

FurtherColumns FurtherColumns::chosen(std::span<const std::uint32_t> rows) const
{
    FurtherColumns some;
    if (empty()) return some;
    some.sets_ = sets_;
    some.numbers_.reserve(rows.size());
    for (const std::uint32_t row : rows) some.numbers_.push_back(row < numbers_.size() ? numbers_[row] : 0);
    return some;
}

std::size_t FurtherColumns::bytes() const
{
    std::size_t total = numbers_.capacity() * sizeof(std::uint32_t) + sets_.capacity() * sizeof(Columns);
    for (const Columns& columns : sets_) total += columns.capacity() * sizeof(std::uint16_t);
    return total;
}

} // namespace bilan::data
