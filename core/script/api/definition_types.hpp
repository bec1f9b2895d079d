// SPDX-License-Identifier: MPL-2.0
//
// The tables of options in editor definitions: words of kinds and units come from the lists that reading uses. Pure.
#pragma once

#include <string>

namespace bilan::script {

[[nodiscard]] std::string option_types();

} // namespace bilan::script
