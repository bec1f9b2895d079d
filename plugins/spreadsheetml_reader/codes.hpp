// SPDX-License-Identifier: MPL-2.0
//
// Codes of the host's message catalogue that this reader uses beside those of any workbook, with the blanks of each
// sentence (core/base/catalogue/readers.inc).
#pragma once

#include "cells/codes.hpp"

#include <string_view>

namespace bilan::spreadsheetml::code {

using namespace cells::code; // one list to choose from

// The file is refused.
inline constexpr std::string_view unexpected_part = "BIL-320"; ///< {0} part

// Remarks: the file is read.
inline constexpr std::string_view bad_cell_type = "BIL-334"; ///< {0} type
inline constexpr std::string_view bad_boolean = "BIL-335";   ///< {0} what was read
inline constexpr std::string_view bad_iso_date = "BIL-336";  ///< {0} what was read

} // namespace bilan::spreadsheetml::code
