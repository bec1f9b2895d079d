// SPDX-License-Identifier: MPL-2.0
#include "workbook/lint.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "workbook/contrast.hpp"
#include "workbook/lint_checks.hpp"
#include "workbook/names.hpp"

#include <algorithm>
#include <tuple>

namespace bilan::workbook {

std::string cell_place(const SheetPart& sheet, CellPosition at)
{
    return sheet.name + " › " + cell_name(at);
}

const SheetCell* cell_at(const SheetPart& sheet, CellPosition at)
{
    const auto found =
        std::lower_bound(sheet.cells.begin(), sheet.cells.end(), at, [](const SheetCell& cell, CellPosition wanted) {
            return std::tie(cell.at.row, cell.at.column) < std::tie(wanted.row, wanted.column);
        });
    return found != sheet.cells.end() && found->at == at ? &*found : nullptr;
}

bool overlap(const CellRange& left, const CellRange& right)
{
    return left.first_row <= right.last_row && right.first_row <= left.last_row &&
           left.first_column <= right.last_column && right.first_column <= left.last_column;
}

bool has_sheet(const Workbook& workbook, std::string_view name)
{
    return std::any_of(workbook.sheets.begin(), workbook.sheets.end(),
                       [&](const SheetPart& sheet) { return sheet.name == name; });
}

bool is_fit_text(std::string_view text, std::size_t most)
{
    if (base::printable_ascii(text) == text.size()) return text.size() <= most;
    return base::is_utf8(text) && clean_text(text) == text && excel_length(text) <= most;
}

void check_styles(const Workbook& workbook, LintReport& report)
{
    constexpr double largest_font = 409;
    for (const Style& style : workbook.styles) {
        const double found = contrast(style.ink, style.fill.value_or(white));
        if (found < least_contrast)
            report.add({}, "BIL-726", {style.name, base::shortest(base::round_half_away(found, 1))});
        if (!(style.size >= 1 && style.size <= largest_font) || style.font.empty() ||
            !is_fit_text(style.number_format, longest_header))
            report.add(style.name, "BIL-728");
    }
}

std::vector<LintProblem> lint(const Workbook& workbook)
{
    LintReport report;
    check_names(workbook, report);
    check_styles(workbook, report);
    for (const SheetPart& sheet : workbook.sheets) {
        check_cells(workbook, sheet, report);
        check_page(sheet, report);
        check_input_rules(workbook, sheet, report);
        check_tables(sheet, report);
        check_charts(workbook, sheet, report);
        check_shadings(workbook, sheet, report);
    }
    return report.take();
}

} // namespace bilan::workbook
