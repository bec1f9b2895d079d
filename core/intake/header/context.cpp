// SPDX-License-Identifier: MPL-2.0
#include "intake/header/context.hpp"

#include "intake/header/families.hpp"
#include "intake/header/funders.hpp"
#include "intake/header/topic_groups.hpp"
#include "intake/value/level_reader.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

bool names_sex(std::string_view token)
{
    constexpr std::array<std::string_view, 6> words{"femme", "homme", "fille", "garcon", "feminin", "masculin"};
    return std::ranges::find(words, token) != words.end();
}

namespace {

enum class Nature : std::uint8_t { none, people, money, identity, time };

Nature nature_of(const data::Field& field)
{
    switch (field.type) {
    case data::FieldType::count: return Nature::people;
    case data::FieldType::euro: return Nature::money;
    case data::FieldType::date:
    case data::FieldType::year: return Nature::time;
    case data::FieldType::number:
    case data::FieldType::rate:
    case data::FieldType::boolean: return Nature::none;
    case data::FieldType::text:
    case data::FieldType::choice:
    case data::FieldType::choices:
    case data::FieldType::code: break;
    }
    return holds_levels(field) ? Nature::people : Nature::identity;
}

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The nature that a word of a group speaks of, where the word has one.
Nature nature_of(std::string_view token)
{
    constexpr std::array<std::string_view, 16> people{"public",          "beneficiaire", "participant", "personne",
                                                      "typologie",       "sexe",         "age",         "genre",
                                                      "effectif",        "population",   "profil",      "tranche",
                                                      "caracteristique", "repartition",  "usager",      "quantitatif"};
    constexpr std::array<std::string_view, 14> money{
        "montant",       "budget",    "financement", "subvention", "credit",      "cout",    "plan",
        "cofinancement", "financier", "finance",     "financeur",  "cofinanceur", "recette", "depense"};
    constexpr std::array<std::string_view, 7> identity{"identification", "identite", "description", "presentation",
                                                       "structure",      "dossier",  "information"};
    constexpr std::array<std::string_view, 4> time{"date", "calendrier", "periode", "duree"};
    if (holds(people, token)) return Nature::people;
    if (holds(money, token)) return Nature::money;
    if (holds(identity, token)) return Nature::identity;
    return holds(time, token) ? Nature::time : Nature::none;
}

/// Words that name a part of a sheet, whatever the columns below hold: « Parcours », « Issues », « Résultats ».
bool names_a_section(std::string_view group)
{
    constexpr std::array<std::string_view, 11> sections{"bilan",    "donnee",  "evaluation", "indicateur",
                                                        "issue",    "parcour", "parcours",   "realisation",
                                                        "resultat", "suivi",   "tableau"};
    return holds(sections, group);
}

/// Words that leave only some of the people: « QPV » over « F ».
bool restricts(std::string_view token)
{
    constexpr std::array<std::string_view, 11> words{"qpv",  "femme", "homme", "prevu", "jeune", "senior",
                                                     "hors", "brsa",  "th",    "deld",  "poche"};
    return holds(words, token);
}

/// « F/H », « Répartition femmes - hommes »: a heading of both, which leaves nobody out.
bool names_both_sexes(const HeaderWords& group)
{
    const auto is_said = [&](std::string_view token) {
        return std::find(group.tokens.begin(), group.tokens.end(), token) != group.tokens.end();
    };
    return is_said("femme") && is_said("homme");
}

/// « Sorties vers l'emploi » over « Autres sorties »: the heading of what the term names.
bool is_topic_of(const HeaderWords& group, const Term& term)
{
    const auto is_shared = [&](const std::string& token) {
        return std::binary_search(term.core.begin(), term.core.end(), token);
    };
    return std::any_of(group.tokens.begin(), group.tokens.end(), is_shared) &&
           std::none_of(group.tokens.begin(), group.tokens.end(),
                        [&](const std::string& token) { return restricts(token) && !is_shared(token); });
}

double factor_of(const SchemaIndex& schema, const HeaderColumn& column, Nature nature, std::string_view token,
                 bool is_topic)
{
    const Nature spoken = nature_of(token);
    if (spoken == nature || spoken == Nature::identity || (spoken == Nature::people && nature != Nature::money))
        return 1;
    if (spoken == Nature::money) return nature == Nature::people ? 0.5 : 1;
    if (spoken == Nature::people) return 0.5;
    const bool means_something =
        spoken == Nature::none && !is_weak(token) && !is_topic && schema.core_tokens.contains(std::string(token));
    if (!means_something) return 1;
    // « Association / N° SIRET »: numbers, and the name of somebody all the same.
    const bool names = column.content.is_hardly(column.content.numbers) || holds_identifiers(column.content);
    return nature == Nature::identity && names ? 0.9 : 0.6;
}

/// Of the field that the group would be if it were a header by itself.
Nature own_nature_of(const SchemaIndex& schema, const HeaderWords& group)
{
    const auto named = std::find_if(schema.terms.begin(), schema.terms.end(), [&](const Term& term) {
        return !term.is_path && !term.folded.empty() && (term.folded == group.compared || term.folded == group.folded);
    });
    return named == schema.terms.end() ? Nature::none : nature_of(schema.schema->fields[named->field]);
}

/// « Nb de séances » over « Réalisé »: a number of something that is neither people nor money, nor the field's own.
bool counts_something_else(const SchemaIndex& schema, std::size_t field, const HeaderWords& group)
{
    constexpr std::array<std::string_view, 12> persons{"jeune",     "femme",  "homme",     "habitant",
                                                       "stagiaire", "enfant", "adulte",    "senior",
                                                       "salarie",   "eleve",  "demandeur", "parent"};
    const auto is_own = [&](const std::string& token) {
        return is_weak(token) || schema.field_tokens[field].contains(token) || holds(persons, token) ||
               nature_of(std::string_view(token)) != Nature::none || names_a_section(token) ||
               schema.core_tokens.contains(token);
    };
    return std::ranges::count(group.tokens, "nombre") > 0 && !std::ranges::all_of(group.tokens, is_own);
}

constexpr std::array<std::string_view, 15> whole{"total",         "ensemble", "inscrit", "accueilli",   "accompagne",
                                                 "touche",        "reel",     "chiffre", "statistique", "mixite",
                                                 "frequentation", "suivi",    "donnee",  "nombre",      "parite"};

/// « Refus », « Liste d'attente », « Bénévoles » over « QPV »: who lives there, of others than the people of the
/// action.
bool names_others(const SchemaIndex& schema, std::size_t field, const HeaderWords& group)
{
    // « refu », « entre »: as one_form brings « refus » and « entrées » to one form.
    constexpr std::array<std::string_view, 23> others{
        "entre",     "refu",        "refuse",  "rejet",       "rejete",    "attente",        "sortie",       "entree",
        "abandon",   "decrochage",  "rupture", "desistement", "absent",    "candidat",       "candidature",  "benevole",
        "encadrant", "intervenant", "equipe",  "gouvernance", "dirigeant", "administrateur", "professionnel"};
    return std::ranges::any_of(group.tokens, [&](const std::string& token) {
        return holds(others, token) && !schema.field_tokens[field].contains(token);
    });
}

} // namespace

bool speaks_of_all(const SchemaIndex& schema, const HeaderWords& group, const data::Field& field)
{
    // « Type de sortie », « Situation en fin de parcours »: how all of them are sorted.
    constexpr std::array<std::string_view, 6> sorting{"type", "situation", "fin", "motif", "nature", "categorie"};
    std::size_t own = schema.schema->fields.size();
    for (std::size_t at = 0; at < schema.schema->fields.size(); ++at)
        if (schema.schema->fields[at].id == field.parent) own = at;
    return std::ranges::all_of(group.tokens, [&](const std::string& token) {
        return is_weak(token) || names_a_section(token) || holds(whole, token) || holds(sorting, token) ||
               nature_of(std::string_view(token)) == Nature::people || token == "realise" ||
               (own < schema.field_tokens.size() && schema.field_tokens[own].contains(token));
    });
}

bool is_unheard_people(const SchemaIndex& schema, const HeaderWords& group)
{
    return !group.tokens.empty() && std::ranges::none_of(group.tokens, [&](const std::string& token) {
        return is_weak(token) || names_a_section(token) || holds(whole, token) || names_sex(token) ||
               nature_of(std::string_view(token)) != Nature::none || schema.core_tokens.contains(token);
    });
}

const data::Field* field_by_id(const data::Schema& schema, std::string_view id)
{
    for (const data::Field& field : schema.fields)
        if (field.id == id) return &field;
    return nullptr;
}

data::Field field_of_family(const data::FieldFamily& family, std::string_view suffix, std::string_view label)
{
    return data::field_of(family, suffix, {std::string(label), std::string(label)});
}

double context_factor(const SchemaIndex& schema, const HeaderColumn& column, const Term& term,
                      std::span<const HeaderWords> groups)
{
    const Nature nature = nature_of(schema.schema->fields[term.field]);
    if (nature == Nature::none) return 1;
    double factor = 1;
    const bool is_of_sex = nature == Nature::people && term.core.size() == 1 && names_sex(term.core.front());
    const bool is_of_part =
        nature == Nature::people && !schema.schema->fields[term.field].parent.empty() && is_restriction(column.leaf());
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const HeaderWords& group = groups[at];
        const bool has_own_word = std::ranges::any_of(
            group.tokens, [&](const std::string& token) { return schema.field_tokens[term.field].contains(token); });
        if (nature == Nature::people && is_of_another_figure(group) && !has_own_word) factor = std::min(factor, 0.6);
        if ((nature == Nature::people || nature == Nature::money) && counts_something_else(schema, term.field, group))
            factor = std::min(factor, 0.6);
        if (is_of_sex && is_unheard_people(schema, group)) factor = std::min(factor, 0.6);
        if (is_of_part && names_others(schema, term.field, group)) factor = std::min(factor, 0.6);
        const bool is_topic =
            is_topic_of(group, term) || is_only_topic(schema, column, groups, at, term) ||
            (nature == Nature::people && speaks_of_all(schema, group, schema.schema->fields[term.field]));
        const bool is_of_both = names_both_sexes(group);
        for (const std::string& token : group.tokens) {
            if (is_of_both && names_sex(token)) continue;
            const bool is_own = schema.field_tokens[term.field].contains(token) || names_a_section(token);
            if (is_own || (nature == Nature::people && token == "realise")) continue;
            factor = std::min(factor, factor_of(schema, column, nature, token, is_topic));
        }
    }
    return factor;
}

bool is_funder_among_amounts(const Lexicon& lexicon, const HeaderColumn& column)
{
    if (column.words.size() < 2 || !read_funder(lexicon, column.leaf())) return false;
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
        for (const std::string& token : column.words[level].tokens)
            if (nature_of(std::string_view(token)) == Nature::money) return true;
    return false;
}

bool is_amount_under_unheard_group(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    if (column.words.size() < 2 || column.leaf().tokens.empty() || !is_amount_word(column.leaf())) return false;
    constexpr std::array<std::string_view, 9> steps{"instruction", "decision", "comite", "copil",    "cotech",
                                                    "pilotage",    "vote",     "phase",  "arbitrage"};
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level) {
        const HeaderWords& group = column.words[level];
        if (group.tokens.empty() || read_funder(lexicon, group)) continue;
        const bool is_unheard = std::none_of(group.tokens.begin(), group.tokens.end(), [&](const std::string& token) {
            return is_weak(token) || names_a_section(token) || holds(steps, token) ||
                   nature_of(std::string_view(token)) != Nature::none || schema.core_tokens.contains(token);
        });
        if (is_unheard) return true;
    }
    return false;
}

bool is_restriction(const HeaderWords& group)
{
    const bool is_of_both = names_both_sexes(group);
    return std::any_of(group.tokens.begin(), group.tokens.end(),
                       [&](const std::string& token) { return restricts(token) && !(is_of_both && names_sex(token)); });
}

bool ends_before(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderWords& group, const data::Field& field)
{
    const Nature own = nature_of(field);
    Nature spoken = read_funder(lexicon, group) ? Nature::money : Nature::none;
    for (const std::string& token : group.tokens) {
        if (spoken != Nature::none) break;
        spoken = nature_of(std::string_view(token));
        if (token == "porteur" || token == "action" || token == "projet") spoken = Nature::identity;
        if (token == "sortie" || token == "entree") spoken = Nature::people;
    }
    if (spoken == Nature::none) spoken = own_nature_of(schema, group);
    return spoken != Nature::none && own != Nature::none && spoken != own;
}

bool is_under_other_funder(const Lexicon& lexicon, const HeaderColumn& column)
{
    const bool is_only_year = column.has_header() && column.leaf().tokens.empty(); // « CA / 2023 »: the accounts
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
        if (is_only_year && column.words[level].folded == "ca") return false;
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
        if (const std::optional<std::string> funder = read_funder(lexicon, column.words[level]);
            funder && *funder != "p147")
            return true;
    return false;
}

} // namespace bilan::intake
