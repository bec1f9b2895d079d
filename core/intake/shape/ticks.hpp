// SPDX-License-Identifier: MPL-2.0
//
// Columns of crosses read as the list they stand for. One thread: that of the take-in.
#pragma once

#include "data/column.hpp"
#include "intake/column_reader.hpp"
#include "intake/draft.hpp"
#include "intake/shape/records.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace bilan::intake {

/// List field → its columns, in the order of the sheet.
using TickedLists = std::map<std::string, std::vector<std::size_t>>;
[[nodiscard]] TickedLists ticked_lists(const TableDraft& draft);

struct TickedColumn {
    data::Column column;
    std::vector<CellPosition> cells; ///< of the first cross of each record, else of its first column
};

/// A record without any cross has no answer. What is neither yes nor no is a finding, as in any column of crosses.
[[nodiscard]] TickedColumn read_ticks(const TakeIn& take_in, const TableDraft& draft,
                                      const std::vector<Record>& records, const std::vector<std::size_t>& columns,
                                      const ReadingContext& context);

} // namespace bilan::intake
