// SPDX-License-Identifier: MPL-2.0
//
// « CIDFF | | 8 000 » above the actions of the CIDFF, whose holder is left empty: its cell is theirs. So are the cells
// of the first column of a card, which says once what all its columns are about. One thread.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace bilan::intake {

class HeadingCells {
public:
    /// Of one column of the view.
    HeadingCells(const TableDraft& draft, std::uint32_t column);

    /// The row of the title whose cell the record with this index among the table's rows has; else `row`.
    [[nodiscard]] std::uint32_t row_of(std::size_t entry, std::uint32_t row) const
    {
        return titles_.empty() ? row : titles_[entry].value_or(row);
    }

private:
    std::vector<std::optional<std::uint32_t>> titles_; ///< by entry; empty where no title stands in the column
};

} // namespace bilan::intake
