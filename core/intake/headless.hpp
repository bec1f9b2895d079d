// SPDX-License-Identifier: MPL-2.0
//
// Parts of a sheet that no header stands over: what they look like, and that they are lost. One thread.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>

namespace bilan::intake {

/// Rows that hold a text first and crosses behind it.
[[nodiscard]] std::uint32_t rows_of_crosses(const SheetView& view, const Block& block);
/// Several rows of several cells with numbers among them: a table whose header is missing.
[[nodiscard]] bool looks_like_records(const SheetView& view, const Block& block);
/// Columns beside a table that no header stands over, and that are more than a remark.
void say_headless(const TakeIn& take_in, const SheetView& view, const Block& block);

} // namespace bilan::intake
