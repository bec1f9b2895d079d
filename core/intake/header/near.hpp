// SPDX-License-Identifier: MPL-2.0
//
// Spellings that are a slip of the pen away from a known one. Pure functions, any thread.
#pragma once

#include "intake/header/lexicon.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// Both begin alike, and `slips` letters at most are wrong, missing or too many.
[[nodiscard]] bool is_near(std::string_view known, std::string_view word, std::size_t slips);

/// Fields whose spellings are nearest to the header, for a question; at most `most`, nearest first.
[[nodiscard]] std::vector<std::string> nearest_fields(const SchemaIndex& schema, const HeaderWords& words,
                                                      std::size_t most);

} // namespace bilan::intake
