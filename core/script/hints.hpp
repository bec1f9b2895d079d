// SPDX-License-Identifier: MPL-2.0
//
// What is commonly meant where a value of another type stands. Pure; any thread.
#pragma once

#include <string_view>

namespace bilan::script {

/// The code of a message that says what to write instead: {0} where, {1} the type expected, {2} what came. `BIL-601`
/// when nothing is known of the pair.
[[nodiscard]] const char* hint_of(std::string_view where, std::string_view expected, std::string_view got);

/// What to write instead of a call that does not take what came; empty when nothing is known of the pair. It stands in
/// the place of {1}.
[[nodiscard]] std::string_view instead_of(std::string_view where, std::string_view got);

} // namespace bilan::script
