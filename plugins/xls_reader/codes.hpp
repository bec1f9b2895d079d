// SPDX-License-Identifier: MPL-2.0
//
// Codes of the host's message catalogue that this reader adds to those of any workbook, with the blanks of each
// sentence (core/base/catalogue/xls.inc).
#pragma once

#include "cells/codes.hpp"

#include <string_view>

namespace bilan::xls::code {

using namespace cells::code; // one list to choose from

// The file is refused.
inline constexpr std::string_view damaged_container = "BIL-360"; ///<
inline constexpr std::string_view damaged_workbook = "BIL-361";  ///<
inline constexpr std::string_view damaged_sheet = "BIL-362";     ///< {0} sheet
inline constexpr std::string_view password = "BIL-363";          ///<
inline constexpr std::string_view too_old = "BIL-364";           ///<

// Remarks: the file is read.
inline constexpr std::string_view narrow_texts = "BIL-139";      ///<
inline constexpr std::string_view unknown_code_page = "BIL-365"; ///< {0} its number
inline constexpr std::string_view undecodable = "BIL-366";       ///< {0} how many texts
inline constexpr std::string_view lost_result = "BIL-367";       ///<
inline constexpr std::string_view lying_positions = "BIL-368";   ///<

} // namespace bilan::xls::code
