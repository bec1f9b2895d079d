// SPDX-License-Identifier: MPL-2.0
//
// Character references as browsers read them and the XML library does not: names of old without their semicolon
// (`&nbsp 12`), and the numbers 128 to 159, which mean the letters of Windows-1252 (`&#128;` is `€`). HTML standard,
// 13.2.5.72 to 13.2.5.80. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::html {

/// The page with such references written as the library knows them.
[[nodiscard]] std::string with_known_references(std::string page);

} // namespace bilan::html
