// SPDX-License-Identifier: MPL-2.0
//
// Error values as spreadsheet programs show them: OpenDocument stores nothing else of them, nor does a page that
// LibreOffice wrote. Pure functions, any thread.
#pragma once

#include <bilan/cell.hpp>

#include <optional>
#include <string_view>

namespace bilan::cells {

/// The error behind `#DIV/0!`, `#N/D`, `#VALEUR !`, `Err:502`, `other` behind what has the form of one; nothing for any
/// other text.
[[nodiscard]] std::optional<CellError> error_of(std::string_view shown);

/// The error that Excel writes as exactly that, in a workbook of whatever language: `#DIV/0!`, `#SPILL!`.
[[nodiscard]] std::optional<CellError> error_written(std::string_view text);

} // namespace bilan::cells
