// SPDX-License-Identifier: MPL-2.0
#include "intake/header/summands.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/crossed_people.hpp"
#include "intake/header/families.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/state_purse.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

/// The spelling of a part that the header is, folded; nothing when it is the field as a whole.
std::optional<std::string> part_of(const Candidate& candidate)
{
    const bool is_spelling = candidate.reason.code == "BIL-262" || candidate.reason.code == "BIL-263";
    if (!is_spelling || candidate.reason.arguments.empty()) return std::nullopt;
    const std::string& spelling = candidate.reason.arguments.front();
    const std::vector<std::string>& parts = candidate.field->parts;
    if (std::find(parts.begin(), parts.end(), spelling) == parts.end()) return std::nullopt;
    return base::join(as_set(read_header(spelling).tokens), " ");
}

/// What the bracket behind a funder names: another commune, another line of its budget.
std::optional<std::string> funder_part(const Lexicon& lexicon, const HeaderColumn& header, const Candidate& candidate)
{
    const HeaderWords& leaf = header.leaf();
    const bool is_funder = candidate.field->id.starts_with("fin_") && header.words.size() == 1 &&
                           header.years.empty() && !leaf.aside.empty() && read_funder(lexicon, leaf).has_value();
    if (!is_funder) return std::nullopt;
    // « Ville (total) » is the whole; « CAF (droit commun) » and « CAF (autre) » are said to be its parts.
    const bool is_whole = std::any_of(leaf.aside.begin(), leaf.aside.end(), is_number_word) ||
                          (candidate.field->id == "fin_etat_autre" && names_the_rest(leaf.aside));
    return is_whole ? std::nullopt : std::optional(base::join(leaf.aside, " "));
}

/// « ARS », « DRAC » and « FIPD » are three purses of the State, « Ville de Valmont » and « Ville de Cassy » two towns:
/// each is a part of what such funders give. « Autres État » may hold the others: it is no part of them.
std::optional<std::string> one_of_funders(const Lexicon& lexicon, const HeaderColumn& header,
                                          const Candidate& candidate)
{
    constexpr std::array<std::string_view, 5> of_several{"fin_etat_autre", "fin_commune", "fin_europe", "fin_bailleurs",
                                                         "fin_prive"};
    constexpr std::array<std::string_view, 24> general{
        "etat",   "autre",     "hors",   "147",     "service",    "politique", "ville",    "commune",
        "mairie", "bailleur",  "social", "tfpb",    "europe",     "union",     "europeen", "fonds",
        "fond",   "fondation", "prive",  "mecenat", "entreprise", "public",    "office",   "habitat"};
    const HeaderWords& leaf = header.leaf();
    const bool is_open = header.words.size() == 1 && header.years.empty() && leaf.aside.empty();
    const bool is_funder = read_funder(lexicon, leaf).has_value() || !lexicon.named_funder(leaf).empty();
    if (!is_open || !is_funder || std::ranges::find(of_several, candidate.field->id) == of_several.end())
        return std::nullopt;
    const bool is_named = std::ranges::any_of(
        leaf.tokens, [&](const std::string& token) { return std::ranges::find(general, token) == general.end(); });
    return is_named ? std::optional(base::join(as_set(leaf.tokens), " ")) : std::nullopt;
}

/// « VI » and « V bis », « Sans diplôme » and « Brevet », « CAP » and « BEP »: parts of one level, by the words of one
/// scale. « Infra 3 » beside them is the whole, and « VI » beside « Brevet » may be the same people.
std::optional<std::string> level_part(const HeaderColumn& header, const Candidate& candidate)
{
    if (!candidate.field->id.starts_with("niv_") || header.words.empty()) return std::nullopt;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> scales{{{"vi", "1"},
                                                                                    {"v bis", "1"},
                                                                                    {"vbis", "1"},
                                                                                    {"sans diplome", "2"},
                                                                                    {"sans qualification", "2"},
                                                                                    {"brevet", "2"},
                                                                                    {"dnb", "2"},
                                                                                    {"cfg", "2"},
                                                                                    {"cap", "3"},
                                                                                    {"bep", "3"},
                                                                                    {"bepc", "2"}}};
    std::string name = header.leaf().folded;
    for (const std::string_view word : {"dont ", "niveau ", "niv. ", "niv ", "nb "})
        if (name.starts_with(word)) name.erase(0, word.size());
    const auto found = std::ranges::find_if(scales, [&](const auto& scale) { return scale.first == name; });
    return found == scales.end() ? std::nullopt : std::optional(std::string(found->second) + ' ' + name);
}

/// The parts of a level belong to one scale: the first letter of their names.
bool are_of_one_scale(const std::set<std::string>& names)
{
    return names.empty() || names.begin()->front() == names.rbegin()->front();
}

/// « dont création d'activité » is a part of the column before it, which holds it already.
bool names_a_part(const HeaderColumn& header)
{
    return header.words.empty() || (!header.leaf().tokens.empty() && header.leaf().tokens.front() == "dont");
}

struct Parts {
    std::vector<std::size_t> columns;
    std::vector<std::size_t>
        own; ///< columns of a field of their own that is a part of this one: « Création d'activité »
    std::set<std::string> names;
    bool has_whole = false;
};

void mark_part(const FieldRef& field, double confidence, const std::string& path, MappedColumn& column)
{
    column.outcome = Outcome::summand;
    column.field = field;
    column.confidence = confidence;
    column.reason = {"BIL-829", {path, field->id}};
    column.near = true;
    column.suggestions.clear();
}

/// The two columns of women and men below one group, which holds nobody else.
struct Sexes {
    std::vector<std::size_t> columns;
    std::set<std::string> names;
    bool has_others = false;
};

/// `femme` or `homme`, when the header says nothing else.
std::string sex_alone(const HeaderWords& leaf)
{
    std::vector<std::string> said;
    std::ranges::copy_if(leaf.tokens, std::back_inserter(said),
                         [](const std::string& token) { return !is_number_word(token); });
    const bool is_sex = said.size() == 1 && leaf.aside.empty() && !leaf.is_rate && names_sex(said.front());
    return is_sex ? said.front() : std::string();
}

/// « Entrées » over « F » and « H », where no field counts the women who came in: both together are those who did.
void find_sums_of_sexes(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates,
                        Mapping& mapping)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::map<std::string, Sexes> groups;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (headers[at].words.size() != 2 || headers[at].content.filled == 0) continue;
        if (is_restriction(headers[at].words.front())) continue; // « Habitants QPV » are asked about
        Sexes& group = groups[headers[at].words.front().plain];
        const MappedColumn& column = mapping.columns[at];
        const bool is_part = !headers[at].leaf().tokens.empty() && headers[at].leaf().tokens.front() == "dont";
        const std::string sex = sex_alone(headers[at].leaf());
        const bool is_open = !is_read(column.outcome) && surest_measure(candidates[at]) == nullptr;
        if (!sex.empty() && is_open && group.names.insert(sex).second)
            group.columns.push_back(at);
        else if (!is_part && !headers[at].leaf().is_rate)
            group.has_others = true;
    }
    for (const auto& [name, group] : groups) {
        if (group.columns.size() != 2 || group.has_others) continue;
        const auto whole = measure_above(*input.lexicon, *mapping.schema, headers[group.columns.front()]);
        const bool is_of_people = whole && whole->field->type == data::FieldType::count && whole->field->people;
        if (!is_of_people) continue;
        const bool is_given = std::ranges::any_of(candidates, [&](const std::vector<Candidate>& own) {
            const Candidate* const measure = surest_measure(own);
            return measure != nullptr && measure->field->id == whole->field->id;
        });
        const bool has_own = std::ranges::any_of(mapping.schema->schema->fields, [&](const data::Field& field) {
            return field.parent == whole->field->id && field.id.ends_with("_f");
        });
        if (is_given || has_own) continue;
        for (const std::size_t at : group.columns)
            mark_part(whole->field, whole->confidence, headers[at].path, mapping.columns[at]);
    }
}

} // namespace

bool is_part_of_field(const Candidate& candidate)
{
    return part_of(candidate).has_value();
}

void find_summands(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    std::map<std::string, Parts> fields;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const MappedColumn& column = mapping.columns[at];
        const bool is_open = column.outcome == Outcome::question || column.outcome == Outcome::contradicted;
        const Candidate* measure = surest_measure(candidates[at]);
        if (is_read(column.outcome)) fields[column.field->id].has_whole = true;
        if (measure != nullptr && !measure->field->part_of.empty() && !names_a_part((*input.columns)[at]))
            fields[measure->field->part_of].own.push_back(at);
        if (!is_open || measure == nullptr) continue;
        Parts& parts = fields[measure->field->id];
        std::optional<std::string> name = part_of(*measure);
        if (!name) name = funder_part(*input.lexicon, (*input.columns)[at], *measure);
        if (!name) name = one_of_funders(*input.lexicon, (*input.columns)[at], *measure);
        if (!name) name = level_part((*input.columns)[at], *measure);
        if (name && parts.names.insert(*name).second)
            parts.columns.push_back(at);
        else
            parts.has_whole = true;
    }
    for (const auto& [field, parts] : fields) {
        if (parts.has_whole || parts.columns.empty() || parts.columns.size() + parts.own.size() < 2) continue;
        if (field.starts_with("niv_") && !are_of_one_scale(parts.names)) continue;
        for (const std::size_t at : parts.columns) {
            const Candidate& own = candidates[at].front();
            mark_part(own.field, own.confidence, (*input.columns)[at].path, mapping.columns[at]);
            mapping.columns[at].is_listed = is_part_of_field(own);
        }
        for (const std::size_t at : parts.own)
            mapping.columns[at].also = candidates[parts.columns.front()].front().field;
    }
    find_sums_of_sexes(input, candidates, mapping);
    find_crossed_people(input, mapping);
}

} // namespace bilan::intake
