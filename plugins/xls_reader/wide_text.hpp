// SPDX-License-Identifier: MPL-2.0
//
// Texts of Excel 97 as UTF-8: two bytes a character, or one where the upper ones would all be zero. Pure functions, any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::xls {

/// Appends UTF-16LE; half a surrogate pair becomes `�`.
void append_wide(std::string& utf8, std::string_view bytes);

/// Appends characters of one byte, which are the first 256 of Unicode.
void append_narrow(std::string& utf8, std::string_view bytes);

} // namespace bilan::xls
