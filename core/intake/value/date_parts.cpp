// SPDX-License-Identifier: MPL-2.0
#include "intake/value/date_parts.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr std::string_view fillers[] = {"le", "la",      "les",        "l'",   "du",    "de",     "des",      "d'",
                                        "au", "a",       "en",         "date", "dates", "er",     "ere",      "eme",
                                        "e",  "nd",      "nde",        "mois", "annee", "civile", "exercice", "l'annee",
                                        "an", "periode", "l'exercice", "pour", "sur",   "o"};

constexpr std::string_view vague_words[] = {"courant", "vers",   "environ", "depuis", "partir", "jusqu'au",
                                            "jusqu'a", "jusque", "avant",   "apres",  "prevu",  "prevue"};

constexpr std::string_view ordinals[] = {"premier", "deuxieme", "troisieme", "quatrieme"};

template <class Words>
bool is_one_of(std::string_view word, const Words& words)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool add_number(DateParts& parts, const DateToken& token)
{
    if (parts.count == parts.numbers.size()) return false;
    parts.numbers[parts.count++] = token;
    return true;
}

bool add_ordinal(DateParts& parts, std::string_view word)
{
    if (word == "premiere") word = "premier";
    if (word == "second" || word == "seconde") word = "deuxieme";
    const auto* const found = std::find(std::begin(ordinals), std::end(ordinals), word);
    if (found == std::end(ordinals)) return false;
    return add_number(parts, {DateTokenKind::number, word, static_cast<int>(found - std::begin(ordinals)) + 1, 1});
}

bool add_qualifier(DateParts& parts, std::string_view word)
{
    if (word == "debut") parts.qualifier = DateQualifier::begin;
    if (word == "mi" || word == "milieu") parts.qualifier = DateQualifier::middle;
    if (word == "fin") parts.qualifier = DateQualifier::end;
    if (word == "toute" || word == "tout" || word == "annuel" || word == "annuelle") parts.is_whole_year = true;
    if (word == "scolaire") parts.is_school_year = true;
    if (word == "trimestre" || word == "trim" || word == "t") parts.is_quarter = true;
    if (word == "semestre" || word == "sem" || word == "s") parts.is_half = true;
    constexpr std::string_view known[] = {"debut", "mi",     "milieu",   "fin",      "toute",
                                          "tout",  "annuel", "annuelle", "scolaire", "trimestre",
                                          "trim",  "t",      "semestre", "sem",      "s"};
    return is_one_of(word, known);
}

bool add_word(DateParts& parts, std::string_view word)
{
    if (is_weekday(word)) return true;
    if (const auto month = month_of(word)) {
        if (parts.month) return false;
        parts.month = month;
        parts.numbers_before_month = parts.count;
        return true;
    }
    if (word.starts_with("l'") && season_of(word.substr(2))) word.remove_prefix(2);
    if (const auto season = season_of(word)) {
        parts.season = season;
        return true;
    }
    if (add_qualifier(parts, word) || add_ordinal(parts, word)) return true;
    if (is_one_of(word, vague_words)) {
        parts.is_vague = true;
        return true;
    }
    return is_one_of(word, fillers);
}

bool add_sign(DateParts& parts, char sign)
{
    if (parts.count == 1 && parts.sign == 0) parts.sign = sign;
    constexpr std::string_view harmless = "/-.,:()";
    return harmless.find(sign) != std::string_view::npos;
}

/// The tokens before a time of day (`14:30`, `14h30`), which a date leaves out.
std::span<const DateToken> without_time(std::span<const DateToken> tokens)
{
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        if (tokens[at].kind != DateTokenKind::number || tokens[at].digits > 2) continue;
        if (tokens[at + 1].text != ":" && tokens[at + 1].text != "h") continue;
        const bool has_mark = tokens[at - 1].text == "t" || tokens[at - 1].text == "a";
        return tokens.first(has_mark ? at - 1 : at);
    }
    return tokens;
}

} // namespace

std::optional<DateParts> sort_parts(std::span<const DateToken> tokens)
{
    DateParts parts;
    for (const DateToken& token : without_time(tokens)) {
        const bool is_taken = token.kind == DateTokenKind::number ? add_number(parts, token)
                              : token.kind == DateTokenKind::word ? add_word(parts, token.text)
                                                                  : add_sign(parts, token.text.front());
        if (!is_taken) return std::nullopt;
    }
    return parts;
}

} // namespace bilan::intake
