// SPDX-License-Identifier: MPL-2.0
#include "intake/own_headers.hpp"

#include "base/text.hpp"
#include "data/collection.hpp"
#include "intake/own_form.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

/// The header without the id below it, which may have been taken for one more level.
HeaderColumn without_id(HeaderColumn header)
{
    header.code.clear();
    while (header.levels.size() > 1 && header.words.back().plain.find('_') != std::string::npos) {
        header.levels.pop_back();
        header.words.pop_back();
        header.carried.pop_back();
    }
    return header;
}

bool is_label_of(const data::Field& field, const std::string& written)
{
    const std::string folded = read_header(written).folded;
    return folded == read_header(field.label.french).folded || folded == read_header(field.label.english).folded;
}

} // namespace

void question_changed_headers(const TakeIn& take_in, TableDraft& draft)
{
    if (!is_own_form(draft)) return;
    const std::vector<data::Field> asked = data::asked_fields(*draft.mapping.schema->schema);
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::mapped || column.reason.code != "BIL-261") continue;
        const HeaderColumn header = without_id(draft.headers[at]);
        const auto own = std::ranges::find(asked, column.field->id, &data::Field::id);
        if (header.levels.empty() || (own != asked.end() && is_label_of(*own, header.levels.back()))) continue;
        const std::vector<Candidate> said = match(*take_in.lexicon, *draft.mapping.schema, header);
        const auto is_own = [&](const Candidate& candidate) { return candidate.field->id == column.field->id; };
        if (std::ranges::any_of(said, is_own)) continue;
        const bool is_other = !said.empty() && said.front().confidence >= sure;
        if (!is_other) {
            column.near = true;
            column.reason = {"BIL-514", {header.levels.back(), column.field->id}};
            continue;
        }
        column.outcome = Outcome::question;
        column.reason = {"BIL-515", {header.levels.back(), column.field->id, said.front().field->id}};
        column.suggestions = {column.field->id, said.front().field->id};
        column.field.reset();
        --draft.mapping.mapped;
    }
}

void say_deleted_columns(const TakeIn& take_in, const TableDraft& draft)
{
    if (!is_own_form(draft)) return;
    std::vector<std::string> gone;
    for (const data::Field& field : data::asked_fields(*draft.mapping.schema->schema)) {
        const bool is_there = std::ranges::any_of(draft.mapping.columns, [&](const MappedColumn& column) {
            return (column.field && column.field->id == field.id) ||
                   std::ranges::find(column.suggestions, field.id) != column.suggestions.end();
        });
        if (!is_there) gone.push_back(field.id);
    }
    if (gone.empty()) return;
    const std::uint32_t row = draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
    take_in.say("BIL-516", data::Severity::information,
                take_in.place(*draft.view, row, draft.headers.empty() ? 0 : draft.headers.front().column), Done::kept,
                {"BIL-516", {base::join(gone, ", ")}});
}

} // namespace bilan::intake
