// SPDX-License-Identifier: MPL-2.0
#include "workbook/table_header.hpp"

#include "workbook/font.hpp"
#include "workbook/names.hpp"
#include "workbook/table_widths.hpp"
#include "workbook/words.hpp"

namespace bilan::workbook {

std::vector<std::string> legal_headers(const std::vector<Column>& columns, base::Language language)
{
    std::vector<std::string> headers;
    TakenNames taken;
    for (const Column& column : columns) {
        std::string header = one_line(column.header);
        if (header.empty()) header = layout_words(language).column;
        headers.push_back(taken.take(header, longest_header));
    }
    return headers;
}

void write_headers(SheetBuilder& sheet, std::uint32_t row, std::span<const std::string> headers,
                   const std::vector<Column>& columns, bool has_filter, StyleBook& styles)
{
    for (std::size_t column = 0; column < headers.size(); ++column) {
        const CellPosition at{row, static_cast<std::uint32_t>(column)};
        const StyleIndex style = styles.header(columns[column].kind);
        const double button = has_filter ? button_width : 0;
        const double room = sheet.column_pixels(at.column) - wrap_margin - button;
        sheet.put(at, headers[column], style);
        const std::size_t lines = wrapped_lines(headers[column], styles.face(style), room);
        sheet.heighten(row, row_height(lines, styles.face(style), 8));
    }
}

} // namespace bilan::workbook
