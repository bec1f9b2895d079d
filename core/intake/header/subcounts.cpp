// SPDX-License-Identifier: MPL-2.0
#include "intake/header/subcounts.hpp"

#include <algorithm>
#include <utility>

namespace bilan::intake {

namespace {

bool is_part(const HeaderColumn& column)
{
    return column.has_header() && !column.leaf().tokens.empty() && column.leaf().tokens.front() == "dont";
}

/// « dont QPV » below « Embauches » instead of beside it.
HeaderColumn below(const HeaderColumn& whole, const HeaderColumn& part)
{
    HeaderColumn joined = part;
    joined.levels = whole.levels;
    joined.words = whole.words;
    joined.levels.push_back(part.levels.back());
    joined.words.push_back(part.words.back());
    joined.carried.assign(joined.levels.size(), false);
    return joined;
}

/// « Embauches / dont QPV » beside « Alternants / Total »: each has a group of its own, and the part is its group's.
bool is_of_another_group(const HeaderColumn& whole, const HeaderColumn& part)
{
    const bool has_own = part.levels.size() > 1 && whole.levels.size() > 1;
    return has_own && part.levels.front() != whole.levels.front();
}

/// What the header means as a part of `whole`, when `whole` surely has such a part.
const Candidate* part_of(const std::vector<Candidate>& meanings, const data::Field& whole)
{
    const auto found = std::find_if(meanings.begin(), meanings.end(), [&](const Candidate& meaning) {
        return meaning.confidence >= sure && meaning.field.parent == whole.id;
    });
    return found == meanings.end() ? nullptr : &*found;
}

} // namespace

void relate_parts(const MappingInput& input, const SchemaIndex& schema, std::vector<std::vector<Candidate>>& candidates)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    for (std::size_t at = 1; at < headers.size(); ++at) {
        if ((*input.personal)[at] || !is_part(headers[at])) continue;
        for (std::size_t left = at; left-- > 0;) {
            if (is_of_another_group(headers[left], headers[at])) break;
            if (candidates[left].empty() || candidates[left].front().confidence < sure) break;
            const data::Field& whole = candidates[left].front().field;
            const std::vector<Candidate> meanings = match(*input.lexicon, schema, below(headers[left], headers[at]));
            if (const Candidate* meaning = part_of(meanings, whole)) {
                Candidate best = *meaning;
                best.confidence = std::max(best.confidence, 0.96);
                std::erase_if(candidates[at], [&](const Candidate& other) { return other.field.id == best.field.id; });
                candidates[at].insert(candidates[at].begin(), std::move(best));
                break;
            }
            if (whole.parent.empty()) break; // what stands further left is another matter
        }
    }
}

} // namespace bilan::intake
