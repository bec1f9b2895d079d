// SPDX-License-Identifier: MPL-2.0
//
// Files whose rows were each taken for one cell and saved again: `"nom;montant"`, `"Dupont;""1,5"""`. Pure functions,
// any thread.
#pragma once

#include "separator.hpp"

#include <bilan/limits.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace csv_reader {

/// The text without the quotes around its lines, where it is sure that they do not belong: half of the lines or more
/// have them, and without them all rows of the beginning have the same number of fields. A line stays a line. `layout`
/// is what the text is with its quotes, and becomes that of the answer.
[[nodiscard]] std::optional<std::string> unwrapped(std::string_view text, std::string_view extension,
                                                   const bilan::ReadLimits& limits, Layout& layout);

} // namespace csv_reader
