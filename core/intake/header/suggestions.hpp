// SPDX-License-Identifier: MPL-2.0
//
// What a column that no header explains may be, as answers to offer. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <string>
#include <vector>

namespace bilan::intake {

inline constexpr std::size_t most_suggestions = 3;

/// Ids of fields, the likeliest first: those whose spelling is near, else those whose list the cells are terms of.
[[nodiscard]] std::vector<std::string> suggested_fields(const Lexicon& lexicon, const Mapping& mapping,
                                                        const HeaderColumn& header);

} // namespace bilan::intake
