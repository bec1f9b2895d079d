// SPDX-License-Identifier: MPL-2.0
//
// Codes of the host's message catalogue for what any workbook may hold, with the blanks of each sentence
// (core/base/catalogue/readers.inc).
#pragma once

#include <string_view>

namespace bilan::cells::code {

// The file is refused.
inline constexpr std::string_view cut_short = "BIL-312"; ///<
inline constexpr std::string_view no_sheets = "BIL-319"; ///<

// Remarks: the file is read.
inline constexpr std::string_view chart_sheet = "BIL-322";        ///< {0} sheet
inline constexpr std::string_view dialog_sheet = "BIL-323";       ///< {0} sheet
inline constexpr std::string_view macro_sheet = "BIL-324";        ///< {0} sheet
inline constexpr std::string_view shown_otherwise = "BIL-313";    ///< {0} format {1} number of the first cell
inline constexpr std::string_view shown_code = "BIL-314";         ///< {0} format {1} code of the first cell
inline constexpr std::string_view sheets_alike = "BIL-137";       ///< {0} name {1} name given
inline constexpr std::string_view lost_format = "BIL-145";        ///< {0} number of the format
inline constexpr std::string_view bad_reference = "BIL-325";      ///< {0} reference
inline constexpr std::string_view bad_shared_string = "BIL-326";  ///< {0} number
inline constexpr std::string_view bad_style = "BIL-327";          ///< {0} number
inline constexpr std::string_view bad_number = "BIL-328";         ///< {0} what was read
inline constexpr std::string_view date_out_of_range = "BIL-329";  ///< {0} serial
inline constexpr std::string_view leap_day_1900 = "BIL-330";      ///<
inline constexpr std::string_view duplicate_cell = "BIL-331";     ///<
inline constexpr std::string_view bad_range = "BIL-332";          ///< {0} range
inline constexpr std::string_view overlapping_merges = "BIL-333"; ///< {0} range {1} range
inline constexpr std::string_view unknown_error = "BIL-337";      ///< {0} what was read
inline constexpr std::string_view more_remarks = "BIL-338";       ///< {0} code {1} how many more
inline constexpr std::string_view covered_value = "BIL-372";      ///<

} // namespace bilan::cells::code
