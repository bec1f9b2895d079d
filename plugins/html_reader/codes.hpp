// SPDX-License-Identifier: MPL-2.0
//
// Codes of the host's message catalogue that this reader uses beside those of any workbook, with the blanks of each
// sentence (core/base/catalogue/html.inc).
#pragma once

#include "cells/codes.hpp"

#include <string_view>

namespace bilan::html::code {

using namespace cells::code; // one list to choose from

// The file is refused.
inline constexpr std::string_view no_table = "BIL-356"; ///<
inline constexpr std::string_view frames = "BIL-134";   ///< {0} file of the first sheet

// Remarks: the file is read.
inline constexpr std::string_view undecodable = "BIL-357";    ///< {0} encoding
inline constexpr std::string_view other_encoding = "BIL-358"; ///< {0} encoding announced {1} encoding found
inline constexpr std::string_view nested_table = "BIL-359";   ///<
inline constexpr std::string_view form_field = "BIL-135";     ///< {0} element

} // namespace bilan::html::code
