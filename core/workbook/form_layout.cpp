// SPDX-License-Identifier: MPL-2.0
#include "workbook/form_layout.hpp"

#include "workbook/cell_value.hpp"
#include "workbook/font.hpp"
#include "workbook/names.hpp"
#include "workbook/table_widths.hpp"

#include <algorithm>
#include <utility>

namespace bilan::workbook {

namespace {

constexpr double narrowest = 78;
constexpr double widest = 300;
constexpr std::size_t most_header_lines = 3;
constexpr double body_points = 17;
constexpr std::size_t longest_title = 32;
constexpr std::size_t longest_words = 255;

double width_of(const FormColumn& column, Face header, Face body, base::Language language)
{
    const std::string shown = cell_value(column.example, column.kind, language).shown;
    double width = std::max(narrowest, std::min(widest, text_width(shown, body) + cell_margin));
    width = std::max(width, longest_word(column.header, header) + cell_margin);
    constexpr double step = 6;
    while (width < widest && wrapped_lines(column.header, header, width - wrap_margin) > most_header_lines)
        width += step;
    return width;
}

InputRule rule_of(const FormColumn& column, std::uint32_t first_row, std::uint32_t rows, std::uint32_t at)
{
    InputRule rule;
    rule.cells = {first_row, at, first_row + rows - 1, at};
    rule.takes = column.takes;
    rule.warns = column.warns;
    rule.least = column.least;
    rule.most = column.most;
    rule.title = excel_head(one_line(column.header), longest_title);
    rule.help = excel_head(clean_text(column.help), longest_words);
    rule.warning = excel_head(clean_text(column.warning), longest_words);
    return rule;
}

} // namespace

void widen(const Form& form, StyleBook& styles, SheetBuilder& sheet)
{
    for (std::size_t at = 0; at < form.columns.size(); ++at) {
        const FormColumn& column = form.columns[at];
        const Face header = styles.face(styles.form(FormRole::header, column.kind));
        const Face body = styles.face(styles.form(FormRole::example, column.kind));
        sheet.widen(static_cast<std::uint32_t>(at), width_of(column, header, body, styles.language()));
    }
}

std::uint32_t write_form(const Form& form, StyleBook& styles, SheetBuilder& sheet, std::uint32_t row,
                         std::vector<PendingList>& lists)
{
    const std::uint32_t first = row + 3; // header, codes, example
    const auto rows = static_cast<std::uint32_t>(std::max<std::size_t>(form.rows, 1));
    for (std::uint32_t at = 0; at < form.columns.size(); ++at) {
        const FormColumn& column = form.columns[at];
        const StyleIndex header = styles.form(column.is_required ? FormRole::required : FormRole::header, column.kind);
        const std::size_t lines =
            wrapped_lines(column.header, styles.face(header), sheet.column_pixels(at) - wrap_margin);
        sheet.heighten(row, row_height(lines, styles.face(header), 8));
        sheet.put({row, at}, column.header, header);
        sheet.put({row + 1, at}, column.code, styles.form(FormRole::code, column.kind));
        const CellValue example = cell_value(column.example, column.kind, styles.language());
        sheet.put({row + 2, at}, example.value, styles.form(FormRole::example, column.kind));
        const StyleIndex empty = styles.form(at % 2 == 0 ? FormRole::empty : FormRole::empty_shaded, column.kind);
        for (std::uint32_t line = 0; line < rows; ++line) sheet.put({first + line, at}, std::monostate{}, empty);
        if (column.takes == Takes::list) lists.push_back({column.list, sheet.part().input_rules.size()});
        sheet.part().input_rules.push_back(rule_of(column, first, rows, at));
    }
    for (std::uint32_t line = row + 2; line < first + rows; ++line) sheet.heighten(line, body_points);
    return first;
}

} // namespace bilan::workbook
