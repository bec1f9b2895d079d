// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "workbook/lint_checks.hpp"
#include "workbook/names.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

namespace bilan::workbook {

namespace {

constexpr std::size_t longest_formula = 8'192;
constexpr std::size_t most_links = 65'530;
constexpr double last_serial = 2'958'466; ///< the day after 31 December 9999
constexpr std::size_t longest_link_text = 255;

/// Names another workbook: `[1]Feuil1!A1`, `'[x.xlsx]Feuil1'!A1`, a path or an address.
bool is_external(std::string_view formula)
{
    if (formula.starts_with('[') || formula.find("'[") != std::string_view::npos) return true;
    const std::string folded = base::fold(formula);
    return folded.find(".xls") != std::string::npos || folded.find("://") != std::string::npos;
}

class CellCheck {
public:
    CellCheck(const Workbook& workbook, const SheetPart& sheet, LintReport& report)
        : workbook_(workbook), sheet_(sheet), report_(report)
    {
    }

    void check(const SheetCell& cell)
    {
        at_ = cell.at;
        if (cell.style >= workbook_.styles.size()) say("BIL-707");
        std::visit(*this, cell.value);
    }

    void operator()(std::monostate) {}
    void operator()(bool) {}
    void operator()(double number)
    {
        if (!std::isfinite(number)) say("BIL-705");
    }
    void operator()(const std::string& text)
    {
        if (!is_fit_text(text, longest_text)) say("BIL-706");
    }
    void operator()(Date date)
    {
        if (!(date.serial >= 0 && date.serial < last_serial)) say("BIL-705");
    }
    void operator()(const Formula& formula)
    {
        const double* number = std::get_if<double>(&formula.value);
        const std::string* text = std::get_if<std::string>(&formula.value);
        if (formula.text.empty() || formula.text.starts_with('=') || !is_fit_text(formula.text, longest_formula) ||
            (number != nullptr && !std::isfinite(*number)) || (text != nullptr && !is_fit_text(*text, longest_text)))
            say("BIL-708", {formula.text});
        if (is_external(formula.text)) say("BIL-709", {formula.text});
    }
    void operator()(const Link& link)
    {
        ++links_;
        const bool leads_somewhere =
            !link.file.empty() ||
            std::any_of(workbook_.sheets.begin(), workbook_.sheets.end(), [&](const SheetPart& sheet) {
                return link.target.starts_with(quoted_sheet(sheet.name) + "!");
            });
        if (!leads_somewhere) say("BIL-710", {link.target});
        if (link.text.empty() || !is_fit_text(link.text, longest_link_text)) say("BIL-706");
    }
    [[nodiscard]] std::size_t links() const { return links_; }

private:
    void say(std::string_view code, std::vector<std::string> arguments = {})
    {
        report_.add(cell_place(sheet_, at_), code, std::move(arguments));
    }

    const Workbook& workbook_;
    const SheetPart& sheet_;
    LintReport& report_;
    CellPosition at_;
    std::size_t links_ = 0;
};

bool is_in_order(CellPosition before, CellPosition at)
{
    return std::tie(before.row, before.column) < std::tie(at.row, at.column);
}

void check_merges(const SheetPart& sheet, LintReport& report)
{
    for (std::size_t index = 0; index < sheet.merges.size(); ++index) {
        const CellRange& merge = sheet.merges[index];
        const bool is_single = merge.first_row == merge.last_row && merge.first_column == merge.last_column;
        const bool touches_table = std::any_of(sheet.tables.begin(), sheet.tables.end(),
                                               [&](const TablePart& table) { return overlap(table.range, merge); });
        const bool touches_merge =
            std::any_of(sheet.merges.begin(), sheet.merges.begin() + static_cast<std::ptrdiff_t>(index),
                        [&](const CellRange& other) { return overlap(other, merge); });
        if (is_single || touches_table || touches_merge) report.add(sheet.name + " › " + range_name(merge), "BIL-712");
    }
}

/// Rows that are made while they are written are legal cells (long_rows.hpp); here they have a place of their own.
void check_rows(const SheetPart& sheet, LintReport& report)
{
    if (sheet.rows == nullptr) return;
    const CellRange range = sheet.rows->range();
    const bool is_inside = range.last_row < sheet_rows && range.last_column < sheet_columns;
    const bool is_alone = std::none_of(sheet.cells.begin(), sheet.cells.end(), [&](const SheetCell& cell) {
        return cell.at.row >= range.first_row && cell.at.row <= range.last_row;
    });
    if (!is_inside || !is_alone) report.add(sheet.name + " › " + range_name(range), "BIL-704");
}

void check_sizes(const SheetPart& sheet, LintReport& report)
{
    constexpr double widest = 255;
    constexpr double highest = 409;
    const bool widths = std::all_of(sheet.widths.begin(), sheet.widths.end(), [](const ColumnWidth& width) {
        return width.column < sheet_columns && width.characters >= 0 && width.characters <= widest;
    });
    const bool heights = std::all_of(sheet.heights.begin(), sheet.heights.end(), [](const RowHeight& height) {
        return height.row < sheet_rows && height.points >= 0 && height.points <= highest;
    });
    const bool freeze = !sheet.freeze || (sheet.freeze->row < sheet_rows && sheet.freeze->column < sheet_columns);
    if (!widths || !heights || !freeze || sheet.zoom < 10 || sheet.zoom > 400) report.add(sheet.name, "BIL-728");
}

} // namespace

void check_cells(const Workbook& workbook, const SheetPart& sheet, LintReport& report)
{
    CellCheck check(workbook, sheet, report);
    const SheetCell* before = nullptr;
    for (const SheetCell& cell : sheet.cells) {
        const bool is_inside = cell.at.row < sheet_rows && cell.at.column < sheet_columns;
        if (!is_inside || (before != nullptr && !is_in_order(before->at, cell.at)))
            report.add(cell_place(sheet, cell.at), "BIL-704");
        check.check(cell);
        before = &cell;
    }
    check_rows(sheet, report);
    if (check.links() > most_links) report.add(sheet.name, "BIL-711", {std::to_string(check.links())});
}

void check_input_rules(const Workbook& workbook, const SheetPart& sheet, LintReport& report)
{
    constexpr std::size_t longest_title = 32;
    constexpr std::size_t longest_words = 255;
    const auto is_in_the_workbook = [&](const std::string& list) {
        return std::any_of(workbook.sheets.begin(), workbook.sheets.end(),
                           [&](const SheetPart& other) { return list.starts_with(quoted_sheet(other.name) + "!$"); });
    };
    for (const InputRule& rule : sheet.input_rules) {
        const CellRange& cells = rule.cells;
        const bool is_inside = cells.last_row < sheet_rows && cells.last_column < sheet_columns &&
                               cells.first_row <= cells.last_row && cells.first_column <= cells.last_column;
        const bool is_short = is_fit_text(rule.title, longest_title) && is_fit_text(rule.help, longest_words) &&
                              is_fit_text(rule.warning, longest_words);
        const bool has_list = rule.takes != Takes::list || is_in_the_workbook(rule.list);
        const bool has_limits = std::isfinite(rule.least) && std::isfinite(rule.most) && rule.least <= rule.most;
        if (!is_inside || !is_short || !has_list || !has_limits)
            report.add(sheet.name + " › " + range_name(cells), "BIL-779");
    }
}

void check_page(const SheetPart& sheet, LintReport& report)
{
    const SheetCell* title = cell_at(sheet, {});
    const std::string* words = title == nullptr ? nullptr : std::get_if<std::string>(&title->value);
    if (words == nullptr || base::trim(*words).empty()) report.add(sheet.name, "BIL-703");
    check_merges(sheet, report);
    check_sizes(sheet, report);
    const PrintSetup& print = sheet.print;
    if (!print.landscape || print.pages_wide != 1 || sheet.gridlines || !is_fit_text(print.header, longest_header) ||
        !is_fit_text(print.footer, longest_header))
        report.add(sheet.name, "BIL-727");
}

} // namespace bilan::workbook
