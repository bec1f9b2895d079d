// SPDX-License-Identifier: MPL-2.0
//
// The finished package: what the library cannot say is added, and every part is proved whole (the library does not
// notice a temporary file that a full disk has cut). One thread.
#pragma once

#include "chart_writer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace bilan::xlsx {

/// Reads `target`, amends it and writes it again. `charts` in the order in which they were added.
/// Throws Refusal when a part is cut or the file cannot be written.
void amend_package(const std::filesystem::path& target, const std::string& language,
                   const std::vector<ChartAmendments>& charts);

/// The core properties with the language of the document.
[[nodiscard]] std::string with_language(std::string core, const std::string& language);
/// The chart with its lines over columns, its values and the language of its words.
[[nodiscard]] std::string with_amendments(std::string chart, const ChartAmendments& amendments,
                                          const std::string& language);
/// Does the part end with the end of the element that it begins with?
[[nodiscard]] bool is_whole(std::string_view xml);

} // namespace bilan::xlsx
