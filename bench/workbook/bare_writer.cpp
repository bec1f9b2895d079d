// SPDX-License-Identifier: MPL-2.0
#include "workbook/bare_writer.hpp"

#include <xlsxwriter.h>

#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace bilan::bench {

namespace {

class CellWriter {
public:
    CellWriter(lxw_worksheet* sheet, const std::vector<lxw_format*>& formats) : sheet_(sheet), formats_(&formats) {}

    void write(const SheetCell& cell)
    {
        row_ = cell.at.row;
        column_ = static_cast<lxw_col_t>(cell.at.column);
        format_ = (*formats_)[cell.style];
        std::visit(*this, cell.value);
    }
    void operator()(std::monostate) const { worksheet_write_blank(sheet_, row_, column_, format_); }
    void operator()(double number) const { worksheet_write_number(sheet_, row_, column_, number, format_); }
    void operator()(const std::string& text) const
    {
        worksheet_write_string(sheet_, row_, column_, text.c_str(), format_);
    }
    void operator()(bool yes) const { worksheet_write_boolean(sheet_, row_, column_, yes ? 1 : 0, format_); }
    void operator()(Date date) const { worksheet_write_number(sheet_, row_, column_, date.serial, format_); }
    void operator()(const Formula& formula) const
    {
        const std::string text = '=' + formula.text;
        if (const auto* number = std::get_if<double>(&formula.value))
            worksheet_write_formula_num(sheet_, row_, column_, text.c_str(), format_, *number);
        else
            worksheet_write_formula_str(sheet_, row_, column_, text.c_str(), format_,
                                        std::get<std::string>(formula.value).c_str());
    }
    void operator()(const Link& link) const
    {
        worksheet_write_url_opt(sheet_, row_, column_, ("internal:" + link.target).c_str(), format_, link.text.c_str(),
                                nullptr);
    }

private:
    lxw_worksheet* sheet_;
    const std::vector<lxw_format*>* formats_;
    lxw_format* format_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

std::vector<lxw_format*> add_formats(lxw_workbook* book, const std::vector<Style>& styles)
{
    std::vector<lxw_format*> formats;
    for (const Style& style : styles) {
        lxw_format* const format = workbook_add_format(book);
        format_set_font_name(format, style.font.c_str());
        format_set_font_size(format, style.size);
        if (style.bold) format_set_bold(format);
        if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
        formats.push_back(format);
    }
    return formats;
}

void write_sheet(lxw_worksheet* sheet, const SheetPart& part, const std::vector<lxw_format*>& formats, Memory memory)
{
    CellWriter writer(sheet, formats);
    for (const TablePart& table : part.tables) {
        if (memory == Memory::constant) break; // the library has none then
        lxw_table_options options = {};
        std::string name = table.name; // which the library takes as its to change
        options.name = name.data();
        worksheet_add_table(sheet, table.range.first_row, static_cast<lxw_col_t>(table.range.first_column),
                            table.range.last_row, static_cast<lxw_col_t>(table.range.last_column), &options);
    }
    for (const SheetCell& cell : part.cells) writer.write(cell);
    if (part.rows == nullptr) return;
    const std::unique_ptr<RowCursor> cursor = part.rows->walk();
    for (SheetRow row; cursor->next(row);)
        for (const SheetCell& cell : row.cells) writer.write(cell);
}

} // namespace

void write_bare(const Workbook& workbook, const std::filesystem::path& target, Memory memory)
{
    lxw_workbook_options options = {};
    options.constant_memory = memory == Memory::constant ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* const book = workbook_new_opt(target.c_str(), &options);
    const std::vector<lxw_format*> formats = add_formats(book, workbook.styles);
    for (const SheetPart& part : workbook.sheets)
        write_sheet(workbook_add_worksheet(book, part.name.c_str()), part, formats, memory);
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("not written: " + target.string());
}

} // namespace bilan::bench
