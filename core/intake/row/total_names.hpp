// SPDX-License-Identifier: MPL-2.0
//
// « Sous-total Asso B »: of whom a total is. Pure functions, any thread.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>
#include <string>

namespace bilan::intake {

/// « Asso B » of « Sous-total Asso B », folded; empty when nothing is named.
[[nodiscard]] std::string named_by_total(const std::string& label);

/// One of the texts of the row is the name.
[[nodiscard]] bool names(const TableDraft& draft, std::uint32_t row, const std::string& named);

} // namespace bilan::intake
