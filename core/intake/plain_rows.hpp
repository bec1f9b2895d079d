// SPDX-License-Identifier: MPL-2.0
//
// The rows of a table that no schema knows: what says « Total » or « * hors adultes-relais » in it is no record, as in
// partner files. Pure; one thread.
#pragma once

#include "intake/table/sheet_view.hpp"

#include <cstdint>
#include <vector>

namespace bilan::intake {

/// A row that is no record, and where the words stand that say so.
struct AsideRow {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    Word word = Word::total;
};

struct PlainRows {
    std::vector<std::uint32_t> records;
    std::vector<AsideRow> aside;
};

/// The rows below the header with something in them. A row goes aside by its words alone: « Total » beside numbers, a
/// remark that stands alone in its row. `keeps_totals`: a row that says so stays a record. Where nothing would be left,
/// everything stays.
[[nodiscard]] PlainRows plain_rows(const SheetView& view, std::uint32_t header, bool keeps_totals);

} // namespace bilan::intake
