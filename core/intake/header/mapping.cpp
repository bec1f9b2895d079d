// SPDX-License-Identifier: MPL-2.0
#include "intake/header/mapping.hpp"

#include "intake/header/context.hpp"
#include "intake/header/near.hpp"
#include "intake/header/wide.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::size_t most_suggestions = 3;

struct Claim {
    std::size_t column = 0;
    std::vector<Candidate> candidates;
    std::size_t next = 0; ///< the candidate now claimed
};

double claimed(const Claim& claim)
{
    return claim.next < claim.candidates.size() ? claim.candidates[claim.next].confidence : 0;
}

/// Equal confidence: the field that fewer schemas have is the one this schema was made for (« Axe » of `emploi`).
void settle_ties(const Lexicon& lexicon, std::vector<Candidate>& candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& left, const Candidate& right) {
        if (left.confidence != right.confidence) return left.confidence > right.confidence;
        return lexicon.schemas_with(left.field.id) < lexicon.schemas_with(right.field.id);
    });
}

void suggest(MappedColumn& column, const std::vector<Candidate>& candidates)
{
    for (const Candidate& candidate : candidates)
        if (column.suggestions.size() < most_suggestions) column.suggestions.push_back(candidate.field.id);
}

std::optional<MappedColumn> remembered(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& column)
{
    if (input.answers == nullptr || !column.has_header()) return std::nullopt;
    std::optional<std::string> answer = input.answers->field(schema.schema->id, column.path);
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

class Assignment {
public:
    Assignment(const MappingInput& input, Mapping& mapping) : input_(&input), mapping_(&mapping)
    {
        holders_.reserve(mapping.columns.size());
    }
    /// The surest claim first; the first column of two equally sure ones.
    void run(std::vector<Claim> claims)
    {
        while (true) {
            const auto best = std::max_element(claims.begin(), claims.end(), [](const Claim& left, const Claim& right) {
                return claimed(left) < claimed(right);
            });
            if (best == claims.end() || claimed(*best) < sure) return;
            take(*best);
        }
    }
    void hold(std::size_t column) { holders_.push_back(column); }

private:
    void take(Claim& claim)
    {
        MappedColumn& column = mapping_->columns[claim.column];
        const Candidate& candidate = claim.candidates[claim.next];
        const auto rival = std::find_if(holders_.begin(), holders_.end(), [&](std::size_t holder) {
            return mapping_->columns[holder].field->id == candidate.field.id;
        });
        if (rival == holders_.end()) {
            column.outcome = Outcome::mapped;
            column.field = candidate.field;
            column.confidence = candidate.confidence;
            column.reason = candidate.reason;
            column.near = candidate.reason.code == "BIL-265";
            column.suggestions.clear();
            holders_.push_back(claim.column);
            claim.next = claim.candidates.size();
            return;
        }
        if (column.outcome != Outcome::duplicate) {
            column.outcome = Outcome::duplicate;
            column.rival = static_cast<std::uint32_t>(*rival);
            column.suggestions = {candidate.field.id};
        }
        // Only a second meaning that the header says by itself is worth taking then.
        ++claim.next;
        while (claim.next < claim.candidates.size() && claimed(claim) < 0.9) claim.next = claim.candidates.size();
    }

    const MappingInput* input_;
    Mapping* mapping_;
    std::vector<std::size_t> holders_;
};

void describe_open(const HeaderColumn& header, const std::vector<Candidate>& candidates, MappedColumn& column)
{
    if (!header.has_header()) {
        column.outcome = Outcome::untitled;
        return;
    }
    suggest(column, candidates);
    if (candidates.empty()) return;
    column.outcome = candidates.front().contradicted ? Outcome::contradicted : Outcome::question;
}

void score(const Lexicon& lexicon, Mapping& mapping)
{
    mapping.score = 0;
    mapping.mapped = 0;
    const auto count = static_cast<double>(lexicon.schemas().size());
    for (const MappedColumn& column : mapping.columns) {
        if (column.outcome != Outcome::mapped && column.outcome != Outcome::wide) continue;
        ++mapping.mapped;
        const double spread = std::max(1.0, static_cast<double>(lexicon.schemas_with(column.field->id)));
        const double distinct = count > 1 ? (count - spread) / (count - 1) : 1;
        mapping.score += column.confidence * (0.3 + 0.7 * distinct);
    }
}

} // namespace

bool Mapping::has(std::string_view field) const
{
    return std::any_of(columns.begin(), columns.end(), [&](const MappedColumn& column) {
        return column.field && column.field->id == field &&
               (column.outcome == Outcome::mapped || column.outcome == Outcome::wide);
    });
}

Mapping map_columns(const MappingInput& input, const SchemaIndex& schema)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    Mapping mapping;
    mapping.schema = &schema;
    mapping.columns.resize(headers.size());
    Assignment assignment(input, mapping);
    std::vector<Claim> claims;
    std::vector<std::vector<Candidate>> candidates(headers.size());
    for (std::size_t at = 0; at < headers.size(); ++at) {
        MappedColumn& column = mapping.columns[at];
        if ((*input.personal)[at]) {
            column.outcome = Outcome::personal;
            continue;
        }
        if (headers[at].has_header()) ++mapping.titled;
        if (std::optional<MappedColumn> answer = remembered(input, schema, headers[at])) {
            column = std::move(*answer);
            if (column.field) assignment.hold(at);
            continue;
        }
        candidates[at] = match(*input.lexicon, schema, headers[at]);
        settle_ties(*input.lexicon, candidates[at]);
        const bool is_personal = !candidates[at].empty() && candidates[at].front().field.personal;
        if (is_personal && candidates[at].front().confidence >= sure) {
            column.outcome = Outcome::personal;
            candidates[at].clear();
            continue;
        }
        describe_open(headers[at], candidates[at], column);
    }
    find_wide_columns(input, candidates, mapping);
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const Outcome outcome = mapping.columns[at].outcome;
        const bool is_open = outcome == Outcome::question || outcome == Outcome::contradicted;
        if (is_open) claims.push_back({at, candidates[at], 0});
    }
    assignment.run(std::move(claims));
    score(*input.lexicon, mapping);
    return mapping;
}

void ask_about_the_rest(const MappingInput& input, Mapping& mapping)
{
    const SchemaIndex& schema = *mapping.schema;
    Assignment assignment(input, mapping);
    std::vector<Claim> claims;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        MappedColumn& column = mapping.columns[at];
        if (column.outcome == Outcome::mapped) assignment.hold(at);
        if (column.outcome != Outcome::unknown && column.outcome != Outcome::question) continue;
        std::vector<Candidate> near = match_near(*input.lexicon, schema, (*input.columns)[at]);
        suggest(column, near);
        if (column.suggestions.empty())
            column.suggestions = nearest_fields(schema, (*input.columns)[at].leaf(), most_suggestions);
        if (!column.suggestions.empty()) column.outcome = Outcome::question;
        claims.push_back({at, std::move(near), 0});
    }
    assignment.run(std::move(claims));
    score(*input.lexicon, mapping);
}

} // namespace bilan::intake
