// SPDX-License-Identifier: MPL-2.0
//
// Whether a file is a report that bilan made, by the names of its sheets, without reading a row of it: it may have a
// million. One thread.
#pragma once

#include <filesystem>

namespace bilan::run {

/// False for what is no xlsx file at all, or a damaged one.
[[nodiscard]] bool is_own_report_file(const std::filesystem::path& file);

} // namespace bilan::run
