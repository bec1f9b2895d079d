// SPDX-License-Identifier: MPL-2.0
#include "intake/row/dashed_parts.hpp"

#include "base/text.hpp"
#include "intake/header/measures.hpp"
#include "intake/row/adding_up.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

namespace bilan::intake {

namespace {

bool is_dashed(const RowInput& input, const Row& row)
{
    constexpr std::array<std::string_view, 8> marks{"- ",      "\u2013 ", "\u2014 ", "\u2022",
                                                    "\u00B7 ", "> ",      "=> ",     "\u2192"};
    const Line& line = input.block->line(row.row);
    if (row.kind != RowKind::record || line.texts == 0) return false;
    const Cell cell = input.view->at(row.row, line.first_text);
    if (cell.type() != CellType::text) return false;
    const std::string_view text = base::trim(input.view->book().text(cell));
    return std::ranges::any_of(marks, [&](std::string_view mark) { return text.starts_with(mark); });
}

bool is_added(const Mapping& mapping, std::size_t at)
{
    const MappedColumn& column = mapping.columns[at];
    return is_read(column.outcome) && is_measure(*column.field) &&
           (column.field->type == data::FieldType::count || column.field->type == data::FieldType::euro);
}

struct Agreement {
    std::uint32_t same = 0;
    std::uint32_t other = 0;
};

/// Measures that the whole and every part say.
Agreement compare(const RowInput& input, const Row& whole, std::span<const Row> parts)
{
    constexpr double allowed = 0.01; // what cents written as binary fractions lose
    Agreement found;
    for (std::size_t at = 0; at < input.headers->size(); ++at) {
        if (!is_added(*input.mapping, at)) continue;
        const std::uint32_t column = (*input.headers)[at].column;
        const std::optional<double> said = number_at(*input.view, whole.row, column);
        double sum = 0;
        bool is_known = said && *said != 0;
        for (const Row& part : parts) {
            const std::optional<double> number = number_at(*input.view, part.row, column);
            is_known = is_known && number.has_value();
            sum += number.value_or(0);
        }
        if (is_known) ++(std::abs(sum - *said) <= allowed ? found.same : found.other);
    }
    return found;
}

} // namespace

void settle_dashed_parts(const RowInput& input, TableRows& table)
{
    constexpr std::size_t fewest = 2;
    if (input.mapping->schema == nullptr) return;
    std::vector<Row>& rows = table.rows;
    for (std::size_t whole = 0; whole < rows.size(); ++whole) {
        if (rows[whole].kind != RowKind::record || is_dashed(input, rows[whole])) continue;
        std::size_t end = whole + 1;
        while (end < rows.size() && is_dashed(input, rows[end])) ++end;
        const std::span<Row> parts = std::span(rows).subspan(whole + 1, end - whole - 1);
        if (parts.size() < fewest) continue;
        const Agreement found = compare(input, rows[whole], parts);
        for (Row& part : parts) {
            if (found.same == 0) break;
            part.label = input.block->line(part.row).first_text;
            if (found.other == 0)
                part.kind = RowKind::part_of_above;
            else
                part.doubt = RowDoubt::may_be_part;
        }
        whole = end - 1;
    }
}

} // namespace bilan::intake
