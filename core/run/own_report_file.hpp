// SPDX-License-Identifier: MPL-2.0
//
// Whether a file is a report that bilan made, by the names of its sheets, and still as bilan wrote it; without reading
// a row of it: it may have a million. One thread.
#pragma once

#include <filesystem>

namespace bilan::run {

/// False for what is no xlsx file at all, or a damaged one.
[[nodiscard]] bool is_own_report_file(const std::filesystem::path& file);
/// True of such a report that a spreadsheet program has saved since: somebody may have typed into it.
[[nodiscard]] bool was_saved_since(const std::filesystem::path& file);

} // namespace bilan::run
