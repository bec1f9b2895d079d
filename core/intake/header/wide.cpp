// SPDX-License-Identifier: MPL-2.0
#include "intake/header/wide.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace bilan::intake {

namespace {

bool says(const HeaderWords& words, std::string_view token)
{
    return std::find(words.tokens.begin(), words.tokens.end(), token) != words.tokens.end();
}

bool speaks_of_quarters(const HeaderWords& words)
{
    return says(words, "qpv") || says(words, "quartier") || says(words, "territoire");
}

/// A field whose values may stand side by side: something counted or paid.
bool is_measure(const data::Field& field)
{
    return field.type == data::FieldType::count || field.type == data::FieldType::euro ||
           field.type == data::FieldType::number || field.type == data::FieldType::rate;
}

const Candidate* surest_measure(const std::vector<Candidate>& candidates)
{
    const bool has_one =
        !candidates.empty() && candidates.front().confidence >= sure && is_measure(candidates.front().field);
    return has_one ? &candidates.front() : nullptr;
}

void mark(MappedColumn& column, const Candidate& measure, std::string_view dimension, std::string value)
{
    column.outcome = Outcome::wide;
    column.field = measure.field;
    column.confidence = measure.confidence;
    column.dimension = dimension;
    column.dimension_value = std::move(value);
    column.reason = {"BIL-273", {column.dimension, column.dimension_value}};
    column.suggestions.clear();
}

/// « Bénéficiaires 2022 » and « Bénéficiaires 2023 », or « 2022 » and « 2023 » under « Bénéficiaires ».
void find_years(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::map<std::string, std::map<std::string, std::vector<std::pair<std::size_t, Candidate>>>> years;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (mapping.columns[at].outcome == Outcome::personal || headers[at].years.size() != 1) continue;
        std::vector<Candidate> meanings = candidates[at];
        const bool only_a_year = headers[at].leaf().tokens.empty() && headers[at].words.size() > 1;
        if (only_a_year) {
            HeaderColumn group = headers[at];
            group.levels.pop_back();
            group.words.pop_back();
            group.carried.pop_back();
            meanings = match(*input.lexicon, *mapping.schema, group);
        }
        if (const Candidate* measure = surest_measure(meanings))
            years[measure->field.id][std::to_string(headers[at].years.front())].emplace_back(at, *measure);
    }
    for (const auto& [field, by_year] : years) {
        if (by_year.size() < 2) continue;
        for (const auto& [year, columns] : by_year)
            mark(mapping.columns[columns.front().first], columns.front().second, "exercice", year);
    }
}

/// What the group of a column measures; without a group, what a title announces.
std::optional<Candidate> group_measure(const MappingInput& input, const Mapping& mapping, const HeaderColumn& header)
{
    std::vector<HeaderColumn> groups;
    if (header.words.size() > 1) {
        groups.push_back(header);
        groups.back().levels.pop_back();
        groups.back().words.pop_back();
        groups.back().carried.pop_back();
    } else {
        for (const HeaderWords& title : input.titles) {
            HeaderColumn said;
            said.levels = {title.plain};
            said.words = {title};
            said.carried = {false};
            said.content = header.content;
            groups.push_back(std::move(said));
        }
    }
    for (HeaderColumn& group : groups) {
        if (!speaks_of_quarters(group.leaf())) continue;
        std::erase_if(group.words.back().tokens, [](const std::string& token) {
            return token == "qpv" || token == "quartier" || token == "territoire" || token == "repartition" ||
                   token == "tableau";
        });
        group.words.back().folded = base::join(group.words.back().tokens, " ");
        group.words.back().compared = group.words.back().folded;
        group.words.back().plain = group.words.back().folded;
        group.words.back().bare = group.words.back().folded;
        const std::vector<Candidate> found = match(*input.lexicon, *mapping.schema, group);
        if (const Candidate* measure = surest_measure(found)) return *measure;
    }
    return std::nullopt;
}

bool is_total_leaf(const HeaderWords& leaf)
{
    return leaf.folded == "total" || leaf.folded == "ensemble" || leaf.folded == "total general";
}

/// A quarter per column: codes, or names that no field knows under a group that speaks of quarters.
void find_quarters(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    const bool has_years = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                       [](const MappedColumn& column) { return column.outcome == Outcome::wide; });
    if (has_years || field_by_id(*mapping.schema->schema, "territoire") == nullptr) return;
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::vector<std::pair<std::size_t, Candidate>> quarters;
    std::set<std::string> groups;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const MappedColumn& column = mapping.columns[at];
        if (column.outcome == Outcome::personal || column.outcome == Outcome::wide || !headers[at].has_header())
            continue;
        const bool is_code = is_quarter_code(headers[at].levels.back());
        const bool is_known = !candidates[at].empty() && candidates[at].front().confidence >= sure;
        const bool has_numbers =
            headers[at].content.filled == 0 || headers[at].content.is_mostly(headers[at].content.numbers);
        if ((is_known && !is_code) || !has_numbers || is_total_leaf(headers[at].leaf())) continue;
        std::optional<Candidate> measure = group_measure(input, mapping, headers[at]);
        if (!measure && is_code && headers[at].words.size() > 1) {
            HeaderColumn group = headers[at];
            group.levels.pop_back();
            group.words.pop_back();
            group.carried.pop_back();
            const std::vector<Candidate> found = match(*input.lexicon, *mapping.schema, group);
            if (const Candidate* known = surest_measure(found)) measure = *known;
        }
        if (measure) quarters.emplace_back(at, std::move(*measure));
    }
    if (quarters.size() < 2) return;
    for (const auto& [at, measure] : quarters) {
        if (headers[at].words.size() > 1) groups.insert(headers[at].words[headers[at].words.size() - 2].plain);
        mark(mapping.columns[at], measure, "territoire", headers[at].levels.back());
    }
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (!headers[at].has_header() || !is_total_leaf(headers[at].leaf())) continue;
        const bool beside = headers[at].words.size() > 1
                                ? groups.contains(headers[at].words[headers[at].words.size() - 2].plain)
                                : groups.empty();
        if (!beside) continue;
        mapping.columns[at].outcome = Outcome::part_total;
        mapping.columns[at].suggestions.clear();
    }
}

} // namespace

bool is_quarter_code(std::string_view text)
{
    const std::string folded = base::fold(text);
    if (folded.size() != 8 || (!folded.starts_with("qp") && !folded.starts_with("qn"))) return false;
    return std::all_of(folded.begin() + 3, folded.begin() + 7, [](char c) { return c >= '0' && c <= '9'; });
}

void find_wide_columns(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates,
                       Mapping& mapping)
{
    find_years(input, candidates, mapping);
    find_quarters(input, candidates, mapping);
}

} // namespace bilan::intake
