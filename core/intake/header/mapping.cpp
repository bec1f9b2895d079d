// SPDX-License-Identifier: MPL-2.0
#include "intake/header/mapping.hpp"

#include "intake/header/assignment.hpp"
#include "intake/header/bare_quarters.hpp"
#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/line_numbers.hpp"
#include "intake/header/list_beside.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/periods.hpp"
#include "intake/header/quarters.hpp"
#include "intake/header/ruled_out.hpp"
#include "intake/header/settle.hpp"
#include "intake/header/subcounts.hpp"
#include "intake/header/suggestions.hpp"
#include "intake/header/summands.hpp"
#include "intake/header/ticks.hpp"
#include "intake/header/wide.hpp"

#include <bilan/place.hpp>

#include <algorithm>
#include <utility>

namespace bilan::intake {

namespace {

/// Equal confidence: the field that fewer schemas have is the one this schema was made for (« Axe » of `emploi`).
void settle_ties(const Lexicon& lexicon, std::vector<Candidate>& candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& left, const Candidate& right) {
        if (left.confidence != right.confidence) return left.confidence > right.confidence;
        return lexicon.schemas_with(left.field->id) < lexicon.schemas_with(right.field->id);
    });
}

void suggest(MappedColumn& column, const std::vector<Candidate>& candidates)
{
    for (const Candidate& candidate : candidates)
        if (column.suggestions.size() < most_suggestions &&
            std::ranges::find(column.suggestions, candidate.field->id) == column.suggestions.end())
            column.suggestions.push_back(candidate.field->id);
}

/// « Nombre de bénéficiaires / Bellefontaine » = territoire, over small numbers: the header is a value of the field.
bool is_header_of_quarter(const SchemaIndex& schema, const HeaderColumn& column, const std::string& answer)
{
    constexpr double smallest_code = 10'000;
    const data::Field* const territory = territory_field(*schema.schema);
    return territory != nullptr && territory->id == answer && column.content.is_mostly(column.content.numbers) &&
           column.content.largest < smallest_code;
}

/// What the numbers count is said by the group above, or before the quarter; without either they are not read.
void mark_answered_quarter(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column,
                           const std::string& answer, MappedColumn& mapped)
{
    const HeaderColumn levels = column.words.size() > 1 ? column : as_two_levels(column);
    const std::optional<Candidate> measure = measure_above(lexicon, schema, levels);
    mapped.outcome = measure ? Outcome::wide : Outcome::left_out;
    if (!measure) {
        mapped.reason = {"BIL-589", {column.path, answer}};
        return;
    }
    mapped.field = measure->field;
    mapped.dimension = answer;
    mapped.dimension_value = levels.levels.back();
}

std::optional<MappedColumn> remembered(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& column)
{
    if (input.answers == nullptr || input.answers->empty() || !column.has_header()) return std::nullopt;
    // « F [E] » answers for the column E alone.
    std::optional<std::string> answer =
        input.answers->field(schema.schema->id, column.path + " [" + column_letters(column.column) + ']');
    if (!answer) answer = input.answers->field(schema.schema->id, column.path);
    if (!answer) answer = input.answers->field(schema.schema->id, column.levels.back());
    if (!answer) return std::nullopt;
    MappedColumn mapped;
    mapped.confidence = 1;
    mapped.reason = {"BIL-260", {*answer}};
    if (answer->empty()) {
        mapped.outcome = Outcome::left_out;
        mapped.reason = {"BIL-274", {}};
        return mapped;
    }
    if (is_header_of_quarter(schema, column, *answer)) {
        mark_answered_quarter(*input.lexicon, schema, column, *answer, mapped);
        return mapped;
    }
    mapped.outcome = Outcome::mapped;
    if (const data::Field* field = field_by_id(*schema.schema, *answer)) {
        mapped.field = *field;
        return mapped;
    }
    for (const data::FieldFamily& family : schema.schema->families)
        if (answer->starts_with(family.prefix) && answer->size() > family.prefix.size()) {
            mapped.field = field_of_family(family, answer->substr(family.prefix.size()), column.path);
            return mapped;
        }
    return std::nullopt;
}

/// « Aucune n'est reprise »: the column gives its field as surely as another one does.
bool is_contested(const MappedColumn& column)
{
    const std::string& reason = column.reason.code;
    return column.outcome == Outcome::question && (reason == "BIL-821" || reason == "BIL-036");
}

void describe_open(const HeaderColumn& header, const std::vector<Candidate>& candidates, MappedColumn& column)
{
    column.suggestions.clear();
    if (!header.has_header()) {
        column.outcome = Outcome::untitled;
        return;
    }
    suggest(column, candidates);
    if (candidates.empty()) return;
    const Candidate& first = candidates.front();
    const bool says_file = std::ranges::find(header.leaf().tokens, "dossier") != header.leaf().tokens.end();
    if (first.contradicted && first.field->code_kind == "dossier" && !says_file && counts_lines(header.content)) {
        column.outcome = Outcome::left_out;
        column.suggestions.clear();
        column.reason = {"BIL-582", {header.path, first.field->id}};
        return;
    }
    if (first.reason.code == "BIL-288" || first.reason.code == "BIL-060") { // the total of several funders
        column.outcome = first.reason.code == "BIL-288" ? Outcome::part_total : Outcome::left_out;
        column.suggestions.clear();
        column.reason = first.reason;
        return;
    }
    column.reason = candidates.front().reason;
    column.outcome = candidates.front().contradicted ? Outcome::contradicted : Outcome::question;
    if (is_contested(column)) column.contested = first.field;
}

std::vector<bool> open_columns(const Mapping& mapping)
{
    std::vector<bool> open;
    for (const MappedColumn& column : mapping.columns)
        open.push_back(column.outcome == Outcome::question || column.outcome == Outcome::contradicted);
    return open;
}

/// « F » below « Entrées » counts women among those who came in: it is no answer to offer for the women of all.
void drop_parts_of_others(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& header,
                          std::vector<Candidate>& candidates)
{
    const auto may_be_wrong = [](const Candidate& one) { return one.confidence < sure && !one.field->parent.empty(); };
    if (header.words.size() < 2 || std::ranges::none_of(candidates, may_be_wrong)) return;
    const std::optional<Candidate> above = measure_above(lexicon, schema, header);
    if (!above) return;
    std::erase_if(candidates, [&](const Candidate& one) {
        return may_be_wrong(one) && one.field->parent != above->field->id && one.field->parent != above->field->parent;
    });
}

/// « Total » is no answer to offer for the women, of whom no word of the header speaks.
void drop_sexes_unsaid(const HeaderColumn& header, std::vector<Candidate>& candidates)
{
    const bool says_sex = std::ranges::any_of(
        header.words, [](const HeaderWords& words) { return std::ranges::any_of(words.tokens, names_sex); });
    if (says_sex) return;
    std::erase_if(candidates, [](const Candidate& one) {
        return one.confidence < sure && (one.field->id == "benef_f" || one.field->id == "benef_h");
    });
}

/// What the column may be, unless that is settled already: it names persons, or somebody gave the answer.
std::vector<Candidate> candidates_of(const MappingInput& input, const SchemaIndex& schema, std::size_t at,
                                     Mapping& mapping)
{
    const HeaderColumn& header = (*input.columns)[at];
    MappedColumn& column = mapping.columns[at];
    if ((*input.personal)[at]) {
        column.outcome = Outcome::personal;
        return {};
    }
    if (header.has_header()) ++mapping.titled;
    if (std::optional<MappedColumn> answer = remembered(input, schema, header)) {
        column = std::move(*answer);
        return {};
    }
    std::vector<Candidate> candidates = match(*input.lexicon, schema, header, input.signs[at]);
    drop_parts_of_others(*input.lexicon, schema, header, candidates);
    drop_sexes_unsaid(header, candidates);
    settle_ties(*input.lexicon, candidates);
    const bool is_personal = !candidates.empty() && candidates.front().field->personal;
    if (is_personal && candidates.front().confidence >= sure) {
        column.outcome = Outcome::personal;
        return {};
    }
    return candidates;
}

void describe_all_open(const MappingInput& input, const Candidates& candidates, Mapping& mapping)
{
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const Outcome outcome = mapping.columns[at].outcome;
        const bool is_settled = outcome != Outcome::unknown && outcome != Outcome::question &&
                                outcome != Outcome::contradicted && outcome != Outcome::untitled;
        if (!is_settled) describe_open((*input.columns)[at], candidates[at], mapping.columns[at]);
    }
}

void count_read(Mapping& mapping)
{
    mapping.mapped = 0;
    mapping.contested = 0;
    for (MappedColumn& column : mapping.columns) {
        if (!is_contested(column)) column.contested.reset();
        if (column.contested) ++mapping.contested;
        if (is_read(column.outcome)) ++mapping.mapped;
    }
}

} // namespace

bool Mapping::has(std::string_view field) const
{
    return std::any_of(columns.begin(), columns.end(), [&](const MappedColumn& column) {
        return column.field && column.field->id == field && is_read(column.outcome);
    });
}

bool names_record(const data::Field& field)
{
    const bool is_name = field.type == data::FieldType::text || field.type == data::FieldType::code;
    return is_name && (field.required || field.code_kind == "dossier");
}

Mapping map_columns(const MappingInput& input, const SchemaIndex& schema)
{
    Mapping mapping;
    mapping.schema = &schema;
    mapping.columns.resize(input.columns->size());
    Assignment assignment(mapping);
    Candidates candidates(input.columns->size());
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        candidates[at] = candidates_of(input, schema, at, mapping);
        if (mapping.columns[at].outcome == Outcome::mapped) assignment.hold(at);
    }
    yield_to_the_table(input, candidates);
    settle_beside(input, schema, candidates);
    relate_parts(input, schema, candidates);
    describe_all_open(input, candidates, mapping);
    find_ticks(input, candidates, mapping);
    find_wide_columns(input, candidates, mapping);
    find_periods(input, candidates, mapping);
    find_summands(input, candidates, mapping);
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const Outcome outcome = mapping.columns[at].outcome;
        if (is_read(outcome) && outcome != Outcome::mapped) assignment.hold_together(at);
    }
    settle_rivals(input, open_columns(mapping), candidates);
    describe_all_open(input, candidates, mapping);
    std::vector<Claim> claims;
    const std::vector<bool> is_open = open_columns(mapping);
    for (std::size_t at = 0; at < candidates.size(); ++at)
        if (is_open[at]) claims.push_back({at, candidates[at], 0});
    assignment.run(std::move(claims));
    count_read(mapping);
    return mapping;
}

namespace {

/// « Dont habitants QPV » beside a column for each quarter is what these count between them: a field has one column.
void make_wholes_beside_wide(Mapping& mapping)
{
    const auto is_wide = [](const MappedColumn& column) { return column.outcome == Outcome::wide; };
    for (MappedColumn& column : mapping.columns) {
        const auto measures = [&](const MappedColumn& other) {
            return is_wide(other) && other.field->id == column.field->id;
        };
        if (column.outcome == Outcome::mapped && std::ranges::any_of(mapping.columns, measures))
            make_whole(column, data::Field(*column.field));
    }
}

} // namespace

void ask_about_the_rest(const MappingInput& input, Mapping& mapping)
{
    const SchemaIndex& schema = *mapping.schema;
    Assignment assignment(mapping);
    std::vector<Claim> claims;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        MappedColumn& column = mapping.columns[at];
        if (column.outcome == Outcome::mapped) assignment.hold(at);
        if (column.outcome != Outcome::unknown && column.outcome != Outcome::question) continue;
        if (is_line_number((*input.columns)[at])) {
            column.outcome = Outcome::unknown;
            column.suggestions.clear();
            continue;
        }
        std::vector<Candidate> near = match_near(*input.lexicon, schema, (*input.columns)[at]);
        suggest(column, near);
        if (column.suggestions.empty())
            column.suggestions = suggested_fields(*input.lexicon, mapping, (*input.columns)[at]);
        if (!column.suggestions.empty()) column.outcome = Outcome::question;
        claims.push_back({at, std::move(near), 0});
    }
    assignment.run(std::move(claims));
    settle_named_quarters(input, mapping);
    settle_bare_quarters(input, mapping);
    make_wholes_beside_wide(mapping);
    count_read(mapping);
}

} // namespace bilan::intake
