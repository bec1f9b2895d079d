// SPDX-License-Identifier: MPL-2.0
//
// Statements that throw away what they compute: `rows:where { … }` changes nothing, it gives other rows. Understands as
// much of the grammar as that takes. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

struct LostResult {
    int line = 0;
    std::string method; ///< `where`
};

[[nodiscard]] std::vector<LostResult> lost_results(std::string_view code);

} // namespace bilan::script
