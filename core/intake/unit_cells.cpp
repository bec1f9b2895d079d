// SPDX-License-Identifier: MPL-2.0
#include "intake/unit_cells.hpp"

#include "intake/value/header_unit.hpp"
#include "intake/value/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace bilan::intake {

namespace {

bool names_unit(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 8> names{"unite",  "unites",  "unite monetaire",    "unite de compte",
                                                    "devise", "monnaie", "unite des montants", "unite du montant"};
    return header.has_header() && std::ranges::find(names, header.leaf().folded) != names.end();
}

/// `€`, `k€`, `M€`; empty for words that are no unit of money.
std::string money_unit(const std::string& text)
{
    const HeaderUnit unit = unit_of_header(text, {});
    if (!unit.name.empty()) return unit.name;
    return unit.is_euro ? "€" : std::string();
}

/// A number without a unit of its own; nothing for an empty cell and for words.
std::optional<double> plain_amount(const Cell& cell, const std::string& label)
{
    if (cell.type() == CellType::number) return cell.number;
    const NumberText number = read_number_text(label);
    if (number.shape != NumberShape::plain || number.is_euro || number.factor != 1 || number.unsettled != 0)
        return std::nullopt;
    return number.value;
}

} // namespace

std::optional<std::size_t> column_of_units(const TableDraft& draft)
{
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        if (!names_unit(draft.headers[at]) || is_read(draft.mapping.columns[at].outcome)) continue;
        std::size_t filled = 0;
        bool are_units = true;
        for (const Row& row : draft.rows.rows) {
            if (row.kind != RowKind::record) continue;
            const std::string label = draft.view->label(row.row, draft.headers[at].column);
            if (label.empty()) continue;
            ++filled;
            are_units = are_units && !money_unit(label).empty();
        }
        if (filled > 0 && are_units) return at;
    }
    return std::nullopt;
}

CellUnit unit_in_column(const TableDraft& draft, std::size_t at)
{
    CellUnit found;
    std::size_t empty = 0;
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::record) continue;
        const std::string label = draft.view->label(row.row, draft.headers[at].column);
        if (label.empty()) {
            ++empty;
            continue;
        }
        const std::string unit = money_unit(label);
        found.is_clear = found.is_clear && (found.unit.empty() || found.unit == unit);
        if (found.unit.empty() || unit != "€") { // of two, the one that is no euro is worth the words
            found.text = draft.headers[at].path + "\u00A0: " + label;
            found.unit = unit;
        }
    }
    if (empty > 0 && found.unit != "€") found.is_clear = false;
    return found;
}

std::optional<CellUnit> unit_of_total(const TableDraft& draft, std::size_t at)
{
    constexpr double rounding = 0.005; // « 41 k€ » for 40,9
    const std::uint32_t column = draft.headers[at].column;
    double sum = 0;
    std::size_t numbers = 0;
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::record) continue;
        const std::optional<double> amount =
            plain_amount(draft.view->at(row.row, column), draft.view->label(row.row, column));
        if (!amount) continue;
        sum += *amount;
        ++numbers;
    }
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::total || numbers < 2) continue;
        const std::string label = draft.view->label(row.row, column);
        const NumberText total = read_number_text(label);
        if (total.shape != NumberShape::plain || total.factor == 1 || total.value <= 0) continue;
        const double written = total.value / total.factor;
        if (std::abs(written - sum) > rounding * written) continue;
        return CellUnit{label, total.factor > 1e3 ? "M€" : "k€"};
    }
    return std::nullopt;
}

} // namespace bilan::intake
