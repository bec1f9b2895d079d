// SPDX-License-Identifier: MPL-2.0
#include "intake/header/personal.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::intake {

namespace {

bool has(const HeaderWords& words, std::string_view token)
{
    return std::find(words.tokens.begin(), words.tokens.end(), token) != words.tokens.end();
}

bool names_first_name(const HeaderWords& words)
{
    return has(words, "prenom");
}

bool is_lone_name(const HeaderWords& words)
{
    return words.folded == "nom" || words.folded == "noms" || words.folded == "nom de famille" ||
           words.folded == "nom usuel" || words.folded == "nom d'usage" || words.folded == "nom de naissance";
}

bool is_personal_header(const HeaderWords& words)
{
    constexpr std::array<std::string_view, 13> always{"prenom",  "mail",          "email", "courriel",  "telephone",
                                                      "tel",     "portable",      "nir",   "naissance", "gsm",
                                                      "adresse", "interlocuteur", "mobile"};
    const bool says_so =
        std::any_of(always.begin(), always.end(), [&](std::string_view word) { return has(words, word); });
    if (says_so) return words.tokens.size() <= 6;
    const bool is_mail = has(words, "e") && has(words, "mail");
    const bool is_security_number = has(words, "securite") && has(words, "sociale");
    const bool is_contact =
        words.folded == "contact" || words.folded == "contacts" || words.folded == "personne contact";
    const bool is_somebody =
        has(words, "nom") &&
        (has(words, "referent") || has(words, "responsable") || has(words, "contact") || has(words, "personne") ||
         has(words, "stagiaire") || has(words, "famille") || has(words, "usage"));
    return is_mail || is_security_number || is_contact || is_somebody || words.folded == "ne le" ||
           words.folded == "nee le" || words.folded == "ddn";
}

bool is_personal_content(const ContentProfile& content)
{
    return content.filled >= 2 && (content.mails * 3 >= content.filled || content.phones * 2 >= content.filled ||
                                   content.national_ids * 2 >= content.filled);
}

} // namespace

std::vector<bool> personal_columns(std::span<const HeaderColumn> columns)
{
    std::vector<bool> personal(columns.size(), false);
    bool first_name_seen = false;
    for (const HeaderColumn& column : columns)
        for (const HeaderWords& words : column.words) first_name_seen = first_name_seen || names_first_name(words);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const HeaderColumn& column = columns[at];
        personal[at] = is_personal_content(column.content);
        if (!column.has_header()) continue;
        const bool is_name = is_lone_name(column.leaf()) && first_name_seen;
        personal[at] = personal[at] || is_personal_header(column.leaf()) || is_name;
    }
    return personal;
}

} // namespace bilan::intake
