// SPDX-License-Identifier: MPL-2.0
#include "intake/table/merged_columns.hpp"

#include <algorithm>

namespace bilan::intake {

MergedColumns::MergedColumns(std::span<const CellRange> merges)
{
    for (const CellRange& merge : merges) columns_[merge.first_column].push_back(&merge);
}

const CellRange* MergedColumns::over(std::uint32_t row, std::uint32_t column) const
{
    const auto own = columns_.find(column);
    if (own == columns_.end()) return nullptr;
    const auto below =
        std::upper_bound(own->second.begin(), own->second.end(), row,
                         [](std::uint32_t wanted, const CellRange* merge) { return wanted < merge->first_row; });
    if (below == own->second.begin()) return nullptr;
    const CellRange* const merge = *(below - 1);
    return row <= merge->last_row ? merge : nullptr;
}

} // namespace bilan::intake
