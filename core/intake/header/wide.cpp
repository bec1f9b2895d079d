// SPDX-License-Identifier: MPL-2.0
#include "intake/header/wide.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/families.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
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

HeaderColumn level_alone(const HeaderColumn& header, std::size_t level)
{
    HeaderColumn alone = header;
    alone.levels = {header.levels[level]};
    alone.words = {header.words[level]};
    alone.carried = {false};
    return alone;
}

/// « Prévu » and « Réalisé » under a funder, or funders under « Montant prévu »: rows, because the fields of funders
/// (`fin_region`) say only what was asked and granted.
void find_funders(const MappingInput& input, Mapping& mapping)
{
    if (field_by_id(*mapping.schema->schema, "financeur") == nullptr) return;
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::vector<std::tuple<std::size_t, Candidate, std::string>> found;
    std::set<std::string> funders;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const Outcome outcome = mapping.columns[at].outcome;
        if (outcome == Outcome::personal || is_read(outcome) || headers[at].words.size() != 2) continue;
        for (const std::size_t funder : {0U, 1U}) {
            const std::optional<std::string> id = read_funder(*input.lexicon, headers[at].words[funder]);
            if (!id) continue;
            const auto measures = match(*input.lexicon, *mapping.schema, level_alone(headers[at], 1 - funder));
            const Candidate* const measure = surest_measure(measures);
            if (measure == nullptr || (measure->field.id != "montant_prevu" && measure->field.id != "montant_realise"))
                continue;
            found.emplace_back(at, *measure, headers[at].levels[funder]);
            funders.insert(*id);
            break;
        }
    }
    if (funders.size() < 2) return;
    for (const auto& [at, measure, funder] : found) mark(mapping.columns[at], measure, "financeur", funder);
}

bool is_total_leaf(const HeaderWords& leaf)
{
    return leaf.folded == "total" || leaf.folded == "ensemble" || leaf.folded == "total general";
}

/// The one column that the quarters beside it add up to says what they count.
std::optional<Candidate> measure_that_adds_up(const std::vector<HeaderColumn>& headers,
                                              const std::vector<std::vector<Candidate>>& candidates)
{
    double sum = 0;
    for (const HeaderColumn& header : headers)
        if (header.has_header() && is_quarter_code(header.levels.back())) sum += header.content.sum;
    std::optional<Candidate> found;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const Candidate* measure = surest_measure(candidates[at]);
        if (measure == nullptr || sum == 0 || headers[at].content.sum != sum) continue;
        if (found) return std::nullopt;
        found = *measure;
    }
    return found;
}

/// A quarter per column: codes, or names that no field knows under a group that speaks of quarters.
void find_quarters(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    const bool has_years = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                       [](const MappedColumn& column) { return column.outcome == Outcome::wide; });
    const data::Field* const territory = territory_field(*mapping.schema->schema);
    if (has_years || territory == nullptr) return;
    const std::vector<HeaderColumn>& headers = *input.columns;
    const std::optional<Candidate> added_up = measure_that_adds_up(headers, candidates);
    std::vector<std::pair<std::size_t, Candidate>> quarters;
    std::set<std::string> groups;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const MappedColumn& column = mapping.columns[at];
        const bool is_settled = column.outcome == Outcome::personal || is_read(column.outcome);
        if (is_settled || !headers[at].has_header()) continue;
        const bool is_code = is_quarter_code(headers[at].levels.back());
        const bool is_known = !candidates[at].empty() && candidates[at].front().confidence >= sure;
        const bool has_numbers =
            headers[at].content.filled == 0 || headers[at].content.is_mostly(headers[at].content.numbers);
        if ((is_known && !is_code) || !has_numbers || is_total_leaf(headers[at].leaf())) continue;
        std::optional<Candidate> measure = group_measure(input, mapping, headers[at]);
        if (!measure && is_code) measure = measure_above(*input.lexicon, *mapping.schema, headers[at]);
        if (!measure && is_code) measure = added_up;
        if (measure) quarters.emplace_back(at, std::move(*measure));
    }
    if (quarters.size() < 2) return;
    for (const auto& [at, measure] : quarters) {
        if (headers[at].words.size() > 1) groups.insert(headers[at].words[headers[at].words.size() - 2].plain);
        mark(mapping.columns[at], measure, territory->id, headers[at].levels.back());
    }
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const Candidate* whole = added_up ? surest_measure(candidates[at]) : nullptr;
        if (whole != nullptr && whole->field.id == added_up->field.id && !is_quarter_code(headers[at].levels.back())) {
            mapping.columns[at].outcome = Outcome::part_total;
            mapping.columns[at].suggestions.clear();
        }
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

std::optional<Candidate> measure_above(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& header)
{
    if (header.words.size() < 2) return std::nullopt;
    HeaderColumn group = header;
    group.levels.pop_back();
    group.words.pop_back();
    group.carried.pop_back();
    const std::vector<Candidate> found = match(lexicon, schema, group);
    const Candidate* measure = surest_measure(found);
    return measure == nullptr ? std::nullopt : std::optional<Candidate>(*measure);
}

void ask_about_quarters(const MappingInput& input, Mapping& mapping)
{
    const data::Field* const territory = territory_field(*mapping.schema->schema);
    if (territory == nullptr || mapping.has(territory->id)) return;
    std::map<std::string, std::vector<std::size_t>> unknown; // per group
    std::set<std::string> understood;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        if (header.words.size() < 2) continue;
        const std::string& group = header.words[header.words.size() - 2].plain;
        const bool is_open = mapping.columns[at].outcome == Outcome::unknown &&
                             header.content.is_mostly(header.content.numbers) && !is_total_leaf(header.leaf());
        if (is_open)
            unknown[group].push_back(at);
        else if (!is_total_leaf(header.leaf()))
            understood.insert(group);
    }
    for (const auto& [group, columns] : unknown) {
        if (columns.size() < 2 || understood.contains(group)) continue;
        const HeaderColumn& first = (*input.columns)[columns.front()];
        if (!measure_above(*input.lexicon, *mapping.schema, first)) continue;
        for (const std::size_t at : columns) {
            mapping.columns[at].outcome = Outcome::question;
            mapping.columns[at].suggestions = {territory->id};
            mapping.columns[at].reason = {"BIL-825",
                                          {(*input.columns)[at].levels.back(), first.levels[first.levels.size() - 2]}};
        }
    }
}

const data::Field* territory_field(const data::Schema& schema)
{
    const auto found = std::find_if(schema.fields.begin(), schema.fields.end(), [](const data::Field& field) {
        return field.vocabulary == territory_vocabulary && field.type == data::FieldType::choices;
    });
    return found == schema.fields.end() ? nullptr : &*found;
}

bool is_quarter_code(std::string_view text)
{
    const std::string folded = base::fold(text);
    if (folded.size() != 8 || (!folded.starts_with("qp") && !folded.starts_with("qn"))) return false;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_corsican = folded.substr(2, 2) == "02" && (folded[4] == 'a' || folded[4] == 'b');
    return is_corsican ? is_digit(folded[5]) && is_digit(folded[6])
                       : std::all_of(folded.begin() + 3, folded.begin() + 7, is_digit);
}

void find_wide_columns(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates,
                       Mapping& mapping)
{
    find_years(input, candidates, mapping);
    find_funders(input, mapping);
    find_quarters(input, candidates, mapping);
}

} // namespace bilan::intake
