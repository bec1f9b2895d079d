// SPDX-License-Identifier: MPL-2.0
#include "intake/row/adding_up.hpp"

#include "base/number.hpp"
#include "intake/cell_cursor.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::intake {

namespace {

constexpr std::uint32_t most_misses = 3; ///< more than the columns that agree: the rest is not looked at

/// Years, rates and what names a record are no sums. Nothing is known of the columns of a table without a schema.
bool may_add_up(const Mapping& mapping, std::size_t at)
{
    if (at >= mapping.columns.size()) return true;
    const MappedColumn& column = mapping.columns[at];
    if (!is_read(column.outcome)) return true;
    return is_measure(*column.field) && column.field->type != data::FieldType::rate;
}

/// What the records say in one column.
struct Parts {
    double sum = 0;
    std::uint32_t count = 0; ///< of those that are not zero
};

std::optional<double> number_of(const SheetView& view, const Cell& cell)
{
    if (cell.type() == CellType::number) return cell.number;
    if (cell.type() != CellType::text || looks(view.book().text(cell)) != Looks::number) return std::nullopt;
    return plain_number(view.book().text(cell));
}

Parts parts_of(const SheetView& view, const std::vector<std::uint32_t>& records, std::uint32_t column)
{
    Parts parts;
    CellCursor cells(view.grid());
    for (const std::uint32_t record : records) {
        const double number = number_of(view, cells.at(view.on_sheet(record, column))).value_or(0);
        parts.sum += number;
        parts.count += number != 0 ? 1U : 0U;
    }
    return parts;
}

/// A total bears a label where records say their title, their holder, their quarter: 10 + 10 = 20 is chance between
/// three actions that are named in full.
bool says_less(const RowInput& input, const std::vector<std::uint32_t>& records, std::uint32_t texts)
{
    return std::all_of(records.begin(), records.end(),
                       [&](std::uint32_t record) { return input.block->line(record).texts > texts; });
}

} // namespace

std::optional<double> number_at(const SheetView& view, std::uint32_t row, std::uint32_t column)
{
    return number_of(view, view.at(row, column));
}

AddsUp adds_up(const RowInput& input, const std::vector<std::uint32_t>& records, std::uint32_t row)
{
    constexpr double allowed = 0.01; // what cents written as binary fractions lose
    std::uint32_t same = 0;
    std::uint32_t other = 0;
    for (std::size_t at = 0; at < input.headers->size() && other < same + most_misses; ++at) {
        if (!may_add_up(*input.mapping, at)) continue;
        const std::uint32_t column = (*input.headers)[at].column;
        const std::optional<double> total = number_at(*input.view, row, column);
        if (!total || *total == 0) continue;
        const Parts parts = parts_of(*input.view, records, column);
        const bool is_sum = std::abs(parts.sum - *total) <= allowed;
        if (is_sum && parts.count == 1) continue; // what one record says may be said by another
        ++(is_sum ? same : other);
    }
    const std::uint32_t texts = input.block->line(row).texts;
    if (same > 0 && other == 0 && texts == 0) return AddsUp::yes;
    const bool is_sum = same >= 2 && other * 4 <= same;
    const bool is_beyond_chance = same >= 4 && other == 0 && records.size() >= 3;
    if (is_sum && (says_less(input, records, texts) || is_beyond_chance)) return AddsUp::yes;
    return same > 0 && same >= other ? AddsUp::perhaps : AddsUp::no;
}

} // namespace bilan::intake
