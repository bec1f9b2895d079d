// SPDX-License-Identifier: MPL-2.0
#include "intake/header/topic_groups.hpp"

#include "intake/header/context.hpp"
#include "intake/header/funders.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

std::vector<std::string> without_numbers(std::vector<std::string> tokens)
{
    std::erase_if(tokens, [](const std::string& token) { return is_number_word(token); });
    return as_set(std::move(tokens));
}

/// « Nombre de séances plénières » says no less than « Séances plénières » does.
bool is_word_for_word(const HeaderWords& label, const Term& term)
{
    if (term.folded.empty() || term.is_path || term.core.empty()) return false;
    if (term.folded == label.compared || term.folded == label.folded) return true;
    return label.aside.empty() && !label.is_rate && without_numbers(label.tokens) == without_numbers(term.tokens);
}

/// « Filles », « Moins de 26 ans », « dont actifs »: some of whom the group names.
bool hangs_on_its_group(const HeaderWords& label, const data::Field& field)
{
    // « Jeunes sensibilisés » are a whole of their own, whatever stands above.
    return (is_restriction(label) && (!field.parent.empty() || label.tokens.size() == 1)) ||
           label.folded.starts_with("dont ") || std::ranges::any_of(label.tokens, [](const std::string& token) {
               return names_sex(token) || token == "an" || token == "ans" || token == "age";
           });
}

bool is_figure_word(std::string_view token)
{
    constexpr std::array<std::string_view, 13> words{"objectif",   "cible",      "prevision", "previsionnel", "attendu",
                                                     "estimation", "projection", "precedent", "anterieur",    "rappel",
                                                     "evolution",  "ecart",      "n-1"};
    return std::ranges::find(words, token) != words.end();
}

/// « Publics prioritaires » over « BRSA »: the heading of categories of people.
bool heads_categories(const HeaderWords& group)
{
    constexpr std::array<std::string_view, 8> words{"public", "prioritaire", "specifique", "particulier",
                                                    "profil", "typologie",   "categorie",  "caracteristique"};
    return !group.tokens.empty() && std::ranges::all_of(group.tokens, [&](const std::string& token) {
        return token == "dont" || std::ranges::find(words, std::string_view(token)) != words.end();
    });
}

/// The label and the groups between it and the one at `at` hold all the words of the term.
bool is_said_below(const HeaderWords& label, std::span<const HeaderWords> groups, std::size_t at, const Term& term)
{
    if (at + 1 >= groups.size() || term.core.empty()) return false;
    const auto holds = [](const HeaderWords& words, const std::string& word) {
        return std::ranges::find(words.tokens, word) != words.tokens.end();
    };
    return std::ranges::all_of(term.core, [&](const std::string& word) {
        return holds(label, word) || std::ranges::any_of(groups.subspan(at + 1), [&](const HeaderWords& nearer) {
                   return holds(nearer, word);
               });
    });
}

/// All words of a spelling of another field of the same kind, its whole apart.
bool names_another_field(const SchemaIndex& schema, const Term& term, const HeaderWords& group)
{
    const data::Field& own = schema.schema->fields[term.field];
    return std::ranges::any_of(schema.terms, [&](const Term& other) {
        const data::Field& field = schema.schema->fields[other.field];
        const bool is_rival = other.field != term.field && field.type == own.type && field.id != own.parent;
        return is_rival && !other.is_path && !other.core.empty() &&
               std::ranges::all_of(other.core, [&](const std::string& word) {
                   return std::ranges::find(group.tokens, word) != group.tokens.end();
               });
    });
}

} // namespace

bool is_only_topic(const SchemaIndex& schema, const HeaderColumn& column, std::span<const HeaderWords> groups,
                   std::size_t at, const Term& term)
{
    const HeaderWords& label = column.words[groups.size()];
    const HeaderWords& group = groups[at];
    const bool names_sexes = std::ranges::any_of(label.tokens, names_sex);
    const bool is_category = is_word_for_word(label, term) && !names_sexes && heads_categories(group);
    // « Accordé » below « Ville de Valmont »: the group says whose it is.
    const bool says_all = is_word_for_word(label, term) && !is_amount_word(label) &&
                          !hangs_on_its_group(label, schema.schema->fields[term.field]);
    return (says_all || is_category || is_said_below(label, groups, at, term)) && !is_restriction(group) &&
           std::ranges::none_of(group.tokens, is_figure_word) && !names_another_field(schema, term, group);
}

bool is_of_another_figure(const HeaderWords& group)
{
    if (!group.years.empty() && std::ranges::count(group.tokens, "rappel") > 0) return false; // counted, in that year
    return std::ranges::any_of(group.tokens, is_figure_word) &&
           std::ranges::all_of(group.tokens,
                               [](const std::string& token) { return is_figure_word(token) || is_weak(token); });
}

} // namespace bilan::intake
