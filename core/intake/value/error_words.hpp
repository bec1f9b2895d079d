// SPDX-License-Identifier: MPL-2.0
//
// Errors of spreadsheet programs where a file holds them as texts: csv, html, values pasted. Pure functions, any
// thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// `#ref!`, `#propagation!`, `err:502`, and `####` of a column too narrow for its number.
[[nodiscard]] bool is_error_text(std::string_view folded);

/// False for nearly all texts that are no error, without folding them.
[[nodiscard]] bool may_be_error(std::string_view text);

} // namespace bilan::intake
