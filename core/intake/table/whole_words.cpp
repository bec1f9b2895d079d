// SPDX-License-Identifier: MPL-2.0
#include "intake/table/whole_words.hpp"

#include "base/text.hpp"

#include <array>
#include <cctype>

namespace bilan::intake {

namespace {

constexpr std::array<Opening, 39> wholes{{
    {"t o t a l", Word::total},
    {"tot", Word::total},
    {"s-t", Word::subtotal},
    {"s.t", Word::subtotal},
    {"sous - total", Word::subtotal},
    {"tous porteurs", Word::everyone},
    {"toutes actions", Word::everyone},
    {"report", Word::carried},
    {"reports", Word::carried},
    {"reporte", Word::carried},
    {"report precedent", Word::carried},
    {"report a nouveau", Word::carried},
    {"tous", Word::everyone},
    {"toutes", Word::everyone},
    {"tous sexes", Word::everyone},
    {"tous ages", Word::everyone},
    {"tous les ages", Word::everyone},
    {"tous quartiers", Word::everyone},
    {"tous les quartiers", Word::everyone},
    {"tous qpv", Word::everyone},
    {"tous les qpv", Word::everyone},
    {"tous publics", Word::everyone},
    {"tout public", Word::everyone},
    {"les deux", Word::everyone},
    {"mixte", Word::everyone},
    {"f+h", Word::everyone},
    {"f + h", Word::everyone},
    {"h+f", Word::everyone},
    {"h + f", Word::everyone},
    {"annee", Word::everyone},
    {"annee entiere", Word::everyone},
    {"maximum", Word::remainder},
    {"minimum", Word::remainder},
    {"max", Word::remainder},
    {"min", Word::remainder},
    {"maxi", Word::remainder},
    {"mini", Word::remainder},
    {"valeur maximale", Word::remainder},
    {"valeur minimale", Word::remainder},
}};

bool is_letter_or_digit(char character)
{
    return std::isalnum(static_cast<unsigned char>(character)) != 0;
}

/// « Page 2/3 », « p. 2 »: numbers a page and says nothing else.
bool numbers_a_page(std::string_view text)
{
    for (const std::string_view word : {"page ", "p. ", "p."}) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(word.size());
        for (const std::string_view between : {"sur", "de"})
            if (const std::size_t at = text.find(between); at != std::string_view::npos && at > 0)
                return is_number(base::trim(text.substr(0, at))) &&
                       is_number(base::trim(text.substr(at + between.size())));
        return is_number(text);
    }
    return false;
}

/// « Report page 1 », « Report de la page précédente ».
bool carries_a_page(std::string_view text)
{
    if (!text.starts_with("report")) return false;
    for (const std::string_view opening :
         {"report page", "report p.", "report de page", "report de la page", "report des pages", "reports des pages",
          "report pages", "report de la feuille"})
        if (opens_with(text, opening)) return true;
    return false;
}

/// « T1-T2 cumul », « Année (cumulé) ».
bool ends_as_total(std::string_view text)
{
    text = without_punctuation(text);
    for (const std::string_view end : {" cumul", " cumule", " cumulee", "(cumul)", "(cumule)"})
        if (text.ends_with(end)) return true;
    return false;
}

} // namespace

bool opens_with(std::string_view text, std::string_view words)
{
    if (!text.starts_with(words)) return false;
    return text.size() == words.size() || !is_letter_or_digit(words.back()) || !is_letter_or_digit(text[words.size()]);
}

std::string_view without_punctuation(std::string_view text)
{
    while (!text.empty() && !is_letter_or_digit(text.back()) && text.back() != ')') text.remove_suffix(1);
    while (!text.empty() && (text.front() == ':' || text.front() == ' ' || text.front() == '-')) text.remove_prefix(1);
    return text;
}

bool is_number(std::string_view text)
{
    if (text.size() > 24 || text.find_first_of("0123456789") == std::string_view::npos) return false;
    return text.find_first_not_of("0123456789 \u00A0\u202F.,+-/%:()\u20AC") == std::string_view::npos;
}

bool is_amount_in_words(std::string_view text)
{
    constexpr std::size_t longest = 30;
    if (text.size() > longest || text.find_first_of("0123456789") == std::string_view::npos) return false;
    std::string folded = base::fold(text);
    bool has_currency = false;
    for (const std::string_view word : {"milliers d'euros", "euros", "euro", "eur", "k\u20AC", "\u20AC"}) {
        const std::size_t at = folded.find(word);
        if (at == std::string::npos) continue;
        folded.erase(at, word.size());
        has_currency = true;
        break;
    }
    while (folded.ends_with(' ') || folded.ends_with('k')) folded.pop_back();
    return has_currency && is_number(folded);
}

Word word_of_whole(std::string_view text)
{
    const std::string_view bare = without_punctuation(text);
    for (const Opening& whole : wholes)
        if (whole.words == bare) return whole.word;
    if (numbers_a_page(text)) return Word::footer;
    if (carries_a_page(text)) return Word::carried;
    return ends_as_total(text) ? Word::everyone : Word::plain;
}

std::vector<std::string_view> first_words_of_wholes()
{
    std::vector<std::string_view> words{"page", "p."};
    for (const Opening& whole : wholes) words.push_back(whole.words);
    return words;
}

} // namespace bilan::intake
