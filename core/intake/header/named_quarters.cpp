// SPDX-License-Identifier: MPL-2.0
//
// Columns of quarters that only their names tell.
#include "intake/header/quarters.hpp"

#include "intake/header/measures.hpp"
#include "intake/header/wide.hpp"
#include "intake/territory/place_form.hpp"
#include "intake/territory/reference.hpp"

#include <algorithm>
#include <map>

namespace bilan::intake {

namespace {

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
        // Without merges, as in a csv file, a group reaches over the remarks behind it too.
        const std::size_t level = header.words.size() - 2;
        const bool has_numbers = header.content.is_mostly(header.content.numbers);
        if (header.carried[level] && !has_numbers && header.content.filled > 0) continue;
        NamedColumns& group = groups[header.words[level].plain];
        const bool is_open = mapping.columns[at].outcome == Outcome::unknown && has_numbers;
        if (is_open)
            group.columns.push_back(at);
        else
            group.is_mixed = true;
    }
    std::erase_if(groups, [](const auto& group) { return group.second.is_mixed || group.second.columns.size() < 2; });
    return groups;
}

/// Says nothing of the schema: « Inscrits » and « Orientés » are people, not places. « Centre-ville » is a place though
/// a « ville » may fund.
bool is_unheard(const SchemaIndex& schema, const HeaderWords& words)
{
    if (words.folded == "centre-ville" || words.folded == "centre ville") return true;
    return std::none_of(words.tokens.begin(), words.tokens.end(), [&](const std::string& token) {
        // « Champ-Doré »: the field is called « Champ » as well.
        const bool is_heard =
            schema.core_tokens.contains(token) && (words.tokens.size() < 2 || !is_noun_of_places(token));
        return is_heard || is_number_word(token);
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

/// « F » and « H », « N° » and « dateConvention » are no quarters, whatever stands above them.
bool name_other_things(const MappingInput& input, const std::vector<std::size_t>& columns)
{
    return std::ranges::any_of(columns, [&](std::size_t at) {
        const std::vector<std::string>& tokens = (*input.columns)[at].leaf().tokens;
        return std::ranges::any_of(tokens, [](const std::string& token) {
            return token == "femme" || token == "homme" || token == "date" || is_attribute_word(token);
        });
    });
}

/// The column that holds the measure of the quarters, if any, is their total; false when it is something else. Where
/// the group says that something is spread over quarters, it is the total even if it does not add up.
bool make_total(const MappingInput& input, const std::vector<std::size_t>& columns, const FieldRef& measure,
                bool is_spread, Mapping& mapping)
{
    double sum = 0;
    for (const std::size_t at : columns) sum += (*input.columns)[at].content.sum;
    const auto holder = std::find_if(mapping.columns.begin(), mapping.columns.end(), [&](const MappedColumn& column) {
        return is_read(column.outcome) && column.field->id == measure->id;
    });
    if (holder == mapping.columns.end()) return true;
    const auto at = static_cast<std::size_t>(holder - mapping.columns.begin());
    if (holder->outcome != Outcome::mapped || (!is_spread && (*input.columns)[at].content.sum != sum)) return false;
    make_whole(*holder, measure);
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

bool may_be_quarters(const MappingInput& input, const SchemaIndex& schema, const std::vector<std::size_t>& columns)
{
    return are_known_quarters(input, columns) || have_form_of_places(input, schema, columns);
}

void settle_named_quarters(const MappingInput& input, Mapping& mapping)
{
    const data::Field* const territory = territory_field(*mapping.schema->schema);
    if (territory == nullptr || mapping.has(territory->id)) return;
    for (const auto& [group, named] : named_columns(input, mapping)) {
        if (name_other_things(input, named.columns)) continue;
        const HeaderColumn& first = (*input.columns)[named.columns.front()];
        std::optional<Candidate> measure = measure_above(*input.lexicon, *mapping.schema, first);
        const bool is_spread = !measure && speaks_of_quarters_above(first); // « Répartition par QPV »
        if (is_spread) measure = residents_of(*mapping.schema, first);
        if (!measure) continue;
        const bool are_known = are_known_quarters(input, named.columns);
        const bool are_places = are_known || have_form_of_places(input, *mapping.schema, named.columns);
        const bool has_rows = std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& column) {
            return column.outcome == Outcome::wide && column.dimension != territory->id;
        });
        if (!are_places || has_rows || !make_total(input, named.columns, measure->field, is_spread, mapping)) {
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

} // namespace bilan::intake
