// SPDX-License-Identifier: MPL-2.0
#include "intake/header/quarters.hpp"

#include "base/text.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/wide.hpp"
#include "intake/territory/place_form.hpp"
#include "intake/territory/reference.hpp"

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

/// What the group of a column measures; without a group, what a title announces.
std::optional<Candidate> group_measure(const MappingInput& input, const Mapping& mapping, const HeaderColumn& header)
{
    std::vector<HeaderColumn> groups;
    if (header.words.size() > 1) {
        groups.push_back(group_above(header));
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

/// Columns with numbers below names that no field knows, under one group.
struct NamedColumns {
    std::vector<std::size_t> columns;
    bool is_mixed = false; ///< some other column of the group is understood
};

std::map<std::string, NamedColumns> named_columns(const MappingInput& input, const Mapping& mapping)
{
    std::map<std::string, NamedColumns> groups;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        if (header.words.size() < 2 || is_total_leaf(header.leaf())) continue;
        NamedColumns& group = groups[header.words[header.words.size() - 2].plain];
        const bool is_open =
            mapping.columns[at].outcome == Outcome::unknown && header.content.is_mostly(header.content.numbers);
        if (is_open)
            group.columns.push_back(at);
        else
            group.is_mixed = true;
    }
    std::erase_if(groups, [](const auto& group) { return group.second.is_mixed || group.second.columns.size() < 2; });
    return groups;
}

/// Says nothing of the schema: « Inscrits » and « Orientés » are people, not places.
bool is_unheard(const SchemaIndex& schema, const HeaderWords& words)
{
    return std::none_of(words.tokens.begin(), words.tokens.end(), [&](const std::string& token) {
        return schema.core_tokens.contains(token) || is_number_word(token);
    });
}

bool have_form_of_places(const MappingInput& input, const SchemaIndex& schema, const std::vector<std::size_t>& columns)
{
    std::size_t likely = 0;
    for (const std::size_t at : columns) {
        const HeaderColumn& header = (*input.columns)[at];
        const PlaceForm form = place_form(header.levels.back());
        if (form == PlaceForm::none || !is_unheard(schema, header.leaf())) return false;
        if (form == PlaceForm::likely) ++likely;
    }
    return likely * 2 >= columns.size();
}

bool are_known_quarters(const MappingInput& input, const std::vector<std::size_t>& columns)
{
    return input.reference != nullptr && std::all_of(columns.begin(), columns.end(), [&](std::size_t at) {
               return input.reference->names_quarter((*input.columns)[at].levels.back());
           });
}

/// The column that holds the measure of the quarters, if any, is their total; false when it is something else.
bool make_total(const MappingInput& input, const std::vector<std::size_t>& columns, const data::Field& measure,
                Mapping& mapping)
{
    double sum = 0;
    for (const std::size_t at : columns) sum += (*input.columns)[at].content.sum;
    const auto holder = std::find_if(mapping.columns.begin(), mapping.columns.end(), [&](const MappedColumn& column) {
        return is_read(column.outcome) && column.field->id == measure.id;
    });
    if (holder == mapping.columns.end()) return true;
    const auto at = static_cast<std::size_t>(holder - mapping.columns.begin());
    if (holder->outcome != Outcome::mapped || (*input.columns)[at].content.sum != sum) return false;
    *holder = MappedColumn{};
    holder->outcome = Outcome::part_total;
    return true;
}

void ask(const MappingInput& input, const std::vector<std::size_t>& columns, const data::Field& territory,
         Mapping& mapping)
{
    for (const std::size_t at : columns) {
        const HeaderColumn& header = (*input.columns)[at];
        mapping.columns[at].outcome = Outcome::question;
        mapping.columns[at].suggestions = {territory.id};
        mapping.columns[at].reason = {"BIL-825", {header.levels.back(), header.levels[header.levels.size() - 2]}};
    }
}

} // namespace

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
        mark_wide(mapping.columns[at], measure, territory->id, headers[at].levels.back());
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

void settle_named_quarters(const MappingInput& input, Mapping& mapping)
{
    const data::Field* const territory = territory_field(*mapping.schema->schema);
    if (territory == nullptr || mapping.has(territory->id)) return;
    for (const auto& [group, named] : named_columns(input, mapping)) {
        const HeaderColumn& first = (*input.columns)[named.columns.front()];
        const std::optional<Candidate> measure = measure_above(*input.lexicon, *mapping.schema, first);
        if (!measure) continue;
        const bool are_known = are_known_quarters(input, named.columns);
        const bool are_places = are_known || have_form_of_places(input, *mapping.schema, named.columns);
        const bool has_rows = std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& column) {
            return column.outcome == Outcome::wide && column.dimension != territory->id;
        });
        if (!are_places || has_rows || !make_total(input, named.columns, measure->field, mapping)) {
            ask(input, named.columns, *territory, mapping);
            continue;
        }
        for (const std::size_t at : named.columns) {
            const HeaderColumn& header = (*input.columns)[at];
            mark_wide(mapping.columns[at], *measure, territory->id, header.levels.back());
            mapping.columns[at].near = !are_known;
            if (!are_known)
                mapping.columns[at].reason = {"BIL-828",
                                              {header.levels.back(), header.levels[header.levels.size() - 2]}};
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

} // namespace bilan::intake
