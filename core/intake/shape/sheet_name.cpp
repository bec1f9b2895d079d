// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/sheet_name.hpp"

#include "intake/value/calendar_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::intake {

namespace {

/// « Partie 1 », « Lot A », « Page 2 »: which part of the file it is.
bool is_numbered_part(std::string_view folded)
{
    constexpr std::array<std::string_view, 10> parts{"partie", "lot",  "page", "volet", "vague",
                                                     "serie",  "part", "bloc", "phase", "session"};
    const std::size_t end = std::min(folded.find_first_of(" -_.0123456789"), folded.size());
    if (std::ranges::find(parts, folded.substr(0, end)) == parts.end()) return false;
    std::string_view rest = folded.substr(end);
    rest.remove_prefix(std::min(rest.find_first_not_of(" -_."), rest.size()));
    constexpr std::size_t longest_number = 2;
    return rest.size() <= longest_number;
}

} // namespace

bool is_generic_sheet_name(const std::string& folded)
{
    constexpr std::array<std::string_view, 33> words{
        "trimestre", "semestre", "feuil",  "sheet",    "feuille", "tableau",  "bilan",   "donnee",  "action",
        "export",    "base",     "table",  "synthese", "recap",   "annexe",   "suivi",   "program", "emploi",
        "liste",     "onglet",   "total",  "retour",   "saisie",  "collecte", "fichier", "budget",  "finance",
        "public",    "indicat",  "projet", "dossier",  "copie",   "csv"};
    // What kind of place the rows are, and none of them.
    constexpr std::array<std::string_view, 15> kinds{"qpv",      "quartier", "quartiers",   "epci",   "commune",
                                                     "communes", "region",   "departement", "france", "regions",
                                                     "iris",     "ville",    "territoire",  "villes", "territoires"};
    if (std::ranges::find(kinds, folded) != kinds.end() || is_numbered_part(folded)) return true;
    if (folded.size() < 3 || month_of(folded.substr(0, folded.find_first_of(" .-_")))) return true;
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool names_organisation(const std::string& folded)
{
    constexpr std::array<std::string_view, 16> words{"asso",      "mjc",      "ccas",    "centre", "mission", "regie",
                                                     "plie",      "ville de", "maison",  "club",   "cidff",   "ligue",
                                                     "fondation", "atelier",  "porteur", "e2c"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded.starts_with(word); });
}

} // namespace bilan::intake
