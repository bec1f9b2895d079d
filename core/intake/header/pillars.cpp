// SPDX-License-Identifier: MPL-2.0
#include "intake/header/pillars.hpp"

#include "base/number.hpp"
#include "intake/header/context.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/quarters.hpp"
#include "intake/header/wide.hpp"
#include "intake/shape/group_name.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::string_view dimension = "pilier";
constexpr std::string_view whole = "total"; ///< in the place of a pillar
constexpr std::string_view other = "autre"; ///< a pillar only beside others that are surely some

/// A measure below a pillar.
struct Below {
    std::size_t at = 0;
    std::string pillar; ///< id of the term, or `whole`
    std::string written;
    Candidate measure;
};

HeaderColumn without_level(const HeaderColumn& header, std::size_t level)
{
    const auto at = static_cast<std::ptrdiff_t>(level);
    HeaderColumn rest = header;
    rest.levels.erase(rest.levels.begin() + at);
    rest.words.erase(rest.words.begin() + at);
    rest.carried.erase(rest.carried.begin() + at);
    return rest;
}

std::optional<Below> below_pillar(const MappingInput& input, const SchemaIndex& schema, const VocabularyIndex& pillars,
                                  std::size_t at)
{
    const HeaderColumn& header = (*input.columns)[at];
    for (std::size_t level = 0; header.words.size() >= 2 && level < header.words.size(); ++level) {
        const data::Term* const term = pillars.find(name_of_group(header.levels[level]));
        const bool is_whole = is_total_leaf(header.words[level]);
        if (term == nullptr && !is_whole) continue;
        const std::vector<Candidate> found = match(*input.lexicon, schema, without_level(header, level));
        if (const Candidate* const measure = surest_measure(found))
            return Below{at, is_whole ? std::string(whole) : term->id, header.levels[level], *measure};
    }
    return std::nullopt;
}

/// The fields that stand below two pillars or more, each once below each of them.
std::set<std::string> spread_fields(const std::vector<Below>& columns)
{
    std::map<std::string, std::map<std::string, std::size_t>> met; // field → pillar → columns
    for (const Below& below : columns) ++met[below.measure.field->id][below.pillar];
    std::set<std::string> fields;
    for (const auto& [field, pillars] : met) {
        const auto sure_ones = std::ranges::count_if(
            pillars, [](const auto& entry) { return entry.first != whole && entry.first != other; });
        const bool is_once = std::ranges::all_of(pillars, [](const auto& entry) { return entry.second == 1; });
        if (sure_ones >= 2 && is_once) fields.insert(field);
    }
    return fields;
}

/// The axes of an offer are numbered, those of a contract are not.
bool are_numbered(const data::Domain& domain, const data::Field& field, const std::vector<double>& numbers)
{
    const VocabularyIndex index(domain.vocabulary(field.vocabulary));
    return std::ranges::all_of(numbers,
                               [&](double number) { return index.find_folded(base::shortest(number)) != nullptr; });
}

/// « Priorité » over 1 and 2 is the rank that an examiner gave: a pillar has a name.
void drop_ranks(const data::Domain& domain, const std::vector<HeaderColumn>& headers,
                std::vector<std::vector<Candidate>>& candidates)
{
    constexpr double contradicted = 0.5;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        std::vector<Candidate>& own = candidates[at];
        const bool is_pillar = !own.empty() && own.front().confidence >= sure &&
                               (own.front().field->id == dimension || own.front().field->id.starts_with("axe"));
        if (!is_pillar || !headers[at].content.is_mostly(headers[at].content.numbers)) continue;
        if (std::ranges::count(headers[at].leaf().tokens, "priorite") == 0) continue;
        if (are_numbered(domain, *own.front().field, headers[at].content.some_numbers)) {
            own.front().confidence = sure; // where it is an axis, it is not what makes the table one of offers
            continue;
        }
        own.front().confidence = contradicted;
        own.front().contradicted = true;
    }
}

} // namespace

void find_pillars(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    const data::Field* const field = field_by_id(*mapping.schema->schema, dimension);
    const bool is_given = std::ranges::any_of(candidates, [&](const std::vector<Candidate>& own) {
        return !own.empty() && own.front().confidence >= sure && own.front().field->id == dimension;
    });
    const bool has_rows = std::ranges::any_of(
        mapping.columns, [](const MappedColumn& column) { return column.outcome == Outcome::wide; });
    if (field == nullptr || is_given || has_rows || mapping.has(dimension)) return;
    const VocabularyIndex pillars(input.lexicon->domain().vocabulary(field->vocabulary));
    std::vector<Below> columns;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        const Outcome outcome = mapping.columns[at].outcome;
        if (outcome == Outcome::personal || is_read(outcome)) continue;
        if (std::optional<Below> below = below_pillar(input, *mapping.schema, pillars, at))
            columns.push_back(std::move(*below));
    }
    const std::set<std::string> fields = spread_fields(columns);
    for (Below& below : columns) {
        if (!fields.contains(below.measure.field->id)) continue;
        if (below.pillar == whole)
            make_whole(mapping.columns[below.at], below.measure.field);
        else
            mark_wide(mapping.columns[below.at], below.measure, dimension, std::move(below.written));
    }
}

void drop_pillar_names(const MappingInput& input, std::vector<std::vector<Candidate>>& candidates)
{
    drop_ranks(input.lexicon->domain(), *input.columns, candidates);
    const VocabularyIndex pillars(input.lexicon->domain().vocabulary(dimension));
    std::map<std::size_t, std::string> named; // column → pillar
    std::set<std::string> different;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        if (header.words.size() != 1 || !header.content.is_mostly(header.content.numbers)) continue;
        const data::Term* const term = pillars.find(name_of_group(header.levels.back()));
        if (term == nullptr || term->id == other) continue;
        named.emplace(at, term->id);
        different.insert(term->id);
    }
    if (different.size() < 2) return;
    for (const auto& [at, pillar] : named) candidates[at].clear();
}

} // namespace bilan::intake
