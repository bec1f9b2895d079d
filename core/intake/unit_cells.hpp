// SPDX-License-Identifier: MPL-2.0
//
// What cells say of the unit of amounts where no header does: a column « Unité » above k€, a total « 40,5 k€ » that is
// the sum of the plain numbers above it. Pure functions, any thread.
#pragma once

#include "intake/draft.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace bilan::intake {

struct CellUnit {
    std::string text; ///< as written
    std::string unit; ///< `€`, `k€`, `M€`
    bool is_clear = true;
};

/// The index of a column « Unité », « Devise » in each row of which stands a unit of money; nothing without one.
[[nodiscard]] std::optional<std::size_t> column_of_units(const TableDraft& draft);
/// What that column says; not clear where rows differ.
[[nodiscard]] CellUnit unit_in_column(const TableDraft& draft, std::size_t at);

/// The unit of the column's total, where the rows have numbers without one that add up to it in that unit.
[[nodiscard]] std::optional<CellUnit> unit_of_total(const TableDraft& draft, std::size_t at);

} // namespace bilan::intake
