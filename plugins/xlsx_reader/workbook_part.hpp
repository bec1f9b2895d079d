// SPDX-License-Identifier: MPL-2.0
//
// The workbook part: which sheets there are, in their order, and the date system. A value.
#pragma once

#include "xlsx_reader/package.hpp"

#include <bilan/grid.hpp>

#include <string>
#include <vector>

namespace bilan::xlsx {

struct SheetEntry {
    std::string name;
    std::string relationship;
    Visibility visibility = Visibility::visible;
};

struct WorkbookPart {
    std::vector<SheetEntry> sheets;
    bool is_1904 = false;
};

/// Refuses a part that is no workbook, or one without any sheet.
[[nodiscard]] WorkbookPart read_workbook_part(Package& package, const std::string& part);

/// `1`, `true`, `on` as XML Schema and older files write them.
[[nodiscard]] bool is_true(std::string_view text);
/// A height or width of 0: the row or column is there, and nobody sees it.
[[nodiscard]] bool is_nothing(std::string_view size);

} // namespace bilan::xlsx
