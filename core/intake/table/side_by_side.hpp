// SPDX-License-Identifier: MPL-2.0
//
// Tables that stand beside each other, parted by empty columns, and where their headers begin. One thread.
#pragma once

#include "intake/table/header_rows.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace bilan::intake {

/// Rows or columns, the last one included.
struct Stretch {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool is_list = false; ///< columns apart from the table at their left: a short list, and no part of its records
    std::optional<std::uint32_t> perhaps_list =
        {}; ///< the first of columns read with the table that may be such a list
};

/// First row from `from` on in which a header begins. A weak one is passed over when a strong one that is as wide
/// follows soon: lines such as « Structure | Association X » stand above many tables.
[[nodiscard]] std::optional<std::uint32_t> find_header(const Strip& strip, HeaderScout& scout, Stretch rows);

[[nodiscard]] Strip strip_of(const SheetView& view, std::uint32_t first, std::uint32_t last);

/// The columns of each table; of a single one, all columns.
[[nodiscard]] std::vector<Stretch> side_by_side(const SheetView& view, HeaderScout& scout, const Strip& strip,
                                                Stretch rows);

} // namespace bilan::intake
