// SPDX-License-Identifier: MPL-2.0
//
// The field of a family that a header and its groups name.
#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/funders.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

namespace {

bool is_one_of(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

bool says(const HeaderWords& words, std::string_view token)
{
    return std::find(words.tokens.begin(), words.tokens.end(), token) != words.tokens.end();
}

/// « Niveau de qualification », « Diplôme »; « Niveau de satisfaction » counts something else from 1 to 4.
bool is_below_levels(const HeaderColumn& column)
{
    // « Niveau à l'entrée »: of whom it is asked, and when.
    constexpr std::array<std::string_view, 16> words{
        "niveau",    "diplome",     "qualification", "formation", "etude", "scolaire", "scolarite", "repartition",
        "scolarise", "participant", "obtenu",        "eleve",     "entre", "entrant",  "public",    "initial"};
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level) {
        const HeaderWords& group = column.words[level];
        const bool is_of_them = std::ranges::all_of(
            group.tokens, [&](const std::string& token) { return is_weak(token) || is_one_of(words, token); });
        if (is_of_them && (says(group, "niveau") || says(group, "diplome"))) return true;
    }
    return false;
}

/// « V » and « IV » under « Niveau de qualification » are levels, which they are not by themselves.
std::optional<std::string> read_level_below(const HeaderColumn& column)
{
    return is_below_levels(column) ? read_level("niveau " + column.leaf().bare) : std::nullopt;
}

/// A band or level in the leaf; in a group when the leaf only says « Total » or « Nombre ».
template <class Reader>
std::optional<std::string> in_leaf_or_group(const HeaderColumn& column, const Reader& reader)
{
    if (std::optional<std::string> hit = reader(column.leaf().bare)) {
        // « 16-25 » under « Femmes » counts somebody else than all of that age.
        for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
            for (const std::string_view other : {"femme", "homme", "fille", "garcon"})
                if (says(column.words[level], other) && column.words[level].tokens.size() <= 2) return std::nullopt;
        return hit;
    }
    const std::vector<std::string>& tokens = column.leaf().tokens;
    const bool is_weak_leaf =
        std::all_of(tokens.begin(), tokens.end(), [](const std::string& token) { return is_weak(token); });
    if (column.words.size() < 2 || !is_weak_leaf) return std::nullopt;
    return reader(column.words[column.words.size() - 2].bare);
}

} // namespace

bool is_below_others(const HeaderColumn& column)
{
    constexpr std::array<std::string_view, 12> others{"qpv",     "prevu",     "hors",     "sortie",
                                                      "sortant", "entre",     "entrant",  "abandon",
                                                      "poche",   "formation", "embauche", "placement"};
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
        if (std::ranges::any_of(column.words[level].tokens,
                                [&](const std::string& token) { return is_one_of(others, token); }))
            return true;
    return false;
}

std::optional<FamilyHit> read_family(const Lexicon& lexicon, const SchemaIndex& schema, const data::FieldFamily& family,
                                     const HeaderColumn& column)
{
    const bool counts = family.type == data::FieldType::count;
    if (counts && (column.leaf().is_rate || column.unit == "%")) return std::nullopt;
    const bool asks_for_age = family.reader.starts_with("age_band");
    if (asks_for_age && is_below_levels(column) && column.leaf().bare.find("an") == std::string::npos)
        return std::nullopt; // « 5 et + » under « Niveau »
    if (asks_for_age && is_below_others(column)) return std::nullopt;
    if (family.reader == "age_band") {
        if (const auto band = in_leaf_or_group(column, read_age_band))
            return FamilyHit{field_of_family(family, *band, column.path), 0.95};
    } else if (family.reader == "age_band_f" || family.reader == "age_band_h") {
        const auto read = read_age_of_sex(column.words);
        if (read && family.reader.back() == read->sex)
            return FamilyHit{field_of_family(family, read->band, column.path), 0.95};
    } else if (family.reader == "level") {
        auto level = in_leaf_or_group(column, read_level);
        if (!level) level = read_level_below(column);
        if (level) return FamilyHit{field_of_family(family, *level, column.path), 0.92};
    } else if (family.reader == "funder") {
        return read_funder_family(lexicon, schema, family, column);
    } else if (family.reader == "suffix") {
        const std::vector<std::string>& label =
            schema.family_labels[static_cast<std::size_t>(&family - schema.schema->families.data())];
        const bool leaf_says =
            !label.empty() && column.leaf().tokens.size() > 1 && column.leaf().tokens.front() == label.front();
        const bool group_says =
            !label.empty() && column.words.size() > 1 && says(column.words[column.words.size() - 2], label.front());
        const std::string suffix = leaf_says || group_says ? slug(column.levels.back(), label) : std::string();
        // « Critère » says of which family, and not which of it.
        if (!suffix.empty()) return FamilyHit{field_of_family(family, suffix, column.path), group_says ? 0.95 : 0.85};
    }
    return std::nullopt;
}

} // namespace bilan::intake
