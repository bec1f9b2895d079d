// SPDX-License-Identifier: MPL-2.0
//
// One action written over several rows, one for each of its quarters: the cell that names it is merged over them. One
// thread.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace bilan::intake {

class SharedRows {
public:
    explicit SharedRows(const TableDraft& draft);

    [[nodiscard]] bool empty() const { return groups_.empty(); }
    /// The rows of each action that has several, as merges of the first column that names it.
    [[nodiscard]] const std::vector<CellRange>& groups() const { return groups_; }
    /// The first row of the action; the row itself where it has no other.
    [[nodiscard]] std::uint32_t head_of(std::uint32_t row) const;
    /// Each row has its own value in this column of the draft's headers. What is written on the first one alone holds
    /// for the whole action.
    [[nodiscard]] bool varies(std::size_t header) const { return varying_.contains(header); }
    /// The merge holds the one value of an action.
    [[nodiscard]] bool is_of_whole(std::size_t header, const CellRange& merge) const;

private:
    void find_groups(const TableDraft& draft);

    std::vector<CellRange> groups_;                ///< ascending
    std::map<std::uint32_t, std::uint32_t> heads_; ///< of the rows below the first
    std::set<std::size_t> varying_;
};

} // namespace bilan::intake
