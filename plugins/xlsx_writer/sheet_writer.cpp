// SPDX-License-Identifier: MPL-2.0
#include "sheet_writer.hpp"

#include "refusals.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace bilan::xlsx {

namespace {

lxw_row_t row_of(CellPosition at)
{
    return static_cast<lxw_row_t>(at.row);
}

lxw_col_t column_of(std::uint32_t column)
{
    return static_cast<lxw_col_t>(column);
}

/// The library's kind of validation, and the test that goes with it.
std::pair<std::uint8_t, std::uint8_t> library_rule(Takes takes)
{
    switch (takes) {
    case Takes::list: return {LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_CRITERIA_NONE};
    case Takes::whole_number: return {LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_CRITERIA_BETWEEN};
    case Takes::number: return {LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN};
    case Takes::date: return {LXW_VALIDATION_TYPE_DATE_NUMBER, LXW_VALIDATION_CRITERIA_BETWEEN};
    case Takes::anything: break;
    }
    return {LXW_VALIDATION_TYPE_ANY, LXW_VALIDATION_CRITERIA_NONE};
}

std::uint8_t library_function(const std::string& name)
{
    if (name == "sum") return LXW_TABLE_FUNCTION_SUM;
    if (name == "average") return LXW_TABLE_FUNCTION_AVERAGE;
    return name == "count" ? LXW_TABLE_FUNCTION_COUNT : LXW_TABLE_FUNCTION_NONE;
}

/// A file name as an address: nothing in it is taken for a folder, a drive, a scheme or the place in the file.
std::string address_of(std::string_view file)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view kept = "-._~";
    std::string address;
    for (const char letter : file) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool is_plain = byte >= 0x80 || (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                              (letter >= 'a' && letter <= 'z') || kept.find(letter) != kept.npos;
        if (is_plain)
            address += letter;
        else
            address.append({'%', digits[byte >> 4U], digits[byte & 0xFU]});
    }
    return address;
}

/// Writes one value of a cell; the library's answer is the result.
class ValueWriter {
public:
    ValueWriter(lxw_worksheet& target, CellPosition at, lxw_format* format, const Place& place)
        : target_(target), row_(row_of(at)), column_(column_of(at.column)), format_(format), place_(place)
    {
    }

    lxw_error operator()(std::monostate) const { return worksheet_write_blank(&target_, row_, column_, format_); }
    lxw_error operator()(double number) const
    {
        return worksheet_write_number(&target_, row_, column_, finite(number), format_);
    }
    lxw_error operator()(const std::string& text) const
    {
        return worksheet_write_string(&target_, row_, column_, cell_text(text).c_str(), format_);
    }
    lxw_error operator()(bool yes) const
    {
        return worksheet_write_boolean(&target_, row_, column_, yes ? 1 : 0, format_);
    }
    lxw_error operator()(Date date) const { return (*this)(date.serial); }
    lxw_error operator()(const Formula& formula) const
    {
        const std::string text = "=" + formula.text;
        if (const double* number = std::get_if<double>(&formula.value))
            return worksheet_write_formula_num(&target_, row_, column_, text.c_str(), format_, finite(*number));
        const std::string& result = std::get<std::string>(formula.value);
        return worksheet_write_formula_str(&target_, row_, column_, text.c_str(), format_, result.c_str());
    }
    lxw_error operator()(const Link& link) const
    {
        const std::string target =
            link.file.empty() ? "internal:" + link.target : "external:" + address_of(link.file) + "#" + link.target;
        return worksheet_write_url_opt(&target_, row_, column_, target.c_str(), format_, link.text.c_str(), nullptr);
    }

private:
    [[nodiscard]] double finite(double number) const
    {
        // Excel calls a file damaged that holds anything else.
        if (!std::isfinite(number)) refuse(codes::number, place_, {});
        return number;
    }

    lxw_worksheet& target_;
    lxw_row_t row_;
    lxw_col_t column_;
    lxw_format* format_;
    const Place& place_;
};

} // namespace

void SheetWriter::run()
{
    set_sizes();
    write_merges();
    for (const TablePart& table : sheet_.tables) write_table(table);
    for (const SheetCell& cell : sheet_.cells) write_cell(cell);
    for (const ShadedCells& shading : sheet_.shadings) write_shading(shading);
    for (const InputRule& rule : sheet_.input_rules) write_rule(rule);
    quiet_warnings();
    set_up_view();
    set_up_print();
}

Place SheetWriter::place(CellPosition at) const
{
    return {{}, sheet_.name, at.row, at.column};
}

void SheetWriter::check_set_up(lxw_error error) const
{
    check(error, codes::set_up, {{}, sheet_.name, {}, {}});
}

void SheetWriter::set_sizes()
{
    for (const ColumnWidth& width : sheet_.widths)
        check_set_up(worksheet_set_column(&target_, column_of(width.column), column_of(width.column), width.characters,
                                          nullptr));
    for (const RowHeight& height : sheet_.heights)
        check_set_up(worksheet_set_row(&target_, height.row, height.points, nullptr));
}

void SheetWriter::write_merges()
{
    for (const CellRange& merge : sheet_.merges)
        check(worksheet_merge_range(&target_, merge.first_row, column_of(merge.first_column), merge.last_row,
                                    column_of(merge.last_column), "", nullptr),
              codes::cell, place({merge.first_row, merge.first_column}));
}

void SheetWriter::write_table(const TablePart& table)
{
    std::vector<std::string> texts; // what the library points to during the call
    texts.reserve(table.columns.size() * 2);
    std::vector<lxw_table_column> columns(table.columns.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const TableColumn& column = table.columns[index];
        columns[index].header = texts.emplace_back(column.header).data();
        columns[index].header_format = formats_[column.header_style];
        if (!column.total_label.empty()) columns[index].total_string = texts.emplace_back(column.total_label).data();
        columns[index].total_function = library_function(column.total_function);
        pointers.push_back(&columns[index]);
    }
    pointers.push_back(nullptr);
    std::string name = table.name;
    lxw_table_options options = {};
    options.name = name.data();
    options.columns = pointers.data();
    options.total_row = table.total_row ? LXW_TRUE : LXW_FALSE;
    options.no_autofilter = table.filter ? LXW_FALSE : LXW_TRUE;
    options.no_banded_rows = LXW_TRUE;
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT; // number 0: the looks are those of the cells
    const CellRange& range = table.range;
    check(worksheet_add_table(&target_, range.first_row, column_of(range.first_column), range.last_row,
                              column_of(range.last_column), &options),
          codes::table, {{}, sheet_.name, {}, {}}, {table.name});
}

void SheetWriter::write_cell(const SheetCell& cell)
{
    const Place where = place(cell.at);
    check(std::visit(ValueWriter(target_, cell.at, formats_[cell.style], where), cell.value), codes::cell, where);
}

void SheetWriter::write_shading(const ShadedCells& shading)
{
    if (shading.ranges.empty()) return;
    std::string all;
    for (const CellRange& range : shading.ranges) all += (all.empty() ? "" : " ") + range_name(range);
    lxw_conditional_format scale = {};
    scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
    scale.min_color = library_colour(shading.lowest);
    scale.max_color = library_colour(shading.highest);
    scale.multi_range = all.data();
    const CellRange& first = shading.ranges.front();
    check_set_up(worksheet_conditional_format_range(&target_, first.first_row, column_of(first.first_column),
                                                    first.last_row, column_of(first.last_column), &scale));
}

void SheetWriter::write_rule(const InputRule& rule)
{
    std::string list = "=" + rule.list; // what the library points to during the call
    std::string title = rule.title;
    std::string help = rule.help;
    std::string warning = rule.warning;
    lxw_data_validation validation = {};
    std::tie(validation.validate, validation.criteria) = library_rule(rule.takes);
    if (rule.takes == Takes::list) validation.value_formula = list.data();
    validation.minimum_number = rule.least;
    validation.maximum_number = rule.most;
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.dropdown = LXW_VALIDATION_ON;
    validation.show_input = LXW_VALIDATION_ON;
    validation.show_error = rule.warns ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.input_title = title.empty() ? nullptr : title.data();
    validation.input_message = help.empty() ? nullptr : help.data();
    validation.error_title = validation.input_title;
    validation.error_message = warning.empty() ? nullptr : warning.data();
    const CellRange& cells = rule.cells;
    check(worksheet_data_validation_range(&target_, cells.first_row, column_of(cells.first_column), cells.last_row,
                                          column_of(cells.last_column), &validation),
          codes::set_up, place({cells.first_row, cells.first_column}));
}

/// Codes are texts on purpose, and a ratio is live only where it gives the very value: no green corners for either.
void SheetWriter::quiet_warnings()
{
    if (sheet_.cells.empty()) return;
    CellRange used = sheet_.rows == nullptr ? CellRange{} : sheet_.rows->range();
    used.first_row = 0;
    for (const SheetCell& cell : sheet_.cells) {
        used.last_row = std::max(used.last_row, cell.at.row);
        used.last_column = std::max(used.last_column, cell.at.column);
    }
    const std::string range = range_name(used);
    for (const std::uint8_t warning : {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_DIFFERS})
        check_set_up(worksheet_ignore_errors(&target_, warning, range.c_str()));
}

void SheetWriter::set_up_view()
{
    if (sheet_.freeze) worksheet_freeze_panes(&target_, sheet_.freeze->row, column_of(sheet_.freeze->column));
    if (sheet_.tab) worksheet_set_tab_color(&target_, library_colour(*sheet_.tab));
    worksheet_set_zoom(&target_, sheet_.zoom);
    worksheet_gridlines(&target_, sheet_.gridlines ? LXW_SHOW_ALL_GRIDLINES : LXW_HIDE_ALL_GRIDLINES);
}

void SheetWriter::set_up_print()
{
    constexpr std::uint8_t a4 = 9;
    constexpr double side = 0.4; // inches
    constexpr double top = 0.5;
    constexpr double bottom = 0.65;
    const PrintSetup& print = sheet_.print;
    worksheet_set_paper(&target_, a4);
    if (print.landscape) worksheet_set_landscape(&target_);
    worksheet_fit_to_pages(&target_, print.pages_wide, print.pages_high);
    worksheet_set_margins(&target_, side, side, top, bottom);
    if (print.repeated_rows)
        check_set_up(worksheet_repeat_rows(&target_, print.repeated_rows->first, print.repeated_rows->last));
    if (print.area)
        check_set_up(worksheet_print_area(&target_, print.area->first_row, column_of(print.area->first_column),
                                          print.area->last_row, column_of(print.area->last_column)));
    if (!print.header.empty()) check_set_up(worksheet_set_header(&target_, print.header.c_str()));
    if (!print.footer.empty()) check_set_up(worksheet_set_footer(&target_, print.footer.c_str()));
}

} // namespace bilan::xlsx
