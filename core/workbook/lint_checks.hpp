// SPDX-License-Identifier: MPL-2.0
//
// The parts of the lint, one a file: names, cells, tables, charts, charts of points, shades. Pure functions; any
// thread.
#pragma once

#include "workbook/lint.hpp"

#include <bilan/workbook.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace bilan::workbook {

/// Where the checks put what they find.
class LintReport {
public:
    void add(std::string place, std::string_view code, std::vector<std::string> arguments = {})
    {
        problems_.push_back({std::move(place), {std::string(code), std::move(arguments)}});
    }
    [[nodiscard]] std::vector<LintProblem> take() { return std::move(problems_); }

private:
    std::vector<LintProblem> problems_;
};

inline constexpr std::uint32_t sheet_rows = 1'048'576;
inline constexpr std::uint32_t sheet_columns = 16'384;

/// `Synthèse › C12`
[[nodiscard]] std::string cell_place(const SheetPart& sheet, CellPosition at);
/// The cell at a place; null when nothing is there. REQUIRES: cells in order.
[[nodiscard]] const SheetCell* cell_at(const SheetPart& sheet, CellPosition at);
[[nodiscard]] bool overlap(const CellRange& left, const CellRange& right);
[[nodiscard]] bool has_sheet(const Workbook& workbook, std::string_view name);
/// Valid UTF-8 without control characters, of at most `most` UTF-16 units.
[[nodiscard]] bool is_fit_text(std::string_view text, std::size_t most);

void check_names(const Workbook& workbook, LintReport& report);  ///< sheets, defined names, properties
void check_styles(const Workbook& workbook, LintReport& report); ///< contrast, sizes
void check_cells(const Workbook& workbook, const SheetPart& sheet, LintReport& report);
void check_page(const SheetPart& sheet, LintReport& report); ///< title, sizes, printing, merges
void check_tables(const SheetPart& sheet, LintReport& report);
/// What cells to fill in take.
void check_input_rules(const Workbook& workbook, const SheetPart& sheet, LintReport& report);
void check_charts(const Workbook& workbook, const SheetPart& sheet, LintReport& report);
/// Of a scatter chart at `place`, whose ranges are sound.
void check_points(const Workbook& workbook, const ChartPart& chart, const std::string& place, LintReport& report);
void check_shadings(const Workbook& workbook, const SheetPart& sheet, LintReport& report);

} // namespace bilan::workbook
