// SPDX-License-Identifier: MPL-2.0
#include "intake/small_amounts.hpp"

#include "base/text.hpp"
#include "intake/value/header_unit.hpp"
#include "intake/value/number_text.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

/// The amounts above 0 of a column; nothing where one of its cells says its unit itself.
std::optional<std::vector<double>> unsaid_amounts(const TableDraft& draft, std::uint32_t column)
{
    std::vector<double> amounts;
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::record && row.kind != RowKind::total) continue;
        const Cell cell = draft.view->at(row.row, column);
        double amount = 0;
        if (cell.type() == CellType::number) {
            if (cell.tag.format() == FormatClass::currency) return std::nullopt;
            amount = cell.number;
        } else if (cell.type() == CellType::text) {
            const NumberText number = read_number_text(draft.view->label(row.row, column));
            if (number.is_euro || number.factor != 1) return std::nullopt;
            if (number.shape == NumberShape::plain) amount = number.value;
        }
        if (amount > 0 && row.kind == RowKind::record) amounts.push_back(amount);
    }
    return amounts;
}

bool has_unit(const HeaderColumn& header)
{
    const HeaderUnit unit = unit_of_amounts(header.unit, header.path);
    return unit.factor != 1 || unit.is_euro;
}

} // namespace

void say_small_amounts(const TakeIn& take_in, const TableDraft& draft)
{
    constexpr double likely_median = 100;
    constexpr double likely_greatest = 1000;
    constexpr std::size_t fewest = 3;
    std::vector<double> amounts;
    std::vector<std::string> names;
    std::optional<std::uint32_t> first;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        if (!is_read(column.outcome) || !column.field || column.field->type != data::FieldType::euro) continue;
        if (has_unit(header)) return; // somebody thought of it
        const std::optional<std::vector<double>> own = unsaid_amounts(draft, header.column);
        if (!own || own->empty()) continue;
        amounts.insert(amounts.end(), own->begin(), own->end());
        names.push_back(header.path);
        if (!first) first = header.column;
    }
    if (amounts.size() < fewest || *std::ranges::max_element(amounts) >= likely_greatest) return;
    std::ranges::nth_element(amounts, amounts.begin() + static_cast<std::ptrdiff_t>(amounts.size() / 2));
    const double median = amounts[amounts.size() / 2];
    if (median >= likely_median) return;
    const std::uint32_t row = draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
    take_in.say("C23", data::Severity::alert, take_in.place(*draft.view, row, *first), Done::kept,
                {"BIL-051", {base::join(names, "\u00A0; "), printed(median)}}, names.front());
}

} // namespace bilan::intake
