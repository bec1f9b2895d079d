// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

namespace bilan::run {

/// `0.1.0`, the version of CMakeLists.txt.
[[nodiscard]] std::string_view version();

} // namespace bilan::run
