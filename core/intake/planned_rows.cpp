// SPDX-License-Identifier: MPL-2.0
#include "intake/planned_rows.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/table/card.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

struct Said {
    std::size_t entry = 0; ///< of the rows of the table
    CardPart part = CardPart::none;
};

/// What each record says in the column; empty unless all say planned or realised.
std::vector<Said> said_in(const TableDraft& draft, std::uint32_t column)
{
    std::vector<Said> said;
    for (std::size_t entry = 0; entry < draft.rows.rows.size(); ++entry) {
        const Row& row = draft.rows.rows[entry];
        if (row.kind != RowKind::record) continue;
        const CardPart part = card_part_of(base::fold(base::trim(draft.view->label(row.row, column))));
        if (part != CardPart::planned && part != CardPart::realised) return {};
        said.push_back({entry, part});
    }
    return said;
}

/// The columns that name an action, or who carries it.
std::vector<std::uint32_t> naming_columns(const TableDraft& draft)
{
    std::vector<std::uint32_t> columns;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::mapped) continue;
        const std::string& id = column.field->id;
        if (names_record(*column.field) || id == "porteur" || id == "intitule")
            columns.push_back(draft.headers[at].column);
    }
    return columns;
}

/// One action: the same names, or none below those of the first row.
bool is_same_action(const TableDraft& draft, const std::vector<std::uint32_t>& columns, std::uint32_t first,
                    std::uint32_t second)
{
    return std::ranges::all_of(columns, [&](std::uint32_t column) {
        const std::string below = base::fold(draft.view->label(second, column));
        return below.empty() || below == base::fold(draft.view->label(first, column));
    });
}

struct Pair {
    std::size_t planned = 0;
    std::size_t realised = 0;
};

/// Planned rows, each with the realised row of its action right above or below.
std::vector<Pair> pairs_of(const TableDraft& draft, const std::vector<Said>& said)
{
    const std::vector<std::uint32_t> names = naming_columns(draft);
    const auto row_of = [&](const Said& one) { return draft.rows.rows[one.entry].row; };
    std::vector<Pair> pairs;
    for (std::size_t at = 0; !names.empty() && at + 1 < said.size(); ++at) {
        const Said& first = said[at];
        const Said& second = said[at + 1];
        if (first.part == second.part || !is_same_action(draft, names, row_of(first), row_of(second))) continue;
        const bool is_planned_first = first.part == CardPart::planned;
        pairs.push_back(is_planned_first ? Pair{first.entry, second.entry} : Pair{second.entry, first.entry});
        ++at; // the row below begins another pair
    }
    return pairs;
}

} // namespace

void settle_planned_rows(TableDraft& draft)
{
    if (!draft.has_schema()) return;
    for (std::uint32_t column = draft.block.first_column; column <= draft.block.last_column; ++column) {
        const std::vector<Said> said = said_in(draft, column);
        const std::vector<Pair> pairs = pairs_of(draft, said);
        if (pairs.empty()) continue;
        for (const Pair& pair : pairs) {
            Row& planned = draft.rows.rows[pair.planned];
            Row& realised = draft.rows.rows[pair.realised];
            planned.kind = RowKind::part_of_card;
            planned.label = column;
            planned.doubt = RowDoubt::none;
            planned.group.reset();
            if (pair.planned < pair.realised) realised.completed_by = pair.planned; // the names stand in the first row
        }
        return;
    }
}

} // namespace bilan::intake
