// SPDX-License-Identifier: MPL-2.0
#include "intake/header/column.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/header/persons.hpp"
#include "intake/value/date_text.hpp"
#include "intake/value/number_text.hpp"
#include "intake/value/state_words.hpp"
#include "intake/value/told_year.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace bilan::intake {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

std::size_t digits_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

bool has_only(std::string_view text, std::string_view allowed)
{
    return std::all_of(text.begin(), text.end(), [&](char character) {
        return is_digit(character) || allowed.find(character) != std::string_view::npos;
    });
}

bool is_date(std::string_view text)
{
    const std::size_t digits = digits_of(text);
    const bool has_marks = std::count(text.begin(), text.end(), '/') == 2 ||
                           std::count(text.begin(), text.end(), '-') == 2 ||
                           std::count(text.begin(), text.end(), '.') == 2;
    return has_marks && digits >= 6 && digits <= 8 && text.size() <= 12 && has_only(text, "/-.");
}

/// What partners write behind a count: « 9 pers. », « 10 personnes ».
bool is_unit_word(std::string_view word)
{
    constexpr std::array<std::string_view, 22> words{
        "pers",   "personne", "personnes", "participant", "participants", "beneficiaire", "beneficiaires", "femme",
        "femmes", "homme",    "hommes",    "habitant",    "habitants",    "jeune",        "jeunes",        "euros",
        "heures", "jours",    "etp",       "etpt",        "benef",        "mois"};
    while (!word.empty() && (word.back() == '.' || word.back() == ' ')) word.remove_suffix(1);
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// « 01/03 », « 24 juin », « T2 2023 », « 2022-2023 »: dates that begin like a number. `1,5` and `15/40` are none.
bool is_partial_date(std::string_view text)
{
    constexpr std::size_t longest = 60;
    constexpr int any_year = 2023;
    if (text.size() > longest || text.find_first_of("0123456789") == std::string_view::npos) return false;
    const bool has_letter = std::any_of(text.begin(), text.end(), [](char character) {
        return std::isalpha(static_cast<unsigned char>(character)) != 0;
    });
    const bool has_sign = text.find('/') != std::string_view::npos || (text.size() == 9 && text[4] == '-');
    return (has_letter || has_sign) && read_date_text(text, {any_year, false}).has_date();
}

/// Excel's errors as texts: the value is not there, whatever it was.
bool is_error(std::string_view text)
{
    return text.starts_with('#') && (text.ends_with('!') || text.ends_with('?') || text == "#N/A");
}

/// « EUR 1 234 », « € 1 500 »: an amount as other countries write it.
std::string_view without_currency_before(std::string_view text)
{
    constexpr std::array<std::string_view, 5> currencies{"EUR", "Eur", "eur", "euros", "\xE2\x82\xAC"};
    for (const std::string_view currency : currencies)
        if (text.starts_with(currency)) {
            const std::string_view amount = base::trim(text.substr(currency.size()));
            if (!amount.empty() && is_digit(amount.front())) return amount;
        }
    return text;
}

bool begins_like_number(std::string_view text)
{
    text = without_currency_before(text);
    if (text.size() > 24) return false;
    const std::size_t sign = text.find_first_not_of("-+~<>(= ");
    if (sign == std::string_view::npos || !is_digit(text[sign])) return false;
    const std::size_t end = text.find_first_not_of("0123456789 .,", sign);
    if (end != std::string_view::npos && is_unit_word(base::fold(text.substr(end)))) return true;
    const std::size_t letters = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }));
    return letters <= 8 && digits_of(text) > 0 && digits_of(text) * 3 >= letters;
}

} // namespace

Looks looks(std::string_view text)
{
    text = base::trim(text);
    if (text.empty() || is_error(text)) return Looks::nothing;
    constexpr std::size_t longest_state = 40;
    const std::string folded = text.size() <= longest_state && may_be_state(text) ? base::fold(text) : std::string();
    if (!folded.empty() && state_of(folded, in_people)) return Looks::nothing;
    if (is_mail(text)) return Looks::mail;
    if (is_date(text)) return Looks::date;
    if (is_phone(text)) return Looks::phone;
    if (is_national_id(text)) return Looks::national_id;
    if (begins_like_number(text)) return is_partial_date(text) ? Looks::date : Looks::number;
    return Looks::text;
}

std::optional<double> plain_number(std::string_view text)
{
    text = without_currency_before(text);
    std::string digits;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (is_digit(character) || character == '.' || character == '-') digits += character;
        if (character == ',') digits += '.';
        // « 11850 à 12250 », « 02571; 02691 »: the first of two, not the ten digits of both.
        const bool is_letter = (character >= 'a' && character <= 'z') || static_cast<unsigned char>(character) == 0xC3;
        if ((is_letter || character == ';') && !digits.empty()) break;
    }
    return base::parse_number(digits);
}

void ContentProfile::add_number(double number)
{
    ++filled;
    ++numbers;
    largest = std::max(largest, number);
    sum += number;
    constexpr std::size_t kept = 12;
    if (some_numbers.size() < kept && std::find(some_numbers.begin(), some_numbers.end(), number) == some_numbers.end())
        some_numbers.push_back(number);
    const bool is_whole = number == std::floor(number);
    if (!is_whole) ++fractions;
    if (is_whole && number != 0 && std::fmod(number, 100) == 0) ++round;
}

bool holds_identifiers(const ContentProfile& content)
{
    return content.filled >= 2 && content.largest >= 1e8 && content.fractions == 0 &&
           content.round * 2 < content.filled;
}

namespace {

/// « QP093045 », « QN02397I »: what no code of a municipality looks like.
bool holds_quarters(const ContentProfile& content)
{
    return !content.some_texts.empty() &&
           std::all_of(content.some_texts.begin(), content.some_texts.end(), [](const std::string& text) {
               return text.size() > 2 && (text.starts_with("qp") || text.starts_with("qn")) && is_digit(text[2]);
           });
}

/// « N° » above 1, 2, 3 numbers the lines; amounts are no codes of municipalities.
bool can_be_code(const ContentProfile& content, const data::Field& field)
{
    constexpr double least_of_quarter = 100'000; // five digits are a municipality, nine an EPCI
    constexpr double most_of_quarter = 999'999;
    if (field.code_kind == "insee" && content.is_mostly(content.texts) && holds_quarters(content)) return false;
    if (!content.is_mostly(content.numbers) || content.filled < 2) return true;
    if (field.code_kind == "qpv") return content.largest >= least_of_quarter && content.largest <= most_of_quarter;
    if (field.code_kind == "dossier")
        return content.fractions == 0 && (content.largest >= 10'000 || content.padded > 0);
    if (field.code_kind != "insee") return true;
    const bool is_in_range = content.largest >= 1'001 && content.largest < 99'000;
    return is_in_range && content.fractions == 0 && content.round * 2 < content.filled;
}

/// « une vingtaine », « + de 100 », « de 30 à 40 »: what the reader of numbers takes for an estimate or for bounds.
bool is_about(std::string_view folded)
{
    const NumberShape shape = read_number_text(folded).shape;
    return shape == NumberShape::approximate || shape == NumberShape::at_least || shape == NumberShape::at_most ||
           shape == NumberShape::several;
}

/// « environ 120 », « 36 (dont 2 mineurs) », « ≈58 »: texts that say how many. « 16-25 ans » says who.
bool says_quantity(std::string_view folded)
{
    if (is_about(folded)) return folded.find(" ans") == std::string_view::npos;
    constexpr std::array<std::string_view, 10> about{"environ",  "env.",     "env",        "pres de", "plus de",
                                                     "moins de", "au moins", "a peu pres", "une",     "~"};
    for (const std::string_view word : about)
        if (folded.starts_with(word)) folded.remove_prefix(word.size());
    const std::size_t first = folded.find_first_of("0123456789");
    const bool begins = first != std::string_view::npos && first <= 4; // « ≈ » takes three bytes
    return begins && folded.substr(0, first).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos &&
           folded.find(" ans") == std::string_view::npos;
}

/// Numbers, and texts that say how many: the words around them are a matter of each cell, not of the column.
bool holds_quantities(const ContentProfile& content)
{
    if (content.is_mostly(content.numbers)) return true;
    return content.is_mostly(content.numbers + content.texts) && !content.some_texts.empty() &&
           std::all_of(content.some_texts.begin(), content.some_texts.end(), says_quantity);
}

/// « 2 000 € (dont 500 € VVV) », « 8000 (sous réserve) », « refus »: amounts with words, and words in the place of
/// some.
bool holds_amounts(const ContentProfile& content)
{
    if (holds_quantities(content)) return true;
    constexpr std::array<std::string_view, 12> decisions{"refus",   "refuse",  "rejet",   "rejete",
                                                         "ajourne", "reserve", "reporte", "annule",
                                                         "retire",  "abandon", "attente", "en cours"};
    const auto are_amounts = static_cast<std::size_t>(std::ranges::count_if(content.some_texts, says_quantity));
    const auto are_decisions =
        static_cast<std::size_t>(std::ranges::count_if(content.some_texts, [&](const std::string& text) {
            return !says_quantity(text) &&
                   std::ranges::any_of(decisions, [&](std::string_view word) { return text.starts_with(word); });
        }));
    const bool are_all = are_amounts + are_decisions == content.some_texts.size();
    return are_all && content.is_mostly(content.numbers + content.texts) && are_amounts + content.numbers >= 2;
}

/// « oui » and « non », « ++ » and « - »: answers and marks, which are nobody's name.
bool holds_answers(const ContentProfile& content)
{
    constexpr std::array<std::string_view, 4> answers{"oui", "non", "o", "n"};
    const auto is_answer = [&](const std::string& text) { return std::ranges::find(answers, text) != answers.end(); };
    const auto is_mark = [](const std::string& text) {
        return text.size() <= 3 && text.find_first_not_of("+-=/*") == std::string::npos;
    };
    const std::vector<std::string>& texts = content.some_texts;
    if (content.texts == 0 || texts.empty()) return false;
    return std::ranges::all_of(texts, is_answer) || std::ranges::all_of(texts, is_mark);
}

/// « 2023-2024 » on every row; days in numbers are no exercise.
bool names_years(const ContentProfile& content)
{
    return !content.some_texts.empty() && std::ranges::all_of(content.some_texts, tells_a_year);
}

} // namespace

namespace {

/// « 362 » and « 45 » below « Réalisation de l'année » are no years.
bool holds_other_numbers(const ContentProfile& content)
{
    constexpr double first = 1990;
    constexpr double last = 2100;
    constexpr double shortest = 100; // « 23 » may be one
    return content.is_mostly(content.numbers) && content.largest >= shortest &&
           std::ranges::none_of(content.some_numbers, [&](double one) { return one >= first && one <= last; });
}

/// « oui, en cours », « non »: no items of a list.
bool answers_a_question(const ContentProfile& content)
{
    return !content.some_texts.empty() && std::ranges::all_of(content.some_texts, [](const std::string& text) {
        return text == "non" || text.starts_with("oui ") || text.starts_with("oui,") || text == "oui";
    });
}

} // namespace

double compatibility(const ContentProfile& content, const data::Field& field)
{
    constexpr double contradicts = 0.5;
    constexpr double fits = 1;
    if (content.filled == 0) return fits;
    switch (field.type) {
    case data::FieldType::count:
    case data::FieldType::number:
    case data::FieldType::rate: return holds_quantities(content) ? fits : contradicts;
    case data::FieldType::year:
        if (holds_other_numbers(content)) return contradicts;
        return content.is_mostly(content.numbers) || names_years(content) ? fits : contradicts;
    case data::FieldType::euro: return holds_amounts(content) && !holds_identifiers(content) ? fits : contradicts;
    case data::FieldType::text:
        if (field.id.starts_with("tranche_")) return fits; // « 1 000 à 2 000 » is the word for it
        if (field.required && holds_answers(content)) return contradicts;
        return content.numbers * 5 > content.filled * 4 ? 0.7 : fits;
    case data::FieldType::date:
        return content.is_mostly(content.numbers) && content.dates == 0 && content.largest > 0 &&
                       content.largest < 1990 && content.filled >= 2
                   ? contradicts
                   : fits;
    case data::FieldType::boolean:
        if (content.texts > 0 && content.ticks == 0) return contradicts;
        [[fallthrough]];
    case data::FieldType::choice:
        if (content.is_mostly(content.fractions)) return contradicts; // 0.7 is no word of a list
        if (field.vocabulary == "taille_entreprise") return fits;     // a number of employees tells the size
        return content.is_mostly(content.numbers) && content.largest > 9 ? contradicts : fits;
    case data::FieldType::choices:
        // « QPV » above 18 and NC counts people: a code of a quarter has five digits at least.
        if (field.vocabulary == "territoire" && content.is_mostly(content.numbers) && content.largest < 10'000)
            return contradicts;
        // « QPV (O/N) » says whether, and no place; a list of a closed vocabulary may be ticked all the same.
        if ((field.vocabulary.empty() || field.vocabulary == "territoire") && content.ticks > 0 &&
            content.may_be_ticks())
            return contradicts;
        if (answers_a_question(content)) return contradicts;
        return content.is_mostly(content.numbers) && content.filled >= 2 ? contradicts : fits;
    case data::FieldType::code: return can_be_code(content, field) ? fits : contradicts;
    }
    return fits;
}

} // namespace bilan::intake
