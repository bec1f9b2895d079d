// SPDX-License-Identifier: MPL-2.0
//
// Codes of the host's message catalogue that only this reader uses, with the blanks of each sentence
// (core/base/catalogue/ods.inc).
#pragma once

#include <string_view>

namespace bilan::ods::code {

// The file is refused.
inline constexpr std::string_view encrypted = "BIL-370"; ///<

// Remarks: the file is read.
inline constexpr std::string_view copied_table = "BIL-371";  ///< {0} table
inline constexpr std::string_view nested_table = "BIL-373";  ///< {0} table
inline constexpr std::string_view missing_value = "BIL-374"; ///< {0} what the cell shows
inline constexpr std::string_view bad_duration = "BIL-375";  ///< {0} what was read

// Those of Office Open XML whose sentences fit.
inline constexpr std::string_view missing_part = "BIL-317";    ///< {0} part
inline constexpr std::string_view unexpected_part = "BIL-320"; ///< {0} part
inline constexpr std::string_view bad_cell_type = "BIL-334";   ///< {0} type
inline constexpr std::string_view bad_boolean = "BIL-335";     ///< {0} what was read
inline constexpr std::string_view bad_date = "BIL-336";        ///< {0} what was read

} // namespace bilan::ods::code
