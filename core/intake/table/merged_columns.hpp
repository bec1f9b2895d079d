// SPDX-License-Identifier: MPL-2.0
//
// The merges of a sheet by the column they begin in, to be asked about each row. Pure; any thread.
#pragma once

#include <bilan/place.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace bilan::intake {

class MergedColumns {
public:
    /// `merges` ascend by their first row; no two that begin in one column share a row.
    explicit MergedColumns(std::span<const CellRange> merges);

    /// The merge that begins in the column and stands in the row.
    [[nodiscard]] const CellRange* over(std::uint32_t row, std::uint32_t column) const;
    /// Those that begin in the column, ascending.
    [[nodiscard]] std::span<const CellRange> of(std::uint32_t column) const;

private:
    std::map<std::uint32_t, std::vector<CellRange>> columns_;
};

} // namespace bilan::intake
