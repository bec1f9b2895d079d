// SPDX-License-Identifier: MPL-2.0
#include "intake/say_crosses.hpp"

#include "base/text.hpp"
#include "intake/header/crosses.hpp"
#include "intake/shape/ticks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

std::uint32_t header_row(const TableDraft& draft)
{
    return draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
}

/// One word for each list that was gathered from columns of crosses.
void say_ticked(const TakeIn& take_in, const TableDraft& draft)
{
    for (const auto& [list, columns] : ticked_lists(draft)) {
        std::vector<std::string> items;
        for (const std::size_t at : columns) items.push_back(draft.mapping.columns[at].dimension_value);
        // By the form of their names only, one in doubt is enough.
        const bool is_doubtful = std::ranges::any_of(
            columns, [&](std::size_t at) { return draft.mapping.columns[at].reason.code == "BIL-535"; });
        const char* const code = is_doubtful ? "BIL-535" : "BIL-580";
        take_in.say(code, is_doubtful ? data::Severity::alert : data::Severity::information,
                    take_in.place(*draft.view, header_row(draft), draft.headers[columns.front()].column),
                    Done::converted, {code, {list, base::join(items, ", ")}}, draft.headers[columns.front()].path);
    }
}

/// One word for all columns of crosses that nobody knows: what was ticked there is lost.
void say_unread_crosses(const TakeIn& take_in, const TableDraft& draft)
{
    std::vector<std::string> names;
    std::optional<std::uint32_t> first;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const HeaderColumn& header = draft.headers[at];
        const MappedColumn& column = draft.mapping.columns[at];
        const bool is_left = column.outcome == Outcome::left_out && column.reason.code == "BIL-538";
        const bool is_unread = (column.outcome == Outcome::unknown || is_left) && holds_crosses(header);
        if (!is_unread || header.content.crosses == 0) continue;
        names.push_back(header.path);
        if (!first) first = header.column;
    }
    if (!first) return;
    take_in.say("BIL-538", data::Severity::alert, take_in.place(*draft.view, header_row(draft), *first),
                Done::set_aside, {"BIL-538", {base::join(names, "\u00A0; ")}}, names.front());
}

/// « X » below « Thèmes abordés / Droit commun », where one of several levels is asked: it says none of them.
void say_crosses_for_terms(const TakeIn& take_in, const TableDraft& draft)
{
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        const bool is_choice = column.outcome == Outcome::mapped && (column.field->type == data::FieldType::choice ||
                                                                     column.field->type == data::FieldType::choices);
        if (!is_choice || !header.has_header() || header.content.filled > 0 || header.content.crosses == 0) continue;
        take_in.say("BIL-539", data::Severity::alert, take_in.place(*draft.view, header_row(draft), header.column),
                    Done::refused, {"BIL-539", {header.path, column.field->id}}, header.path);
    }
}

/// « X » and nothing else below « Hors QPV »: a cross is no number, and no word that there is none.
void say_crosses_for_counts(const TakeIn& take_in, const TableDraft& draft)
{
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        const bool is_count = column.outcome == Outcome::mapped && column.field->type == data::FieldType::count;
        if (!is_count || !header.has_header() || header.content.filled > 0 || header.content.crosses == 0) continue;
        take_in.say("BIL-054", data::Severity::alert, take_in.place(*draft.view, header_row(draft), header.column),
                    Done::refused, {"BIL-054", {header.path, column.field->id}}, header.path);
    }
}

} // namespace

void say_crosses(const TakeIn& take_in, const TableDraft& draft)
{
    say_ticked(take_in, draft);
    say_unread_crosses(take_in, draft);
    say_crosses_for_terms(take_in, draft);
    say_crosses_for_counts(take_in, draft);
}

} // namespace bilan::intake
