// SPDX-License-Identifier: MPL-2.0
#include "intake/header/context.hpp"

#include "intake/header/families.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

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
    return Nature::identity;
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
    constexpr std::array<std::string_view, 13> money{
        "montant",       "budget",    "financement", "subvention", "credit",      "cout",   "plan",
        "cofinancement", "financier", "finance",     "financeur",  "cofinanceur", "recette"};
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
    constexpr std::array<std::string_view, 10> sections{"bilan",    "donnee",      "indicateur", "issue", "parcour",
                                                        "parcours", "realisation", "resultat",   "suivi", "tableau"};
    return holds(sections, group);
}

bool is_amount_word(const HeaderWords& words)
{
    return std::all_of(words.tokens.begin(), words.tokens.end(), [](const std::string& token) {
        return is_weak(token) || token == "demande" || token == "accorde" || token == "sollicite" ||
               token == "attribue" || token == "obtenu" || token == "vote" || token == "prevu" ||
               token == "financement" || token == "propose" || token == "realise";
    });
}

bool says(const HeaderWords& words, std::string_view token)
{
    return std::find(words.tokens.begin(), words.tokens.end(), token) != words.tokens.end();
}

std::optional<FamilyHit> read_funder_family(const Lexicon& lexicon, const SchemaIndex& schema,
                                            const data::FieldFamily& family, const HeaderColumn& column)
{
    const HeaderWords& leaf = column.leaf();
    const HeaderWords* funder_level = nullptr;
    std::optional<std::string> funder = read_funder(lexicon, leaf);
    if (funder) {
        funder_level = &leaf;
    } else if (is_amount_word(leaf)) {
        for (std::size_t level = column.words.size() - 1; level > 0 && !funder; --level)
            if ((funder = read_funder(lexicon, column.words[level - 1]))) funder_level = &column.words[level - 1];
    }
    if (!funder) { // « Fin. Région », « Région demandé »: the funder and words of money in one header
        HeaderWords rest = leaf;
        std::erase_if(rest.tokens, [](const std::string& token) {
            return is_weak(token) || token == "demande" || token == "accorde" || token == "financement" ||
                   token == "attribue" || token == "sollicite";
        });
        rest.folded.clear();
        if (!rest.tokens.empty()) funder = read_funder(lexicon, rest);
        funder_level = &leaf;
    }
    if (!funder) return std::nullopt;
    bool is_asked = false;
    for (const HeaderWords& words : column.words)
        is_asked = is_asked || says(words, "demande") || says(words, "sollicite");
    // The State's own programme has fields of its own in the schemas of actions.
    if (*funder == "p147")
        if (const data::Field* own = field_by_id(*schema.schema, is_asked ? "demande_p147" : "accorde_p147"))
            return FamilyHit{*own, 0.95};
    const bool is_settled = column.content.is_mostly(column.content.numbers) || funder_level != &leaf ||
                            column.words.size() > 1 || says(leaf, "financement") || column.unit == "\xE2\x82\xAC";
    return FamilyHit{field_of_family(family, *funder + (is_asked ? "_demande" : ""), column.path),
                     is_settled ? 0.95 : 0.6};
}

/// A band or level in the leaf; in a group when the leaf only says « Total » or « Nombre ».
template <class Reader>
std::optional<std::string> in_leaf_or_group(const HeaderColumn& column, const Reader& reader)
{
    if (std::optional<std::string> hit = reader(column.leaf().plain)) {
        // « 16-25 » under « Femmes » or « QPV » counts somebody else than all of that age.
        for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
            for (const std::string_view other : {"femme", "homme", "qpv", "prevu"})
                if (says(column.words[level], other) && column.words[level].tokens.size() <= 2) return std::nullopt;
        return hit;
    }
    const std::vector<std::string>& tokens = column.leaf().tokens;
    const bool is_weak_leaf =
        std::all_of(tokens.begin(), tokens.end(), [](const std::string& token) { return is_weak(token); });
    if (column.words.size() < 2 || !is_weak_leaf) return std::nullopt;
    return reader(column.words[column.words.size() - 2].plain);
}

} // namespace

const data::Field* field_by_id(const data::Schema& schema, std::string_view id)
{
    for (const data::Field& field : schema.fields)
        if (field.id == id) return &field;
    return nullptr;
}

data::Field field_of_family(const data::FieldFamily& family, std::string_view suffix, std::string_view label)
{
    data::Field field;
    field.id = family.prefix + std::string(suffix);
    field.label = {std::string(label), std::string(label)};
    field.type = family.type;
    field.people = family.people;
    field.parent = family.parent;
    return field;
}

double context_factor(const SchemaIndex& schema, const HeaderColumn& column, const Term& term,
                      const std::vector<std::string>& groups)
{
    const data::Field& field = schema.schema->fields[term.field];
    const Nature nature = nature_of(field);
    double factor = 1;
    for (const std::string& group : groups) {
        if (schema.field_tokens[term.field].contains(group) || names_a_section(group)) continue;
        const Nature spoken = nature_of(std::string_view(group));
        if (spoken == nature || nature == Nature::none) continue;
        if (spoken == Nature::identity || (spoken == Nature::people && nature != Nature::money)) continue;
        if (spoken == Nature::money && nature == Nature::people)
            factor = std::min(factor, 0.5);
        else if (spoken == Nature::people && nature == Nature::money)
            factor = std::min(factor, 0.5);
        else if (spoken == Nature::none && !is_weak(group) && schema.core_tokens.contains(group))
            factor = std::min(
                factor, nature == Nature::identity && column.content.is_hardly(column.content.numbers) ? 0.9 : 0.6);
    }
    return factor;
}

bool ends_before(const Lexicon& lexicon, const HeaderWords& group, const data::Field& field)
{
    const Nature own = nature_of(field);
    Nature spoken = read_funder(lexicon, group) ? Nature::money : Nature::none;
    for (const std::string& token : group.tokens) {
        if (spoken != Nature::none) break;
        spoken = nature_of(std::string_view(token));
        if (token == "porteur" || token == "action" || token == "projet") spoken = Nature::identity;
        if (token == "sortie" || token == "entree") spoken = Nature::people;
    }
    return spoken != Nature::none && own != Nature::none && spoken != own;
}

bool is_under_other_funder(const Lexicon& lexicon, const HeaderColumn& column)
{
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
        if (const std::optional<std::string> funder = read_funder(lexicon, column.words[level]);
            funder && *funder != "p147")
            return true;
    return false;
}

std::optional<FamilyHit> read_family(const Lexicon& lexicon, const SchemaIndex& schema, const data::FieldFamily& family,
                                     const HeaderColumn& column)
{
    const bool counts = family.type == data::FieldType::count;
    if (counts && (column.leaf().is_rate || column.unit == "%")) return std::nullopt;
    if (family.reader == "age_band") {
        if (const auto band = in_leaf_or_group(column, read_age_band))
            return FamilyHit{field_of_family(family, *band, column.path), 0.95};
    } else if (family.reader == "level") {
        if (const auto level = in_leaf_or_group(column, read_level))
            return FamilyHit{field_of_family(family, *level, column.path), 0.92};
    } else if (family.reader == "funder") {
        return read_funder_family(lexicon, schema, family, column);
    } else if (family.reader == "suffix") {
        const std::vector<std::string> label = read_header(family.label.french).tokens;
        const bool leaf_says =
            !label.empty() && column.leaf().tokens.size() > 1 && column.leaf().tokens.front() == label.front();
        const bool group_says =
            !label.empty() && column.words.size() > 1 && says(column.words[column.words.size() - 2], label.front());
        if (leaf_says || group_says)
            return FamilyHit{field_of_family(family, slug(column.levels.back()), column.path), 0.85};
    }
    return std::nullopt;
}

} // namespace bilan::intake
