// SPDX-License-Identifier: MPL-2.0
//
// « idem » and the sign « " » say again what the row above says. One thread.
#pragma once

#include "intake/column_reader.hpp"
#include "intake/draft.hpp"
#include "intake/shape/scratch.hpp"

#include <optional>

namespace bilan::intake {

/// The cells of `from` (one a record, in their order) with the value above in the place of each mark, and a finding on
/// each. Nothing where the column holds no mark, or holds measures: a figure that is said again is worth a question,
/// which the readers of numbers ask.
[[nodiscard]] std::optional<ScratchColumn> with_dittos(const TakeIn& take_in, const TableDraft& draft,
                                                       const ColumnSource& from, const data::Field& field);

} // namespace bilan::intake
