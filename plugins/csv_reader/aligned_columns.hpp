// SPDX-License-Identifier: MPL-2.0
//
// Text tables without any separator, whose columns blanks align: what mainframes print. Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace csv_reader {

/// The text with a tab for each run of two blanks or more, where that is sure: every line that holds anything falls
/// into the same number of fields, two at least, and each column begins, or ends, at one place in all of them. A line
/// stays a line. `is_utf8`: how characters are counted.
[[nodiscard]] std::optional<std::string> with_tabs_for_gaps(std::string_view text, bool is_utf8);

} // namespace csv_reader
