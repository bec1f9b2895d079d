// SPDX-License-Identifier: MPL-2.0
#include "intake/header/other_people.hpp"

#include "intake/header/context.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace bilan::intake {

namespace {

constexpr double asked = 0.7; ///< below `sure`: a question

/// « F », « QPV » below a group, surely taken for a part of some whole.
bool is_grouped_part(const HeaderColumn& header, const std::vector<Candidate>& own)
{
    if (own.empty() || own.front().confidence < sure || header.words.size() < 2) return false;
    const data::Field& field = *own.front().field;
    return field.type == data::FieldType::count && !field.parent.empty() && is_restriction(header.leaf());
}

/// « Membres actifs » over « F »: the group is a field of its own, of which these are a part.
bool is_part_of_group(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& header,
                      const data::Field& field)
{
    const std::optional<Candidate> above = measure_above(lexicon, schema, header);
    return above && above->field->type == data::FieldType::count && above->field->id != field.id &&
           above->field->id != field.parent && !is_restriction(header.words[header.words.size() - 2]);
}

/// The same leaf under another group is asked about, as what this one is taken for.
bool has_asked_twin(const std::vector<HeaderColumn>& headers, const Candidates& candidates, std::size_t at)
{
    const HeaderColumn& header = headers[at];
    for (std::size_t other = 0; other < headers.size(); ++other) {
        const HeaderColumn& twin = headers[other];
        const std::vector<Candidate>& own = candidates[other];
        const bool is_twin = other != at && twin.words.size() == header.words.size() &&
                             twin.leaf().tokens == header.leaf().tokens &&
                             twin.words[twin.words.size() - 2].tokens != header.words[header.words.size() - 2].tokens;
        if (!is_twin || own.empty() || own.front().confidence >= sure || twin.content.filled == 0) continue;
        if (own.front().field->id == candidates[at].front().field->id) return true;
    }
    return false;
}

} // namespace

void settle_other_people(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::vector<std::size_t> twins;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (!headers[at].has_header() || !is_grouped_part(headers[at], candidates[at])) continue;
        const data::Field field = *candidates[at].front().field;
        if (candidates[at].front().reason.code == "BIL-264" &&
            is_part_of_group(*input.lexicon, schema, headers[at], field)) {
            candidates[at].erase(candidates[at].begin());
            continue;
        }
        const HeaderWords& group = headers[at].words[headers[at].words.size() - 2];
        if (!speaks_of_all(schema, group, field) && has_asked_twin(headers, candidates, at)) twins.push_back(at);
    }
    for (const std::size_t at : twins) candidates[at].front().confidence = asked;
}

} // namespace bilan::intake
