// SPDX-License-Identifier: MPL-2.0
#include "intake/table/merged_columns.hpp"

#include <algorithm>

namespace bilan::intake {

MergedColumns::MergedColumns(std::span<const CellRange> merges)
{
    for (const CellRange& merge : merges) columns_[merge.first_column].push_back(merge);
}

const CellRange* MergedColumns::over(std::uint32_t row, std::uint32_t column) const
{
    const std::span<const CellRange> own = of(column);
    const auto below = std::upper_bound(own.begin(), own.end(), row, [](std::uint32_t wanted, const CellRange& merge) {
        return wanted < merge.first_row;
    });
    if (below == own.begin()) return nullptr;
    const CellRange& merge = *(below - 1);
    return row <= merge.last_row ? &merge : nullptr;
}

std::span<const CellRange> MergedColumns::of(std::uint32_t column) const
{
    const auto own = columns_.find(column);
    return own == columns_.end() ? std::span<const CellRange>() : std::span<const CellRange>(own->second);
}

} // namespace bilan::intake
