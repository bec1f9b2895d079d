// SPDX-License-Identifier: MPL-2.0
//
// The finished package: what the library cannot say is added, and every part is proved whole (the library does not
// notice a temporary file that a full disk has cut). One thread.
#pragma once

#include "archive.hpp"
#include "chart_writer.hpp"

#include <bilan/workbook.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace bilan::xlsx {

/// What is to be added to the parts of the package.
struct Amendments {
    std::string language;
    std::vector<ChartAmendments> charts;  ///< in the order in which they were added
    const std::vector<SheetPart>& sheets; ///< whose rows are made while they are written
    std::vector<std::int32_t> formats;    ///< what the file calls them, style by style; only read for such rows
};

/// Reads `target`, amends it and writes it again. Throws Refusal when a part is cut or the file cannot be written.
void amend_package(const std::filesystem::path& target, const Amendments& amendments);

/// The core properties with the language of the document.
[[nodiscard]] std::string with_language(std::string core, const std::string& language);
/// The chart with its lines over columns, its values and the language of its words.
[[nodiscard]] std::string with_amendments(std::string chart, const ChartAmendments& amendments,
                                          const std::string& language);
/// The sheet as a packed entry, its rows in their place among the cells that it has already.
[[nodiscard]] Entry with_rows(std::string name, const std::string& xml, const SheetPart& sheet,
                              const std::vector<std::int32_t>& formats);
/// Does the part end with the end of the element that it begins with?
[[nodiscard]] bool is_whole(std::string_view xml);

} // namespace bilan::xlsx
