// SPDX-License-Identifier: MPL-2.0
//
// Codes of the host's message catalogue that this reader adds to those of any workbook, with the blanks of each
// sentence (core/base/catalogue/readers.inc).
#pragma once

#include "cells/codes.hpp"

#include <string_view>

namespace bilan::xlsx::code {

using namespace cells::code; // one list to choose from

// The file is refused.
inline constexpr std::string_view lost_sheet = "BIL-142";      ///< {0} sheet
inline constexpr std::string_view missing_part = "BIL-317";    ///< {0} part
inline constexpr std::string_view external_sheet = "BIL-318";  ///< {0} sheet
inline constexpr std::string_view unexpected_part = "BIL-320"; ///< {0} part
inline constexpr std::string_view binary_workbook = "BIL-339"; ///<

// Remarks: the file is read.
inline constexpr std::string_view bad_cell_type = "BIL-334"; ///< {0} type
inline constexpr std::string_view bad_boolean = "BIL-335";   ///< {0} what was read
inline constexpr std::string_view bad_iso_date = "BIL-336";  ///< {0} what was read

} // namespace bilan::xlsx::code
