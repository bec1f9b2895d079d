// SPDX-License-Identifier: MPL-2.0
//
// What a group title calls the rows below it. Pure function, any thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// « PILIER 1 : COHÉSION SOCIALE » and « Axe emploi » without the words before the name.
[[nodiscard]] std::string_view name_of_group(std::string_view title);

} // namespace bilan::intake
