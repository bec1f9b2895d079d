// SPDX-License-Identifier: MPL-2.0
//
// Whether a row of nothing but words is one more record of the table above and no header. One thread.
#pragma once

#include "intake/table/header_rows.hpp"

#include <cstdint>

namespace bilan::intake {

/// « Fort; Population; s; INSEE » below « Tilleuls; Population; 2400; INSEE »: texts where the records above have
/// texts, some of them the same, or what is not known where they have numbers. `first_row` is the first record.
[[nodiscard]] bool goes_on_with_records(const SheetView& view, const Strip& strip, std::uint32_t first_row,
                                        std::uint32_t row);

} // namespace bilan::intake
