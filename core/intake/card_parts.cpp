// SPDX-License-Identifier: MPL-2.0
#include "intake/card_parts.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/match.hpp"
#include "intake/header/measures.hpp"
#include "intake/table/card.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

bool is_taken(const Row& row)
{
    return row.kind == RowKind::record || row.kind == RowKind::total || row.kind == RowKind::subtotal;
}

/// What each row says it is in the column; empty when one says something else, or nothing.
std::vector<std::pair<std::size_t, CardPart>> parts_in(const TableDraft& draft, std::uint32_t column)
{
    std::vector<std::pair<std::size_t, CardPart>> parts;
    for (std::size_t entry = 0; entry < draft.rows.rows.size(); ++entry) {
        const Row& row = draft.rows.rows[entry];
        if (!is_taken(row)) continue;
        const CardPart part = card_part_of(base::fold(draft.view->label(row.row, column)));
        if (part == CardPart::none) return {};
        parts.emplace_back(entry, part);
    }
    return parts;
}

/// Keeps the one record of the kind, and sets the others aside. False when there is none, or several.
bool keep_only(TableDraft& draft, std::uint32_t column, const std::vector<std::pair<std::size_t, CardPart>>& parts,
               CardPart kept)
{
    const auto is_kept = [&](const auto& part) { return part.second == kept; };
    if (std::ranges::count_if(parts, is_kept) != 1) return false;
    for (const auto& [entry, part] : parts) {
        Row& row = draft.rows.rows[entry];
        row.doubt = RowDoubt::none;
        row.group.reset();
        if (part == kept) {
            row.kind = RowKind::record;
            row.completed_by = static_cast<Row::Index>(parts.front().first);
        } else {
            row.kind = RowKind::part_of_card;
            row.label = column;
        }
    }
    return true;
}

void settle_columns_of_one(TableDraft& draft)
{
    constexpr std::size_t most_columns = 4; // of a card
    const auto taken = std::ranges::count_if(draft.rows.rows, is_taken);
    if (taken < 2 || static_cast<std::size_t>(taken) > most_columns) return;
    for (std::uint32_t column = draft.block.first_column; column <= draft.block.last_column; ++column) {
        const auto parts = parts_in(draft, column);
        const auto has = [&](CardPart wanted) {
            return std::ranges::any_of(parts, [&](const auto& part) { return part.second == wanted; });
        };
        if (has(CardPart::planned) && has(CardPart::realised) && keep_only(draft, column, parts, CardPart::realised))
            return;
        if (has(CardPart::women) && has(CardPart::men) && keep_only(draft, column, parts, CardPart::all)) return;
    }
}

/// « Source | RP 2018 | Filosofi 2019 » beside the quarters of a card.
void settle_sources(TableDraft& draft)
{
    constexpr std::array<std::string_view, 6> names{"source", "sources", "unite", "unites", "commentaire", "remarque"};
    for (Row& row : draft.rows.rows) {
        const Line& line = draft.block.line(row.row);
        if (row.kind != RowKind::record || line.texts == 0 || line.numbers > 0) continue;
        const std::string folded = base::fold(draft.view->label(row.row, line.first_text));
        if (std::ranges::find(names, folded) == names.end()) continue;
        row.kind = RowKind::note;
        row.doubt = RowDoubt::none;
    }
}

enum class Measure : std::uint8_t { unknown, people, other };

/// What the schemas read in columns called like the label: all the people, something else, or nothing.
Measure measure_of(const TakeIn& take_in, const std::string& label)
{
    HeaderColumn header;
    header.levels = {label};
    header.words = {read_header(label)};
    header.carried = {false};
    header.path = label;
    Measure measure = Measure::unknown;
    for (const SchemaIndex& schema : take_in.lexicon->schemas()) {
        const std::vector<Candidate> found = match(*take_in.lexicon, schema, header);
        if (found.empty() || found.front().confidence < sure || !is_measure(*found.front().field)) continue;
        if (found.front().field->id == "benef_total") return Measure::people;
        measure = Measure::other;
    }
    return measure;
}

/// « Sorties en emploi durable » in a row below « Femmes | Hommes | Total » are no people of an action; nor is what no
/// schema knows, « Reçus au code », where such a row and one of all the people stand beside it.
void settle_rows_of_indicators(const TakeIn& take_in, TableDraft& draft)
{
    constexpr std::size_t most_rows = 60; // of a card
    std::optional<std::uint32_t> labels;
    std::size_t measures = 0;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        if (is_read(column.outcome)) {
            const std::string& id = column.field->id;
            if (id != "benef_f" && id != "benef_h" && id != "benef_total") return;
            ++measures;
        } else if (!labels && header.content.texts * 2 > header.content.filled) {
            labels = header.column;
        }
    }
    if (!labels || measures < 2 || draft.rows.rows.size() > most_rows) return;
    std::vector<std::pair<Row*, Measure>> told;
    for (Row& row : draft.rows.rows) {
        const bool is_told = row.kind == RowKind::statistic || row.kind == RowKind::part_of_above;
        const bool may_be = row.kind == RowKind::record || is_told;
        if (!may_be || !draft.view->is_text(row.row, *labels)) continue;
        told.emplace_back(&row, is_told ? Measure::other : measure_of(take_in, draft.view->label(row.row, *labels)));
    }
    const auto has = [&](Measure wanted) {
        return std::ranges::any_of(told, [&](const auto& one) { return one.second == wanted; });
    };
    const bool is_card = has(Measure::people) && has(Measure::other);
    for (const auto& [row, measure] : told) {
        if (measure == Measure::people || (measure == Measure::unknown && !is_card)) continue;
        row->kind = RowKind::part_of_card;
        row->label = *labels;
        row->doubt = RowDoubt::none;
        row->is_indicator = true;
    }
}

/// Fields that name the group of a row.
bool names_a_group(const data::Field& field)
{
    constexpr std::array<std::string_view, 8> ids{"pilier",    "axe_strategique", "thematique", "porteur",
                                                  "operateur", "territoire",      "commune",    "financeur"};
    return std::ranges::find(ids, field.id) != ids.end();
}

/// Each text once, the first row filled in, and as many rows or more that are not.
bool is_filled_at_tops(const TableDraft& draft, std::uint32_t column)
{
    std::set<std::string> seen;
    std::size_t empty = 0;
    bool is_first = true;
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::record) continue;
        const bool is_filled = draft.view->is_filled(row.row, column);
        if (is_first && !is_filled) return false;
        is_first = false;
        if (!is_filled)
            ++empty;
        else if (!seen.insert(draft.view->label(row.row, column)).second)
            return false;
    }
    return seen.size() >= 2 && empty >= seen.size();
}

bool has_merge_down(const TableDraft& draft, std::uint32_t column)
{
    return std::ranges::any_of(draft.view->merges(), [&](const CellRange& merge) {
        return merge.first_column == column && merge.last_row > merge.first_row &&
               merge.first_row >= draft.block.first_row && merge.last_row <= draft.block.last_row;
    });
}

} // namespace

void settle_card_parts(const TakeIn& take_in, TableDraft& draft)
{
    if (draft.mapping.schema == nullptr) return;
    if (draft.view->is_transposed()) {
        settle_columns_of_one(draft);
        settle_sources(draft);
    } else {
        settle_rows_of_indicators(take_in, draft);
    }
}

void say_first_of_groups(const TakeIn& take_in, const TableDraft& draft)
{
    if (!draft.block.has_header()) return;
    const std::uint32_t row = draft.block.header.labels.back();
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& mapped = draft.mapping.columns[at];
        const std::uint32_t column = draft.headers[at].column;
        const bool is_group = mapped.outcome == Outcome::mapped && names_a_group(*mapped.field);
        if (!is_group) continue;
        const bool is_given = std::ranges::any_of(
            draft.rows.rows, [&](const Row& other) { return other.fills_column && other.label == column; });
        if (is_given || !is_filled_at_tops(draft, column) || has_merge_down(draft, column)) continue;
        take_in.say("BIL-129", data::Severity::alert, take_in.place(*draft.view, row, column), Done::kept,
                    {"BIL-129", {draft.headers[at].path}}, draft.headers[at].path);
    }
}

} // namespace bilan::intake
