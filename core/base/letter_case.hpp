// SPDX-License-Identifier: MPL-2.0
//
// Capital and small letters of every script: « É » and « é ». Pure functions, any thread, no locale.
#pragma once

#include <string>
#include <string_view>

namespace bilan::base {

/// Letter by letter; invalid bytes become U+FFFD.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);

} // namespace bilan::base
