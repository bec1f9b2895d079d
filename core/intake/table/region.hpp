// SPDX-License-Identifier: MPL-2.0
//
// The tables of a sheet: one below the other, side by side, with the titles that belong to them. One thread.
#pragma once

#include "intake/table/header_rows.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace bilan::intake {

/// A column whose label stands in the header of the table above.
struct BorrowedLabel {
    std::uint32_t column = 0;
    std::uint32_t row = 0;
};

/// One table before its columns are understood.
struct Block {
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
    std::vector<std::uint32_t> titles;    ///< rows above the header
    HeaderRows header;                    ///< no labels: a table without a header
    std::uint32_t first_row = 0;          ///< of the records
    std::uint32_t last_row = 0;           ///< smaller than first_row when there is none
    std::vector<std::uint32_t> technical; ///< rows among the records that hold units or number the columns; ascending
    bool is_list = false;                 ///< a short list beside a table, below the same header row
    std::optional<std::uint32_t> perhaps_list =
        {};                                     ///< the first of columns read with the table that may be such a list
    bool goes_on = false;                       ///< the header stands above another block, which has it too
    std::optional<BorrowedLabel> borrowed = {}; ///< what stands in its place in the own header is a title
    std::shared_ptr<const Strip> strip;
    [[nodiscard]] const Line& line(std::uint32_t row) const { return strip->lines[row]; }
    [[nodiscard]] bool has_header() const { return !header.labels.empty(); }
};

/// In the order of the sheet: from left to right, then from top to bottom. Never empty for a sheet with something in
/// it; a part without a header comes as a block without one.
[[nodiscard]] std::vector<Block> find_blocks(const SheetView& view, HeaderScout& scout);

} // namespace bilan::intake
