// SPDX-License-Identifier: MPL-2.0
//
// First names that are frequent in France: a list of persons holds some of them, whoever they are. Schools and streets
// bear such names too, so that no name alone tells a person. Pure functions, any thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// False for most words as written, which then need no folding.
[[nodiscard]] bool may_be_first_name(std::string_view written);
/// One word, through base::fold.
[[nodiscard]] bool is_first_name(std::string_view folded);
/// « jean-paul » too: each half is one.
[[nodiscard]] bool is_compound_first_name(std::string_view folded);

} // namespace bilan::intake
