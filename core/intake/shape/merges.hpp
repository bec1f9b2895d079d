// SPDX-License-Identifier: MPL-2.0
//
// Cells merged over several records: a name written once holds for all of them, an amount does not. One thread.
#pragma once

#include "intake/draft.hpp"
#include "intake/table/merged_columns.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace bilan::intake {

class VerticalMerges {
public:
    explicit VerticalMerges(const TableDraft& draft);

    [[nodiscard]] bool has_any(std::uint32_t column) const { return !merges_.of(column).empty(); }
    /// The row whose cell holds the value of this one: the top of its merge, or itself.
    [[nodiscard]] std::uint32_t top(std::uint32_t row, std::uint32_t column) const;
    /// Names, codes, dates hold for every row of a merge; counts and amounts would be counted several times.
    [[nodiscard]] static bool fills_down(const data::Field& field);
    /// Tops of the merges of a column.
    [[nodiscard]] std::span<const CellRange> of_column(std::uint32_t column) const { return merges_.of(column); }

private:
    MergedColumns merges_; ///< of the table, over two rows or more
};

/// A cell of a record that is merged over two columns of numbers or more.
struct AcrossNumbers {
    CellRange merge;
    std::vector<std::size_t> columns; ///< indices of the draft's headers
    bool is_state = false;            ///< « NC »: holds for each of them
};

[[nodiscard]] std::vector<AcrossNumbers> merged_across(const TableDraft& draft);

} // namespace bilan::intake
