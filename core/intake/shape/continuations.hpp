// SPDX-License-Identifier: MPL-2.0
//
// Rows that go on with the row above: their text belongs to the cell above and is no record of its own. One thread.
#pragma once

#include "intake/column_reader.hpp"
#include "intake/draft.hpp"
#include "intake/shape/scratch.hpp"

#include <cstdint>
#include <optional>

namespace bilan::intake {

/// The cells of `from` with what the continuation rows say below them: a space between two pieces of a text, a line
/// break between two items of anything else. Nothing where no continuation row fills this column of the view.
[[nodiscard]] std::optional<ScratchColumn> with_continuations(const TableDraft& draft, const ColumnSource& from,
                                                              std::uint32_t column, const data::Field& field);

} // namespace bilan::intake
