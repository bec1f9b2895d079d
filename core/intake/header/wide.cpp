// SPDX-License-Identifier: MPL-2.0
#include "intake/header/wide.hpp"

#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/funding_columns.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/pillars.hpp"
#include "intake/header/quarters.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace bilan::intake {

namespace {

/// What stands under « 2021 » and « 2022 » alone, beside a column that names the indicator of each row.
std::optional<Candidate> value_of_years(const MappingInput& input,
                                        const std::vector<std::vector<Candidate>>& candidates, const Mapping& mapping)
{
    const data::Field* const value = field_by_id(*mapping.schema->schema, "valeur");
    const auto is_given = [&](std::string_view field) {
        for (std::size_t at = 0; at < candidates.size(); ++at) {
            const bool is_sure = !candidates[at].empty() && candidates[at].front().confidence >= sure;
            if (is_sure && candidates[at].front().field->id == field && (*input.columns)[at].content.filled > 0)
                return true;
        }
        return false;
    };
    if (value == nullptr || !is_given("indicateur") || is_given("valeur")) return std::nullopt;
    return Candidate{*value, sure, {"BIL-262", {value->label.french}}};
}

/// Each row says its year: « Accordé 2022 » beside it is that of another, and no row of its own.
bool has_exercise(const std::vector<HeaderColumn>& headers, const std::vector<std::vector<Candidate>>& candidates)
{
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const bool is_sure = !candidates[at].empty() && candidates[at].front().confidence >= sure;
        if (is_sure && candidates[at].front().field->id == "exercice" && headers[at].content.filled > 0) return true;
    }
    return false;
}

/// « Bénéficiaires 2022 » and « Bénéficiaires 2023 », or « 2022 » and « 2023 » under « Bénéficiaires ».
void find_years(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    const std::optional<Candidate> value = value_of_years(input, candidates, mapping);
    if (has_exercise(headers, candidates) || field_by_id(*mapping.schema->schema, "exercice") == nullptr) return;
    std::map<std::string, std::map<std::string, std::vector<std::pair<std::size_t, Candidate>>>> years;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (mapping.columns[at].outcome == Outcome::personal || headers[at].years.size() != 1) continue;
        if (declared_with_year(*mapping.schema, headers[at]) != nullptr) continue;
        std::vector<Candidate> meanings = candidates[at];
        const bool only_a_year = headers[at].leaf().tokens.empty() && headers[at].words.size() > 1;
        if (only_a_year) meanings = match(*input.lexicon, *mapping.schema, group_above(headers[at]));
        if (value && headers[at].words.size() == 1 && headers[at].leaf().tokens.empty()) meanings = {*value};
        if (const Candidate* measure = surest_measure(meanings))
            years[measure->field->id][std::to_string(headers[at].years.front())].emplace_back(at, *measure);
    }
    // « T1 2023 », « T2 2023 » of what is counted at a date: which of them stands for the year is a question.
    std::erase_if(years, [](const auto& entry) {
        return std::ranges::any_of(entry.second, [](const auto& of_year) {
            const auto& columns = of_year.second;
            return columns.size() > 1 && columns.front().second.field->stock;
        });
    });
    std::set<std::string> found;
    for (const auto& [field, by_year] : years)
        if (by_year.size() > 1)
            for (const auto& [year, columns] : by_year) found.insert(year);
    if (found.empty()) return;
    for (const auto& [field, by_year] : years) {
        // « Taux de pauvreté 2019 » beside the populations of 2018 and 2013: no row of theirs is of its year, and it
        // has one of its own.
        if (by_year.size() < 2 && found.contains(by_year.begin()->first)) continue;
        for (const auto& [year, columns] : by_year)
            mark_wide(mapping.columns[columns.front().first], columns.front().second, "exercice", year);
    }
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
            if (measure == nullptr ||
                (measure->field->id != "montant_prevu" && measure->field->id != "montant_realise"))
                continue;
            found.emplace_back(at, *measure, headers[at].levels[funder]);
            funders.insert(*id);
            break;
        }
    }
    if (funders.size() < 2) return;
    for (const auto& [at, measure, funder] : found) mark_wide(mapping.columns[at], measure, "financeur", funder);
}

/// « Nb actions » and « Nb bénéficiaires » under each axis of the Cités de l'emploi: a row an axis. Those of the PaQte
/// have measures of their own.
void find_axes(const MappingInput& input, Mapping& mapping)
{
    const data::Field* const axis = field_by_id(*mapping.schema->schema, "axe");
    if (axis == nullptr || axis->vocabulary != "axe_cite") return;
    const VocabularyIndex index(input.lexicon->domain().vocabulary(axis->vocabulary));
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::vector<std::tuple<std::size_t, Candidate, std::string>> found;
    std::set<std::string> axes;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (mapping.columns[at].outcome == Outcome::personal || headers[at].words.size() != 2) continue;
        const data::Term* const term = index.find(headers[at].levels.front());
        const auto measures = match(*input.lexicon, *mapping.schema, level_alone(headers[at], 1));
        const Candidate* const measure = surest_measure(measures);
        if (term == nullptr || measure == nullptr) continue;
        found.emplace_back(at, *measure, headers[at].levels.front());
        axes.insert(term->id);
    }
    if (axes.size() < 2) return;
    for (const auto& [at, measure, name] : found) mark_wide(mapping.columns[at], measure, axis->id, name);
}

} // namespace

void mark_wide(MappedColumn& column, const Candidate& measure, std::string_view dimension, std::string value)
{
    column.outcome = Outcome::wide;
    column.field = measure.field;
    column.confidence = measure.confidence;
    column.dimension = dimension;
    column.dimension_value = std::move(value);
    column.reason = {"BIL-273", {column.dimension, column.dimension_value}};
    column.suggestions.clear();
}

void find_wide_columns(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates,
                       Mapping& mapping)
{
    find_years(input, candidates, mapping);
    find_natures(input, mapping);
    find_named_pairs(input, mapping);
    find_funders(input, mapping);
    find_pillars(input, candidates, mapping);
    find_quarters(input, candidates, mapping);
    find_axes(input, mapping);
}

} // namespace bilan::intake
