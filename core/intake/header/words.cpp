// SPDX-License-Identifier: MPL-2.0
#include "intake/header/words.hpp"

#include "base/text.hpp"
#include "intake/header/lexemes.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace bilan::intake {

namespace {

bool is_word_character(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    return std::isalnum(byte) != 0 || byte >= 0x80;
}

std::string without_markup(std::string_view text)
{
    if (text.find('<') == std::string_view::npos && text.find('&') == std::string_view::npos) return std::string(text);
    std::string clean;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
        const bool is_tag = end != std::string_view::npos && end - at <= 8 && at + 1 < text.size() &&
                            (std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0 || text[at + 1] == '/');
        if (is_tag) {
            clean += ' ';
            at = end;
        } else {
            clean += text[at];
        }
    }
    for (const std::string_view space : {"&nbsp;", "&#32;", "&#160;"}) clean = base::replace_all(clean, space, " ");
    clean = base::replace_all(clean, "&amp;", "&");
    return base::replace_all(clean, "&#39;", "'");
}

/// « nomBeneficiaire » as a program writes it: the words begin at the capitals.
std::string without_camel_case(std::string_view text)
{
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool is_one_word = text.size() >= 6 && std::all_of(text.begin(), text.end(), [&](char c) {
                                 return is_small(c) || is_capital(c) || (c >= '0' && c <= '9');
                             });
    if (!is_one_word) return std::string(text);
    std::string words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins =
            at >= 2 && is_capital(text[at]) && is_small(text[at - 1]) && at + 1 < text.size() && is_small(text[at + 1]);
        if (begins) words += ' ';
        words += text[at];
    }
    return words;
}

struct Brackets {
    std::string outside;
    std::vector<std::string> inside;
    std::string bare; ///< all of it but instructions
};

Brackets split_brackets(std::string_view folded)
{
    Brackets parts;
    std::size_t at = 0;
    while (at < folded.size()) {
        const bool opens = folded[at] == '(' || folded[at] == '[';
        const std::size_t end = opens ? folded.find(folded[at] == '(' ? ')' : ']', at) : std::string_view::npos;
        if (!opens || end == std::string_view::npos) {
            parts.outside += opens ? ' ' : folded[at];
            parts.bare += folded[at];
            ++at;
            continue;
        }
        const std::string inside(folded.substr(at + 1, end - at - 1));
        if (!is_ending(inside)) { // « bénéficiaire(s) » loses its ending without a trace
            parts.inside.push_back(inside);
            parts.outside += ' ';
            parts.bare += is_instruction(inside) ? std::string(" ") : folded[at] + inside + folded[end];
        }
        at = end + 1;
    }
    return parts;
}

/// Bytes of the mark before a feminine ending that the text begins with; 0: it begins with none.
std::size_t mark_of_ending(std::string_view text)
{
    constexpr std::array<std::string_view, 4> dots{"\xC2\xB7", "\xE2\x80\xA2", "\xE2\x8B\x85", "\xE2\x80\xA7"};
    if (text.front() == '.' || text.front() == '-' || text.front() == '/') return 1;
    if (text.front() != '\xC2' && text.front() != '\xE2') return 0;
    const auto* const dot = std::ranges::find_if(dots, [&](std::string_view one) { return text.starts_with(one); });
    return dot == dots.end() ? 0 : dot->size();
}

/// « chef·fe », « habitant-es », « instructeurs/rices »: the feminine ending goes.
std::string without_inclusive_endings(std::string_view text)
{
    std::string clean;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t mark = mark_of_ending(text.substr(at));
        if (mark == 0) {
            clean += text[at++];
            continue;
        }
        std::size_t end = at + mark;
        while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0) ++end;
        std::size_t word = clean.size();
        while (word > 0 && is_word_character(clean[word - 1])) --word;
        if (clean.size() - word >= 4 && is_ending(text.substr(at + mark, end - at - mark))) {
            at = end;
        } else {
            clean += text[at++];
        }
    }
    return clean;
}

void put_word(HeaderWords& words, std::vector<std::string>& tokens, const std::string& word)
{
    if (word.size() == 4 && (word.starts_with("20") || word.starts_with("19")) &&
        std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        words.years.push_back(std::stoi(word));
        return;
    }
    const std::string full = in_full(word); // outlives the views into it
    for (const std::string_view part : base::split(full, ' ')) {
        if (part.empty() || is_stop_word(part)) continue;
        const std::string token(same_stage(one_form(part)));
        if (token == "taux" || token == "pourcentage") words.is_rate = true;
        tokens.push_back(token);
    }
}

/// « CDD > 6 mois » and « CDD - 6 mois » differ by their sign alone, so signs before a number are words.
std::string_view bound_word(std::string_view text, std::size_t at)
{
    const std::size_t next = text.find_first_not_of(' ', at + 1);
    const bool before_number = next != std::string_view::npos && text[next] >= '0' && text[next] <= '9';
    if (!before_number) return {};
    if (text[at] == '+' || text[at] == '>') return "plus";
    const bool is_minus = text[at] == '-' && (at == 0 || text[at - 1] == ' ');
    return text[at] == '<' || is_minus ? "moins" : std::string_view();
}

void tokenise(HeaderWords& words, std::vector<std::string>& tokens, std::string_view text)
{
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && is_word_character(text[at]) && text.substr(at, 2) != "\xC2\xB0") {
            word += text[at];
            continue;
        }
        const bool is_numero = at < text.size() && word == "n" && text.substr(at, 2) == "\xC2\xB0";
        const bool is_cut = at < text.size() && text[at] == '.' && word == "fin"; // « Fin. État »
        if (is_numero) word = "numero";
        if (is_cut) word = "financement";
        if (!word.empty()) put_word(words, tokens, word);
        word.clear();
        if (at < text.size() && text.substr(at, 2) == "\xC2\xB0") ++at;
        if (at < text.size() && text[at] == '%') words.is_rate = true;
        const std::string_view bound = at < text.size() ? bound_word(text, at) : std::string_view();
        if (!bound.empty()) tokens.emplace_back(bound);
    }
    merge_phrases(tokens);
}

/// A unit after a dash or « en » at the end: « Montant accordé - k€ », « Coût en euros ».
void take_trailing_unit(HeaderWords& words, std::string& text)
{
    std::string_view view = base::trim(text);
    const std::size_t space = view.find_last_of(' ');
    const std::string_view last = space == std::string_view::npos ? view : view.substr(space + 1);
    const bool is_sign =
        last == "\xE2\x82\xAC" || last == "k\xE2\x82\xAC" || last == "%" || last == "ke" || last == "m\xE2\x82\xAC";
    std::string_view before = space == std::string_view::npos ? std::string_view() : base::trim(view.substr(0, space));
    const bool is_said = before.ends_with(" en") || before.ends_with(" -") || before.ends_with(",");
    const std::optional<std::string> unit = is_sign || is_said ? unit_of(last) : std::nullopt;
    if (!unit || before.empty()) return;
    if (words.unit.empty()) words.unit = *unit;
    if (is_said) before.remove_suffix(before.ends_with(" en") ? 3 : 1);
    text = std::string(base::trim(before));
}

std::string decorated_off(std::string_view text)
{
    text = base::trim(text);
    while (!text.empty() && std::string_view("*:,;.!? ").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    while (!text.empty() && std::string_view("*:,;.!?-> ").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    return std::string(text);
}

bool is_number_of(std::string_view word, std::size_t fewest, std::size_t most)
{
    return word.size() >= fewest && word.size() <= most &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// « DEFM au 31/12/2023 », « … au 30 juin 2024 »: a day that dates the whole column is its year. « Présents au
/// 01/01/2024 » is the stock of before, and keeps its day.
std::string without_days(std::string_view text)
{
    constexpr std::array<std::string_view, 12> months{"janvier",   "fevrier", "mars",     "avril",
                                                      "mai",       "juin",    "juillet",  "aout",
                                                      "septembre", "octobre", "novembre", "decembre"};
    std::vector<std::string> words;
    for (const std::string_view word : base::split(text, ' ')) {
        const std::size_t stroke = word.rfind('/');
        const std::string_view year = stroke == std::string_view::npos ? std::string_view() : word.substr(stroke + 1);
        const std::string_view day = stroke == std::string_view::npos ? std::string_view() : word.substr(0, stroke);
        const std::size_t inner = day.find('/');
        const bool is_date = is_number_of(year, 4, 4) && inner != std::string_view::npos &&
                             is_number_of(day.substr(0, inner), 1, 2) && is_number_of(day.substr(inner + 1), 1, 2);
        const bool is_new_year = is_date && (day == "01/01" || day == "1/1");
        const bool is_year_of_month = is_number_of(word, 4, 4) && words.size() >= 2 &&
                                      std::find(months.begin(), months.end(), words.back()) != months.end();
        if (is_year_of_month) {
            const std::string& first = words[words.size() - 2];
            if (is_number_of(first, 1, 2) && first != "1" && first != "01") words.resize(words.size() - 2);
        }
        words.emplace_back(is_date && !is_new_year ? year : word);
    }
    return base::join(words, " ");
}

/// « Subvention demandée au titre du contrat de ville »: « titre » is no title there.
std::string without_grounds(std::string text)
{
    for (const std::string_view ground : {" au titre du ", " au titre de la ", " au titre de l'", " au titre des "})
        text = base::replace_all(text, ground, " ");
    return text;
}

/// « CDD (- de 6 mois) » and « CDD (+ de 6 mois) » are not the same: the sign alone would be no word.
std::string with_spoken_bound(const std::string& inside)
{
    for (const auto& [sign, word] : {std::pair{"- de ", "moins de "}, std::pair{"+ de ", "plus de "}})
        if (inside.starts_with(sign)) return word + inside.substr(std::string_view(sign).size());
    return inside;
}

/// « ≥ 50 ans » as `>= 50 ans`: folding takes the sign away, and nobody knows on which side of 50 they are.
std::string with_plain_bounds(const std::string& folded, std::string_view written)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs{
        {{"≥", ">= "}, {"⩾", ">= "}, {"≤", "<= "}, {"⩽", "<= "}}};
    const auto said = std::ranges::find_if(
        signs, [&](const auto& sign) { return written.find(sign.first) != std::string_view::npos; });
    if (said == signs.end()) return folded;
    return base::fold(base::replace_all(written, said->first, said->second));
}

} // namespace

HeaderWords read_header(std::string_view raw)
{
    HeaderWords words;
    const std::optional<std::string> repaired = without_mojibake(raw);
    const std::string_view written = repaired ? std::string_view(*repaired) : raw;
    const std::string folded = base::fold(without_camel_case(without_markup(written)));
    words.plain = folded;
    const Brackets parts = split_brackets(without_inclusive_endings(folded));
    words.bare = base::fold(split_brackets(base::fold(with_plain_bounds(folded, written))).bare);
    for (const std::string& inside : parts.inside) {
        if (const std::optional<std::string> unit = unit_of(inside)) {
            words.unit = *unit;
            words.is_rate = words.is_rate || *unit == "%";
        } else if (!is_instruction(inside)) {
            std::vector<std::string> said;
            tokenise(words, said, with_spoken_bound(inside));
            if (!are_both_sexes(said)) words.aside.insert(words.aside.end(), said.begin(), said.end());
        }
    }
    std::string outside = decorated_off(base::fold(parts.outside));
    take_trailing_unit(words, outside);
    words.folded = decorated_off(outside);
    // « Part des femmes », « Part femmes » are rates, « Part État » is an amount.
    words.is_rate = words.is_rate || words.unit == "%" || is_share(words.folded);
    tokenise(words, words.tokens, without_days(without_grounds(words.folded)));
    words.compared = words.folded;
    for (const std::string& token : words.aside) words.compared.append(" ").append(token);
    if (words.unit.empty() && words.is_rate && words.folded.find('%') != std::string::npos) words.unit = "%";
    return words;
}

char bound_of(std::string_view written)
{
    struct Sign {
        std::string_view mark;
        char bound;
    };
    constexpr std::array<Sign, 9> signs{
        {{"<", '<'}, {"≤", '<'}, {"-", '<'}, {"–", '<'}, {"−", '<'}, {">", '>'}, {"≥", '>'}, {"+", '>'}, {"⩾", '>'}}};
    std::string_view rest = base::trim(written);
    for (const Sign& sign : signs) {
        if (!rest.starts_with(sign.mark)) continue;
        rest.remove_prefix(sign.mark.size());
        if (rest.starts_with('=')) rest.remove_prefix(1);
        rest = base::trim(rest);
        return !rest.empty() && rest.front() >= '0' && rest.front() <= '9' ? sign.bound : '\0';
    }
    return '\0';
}

} // namespace bilan::intake
