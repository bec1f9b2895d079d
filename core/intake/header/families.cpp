// SPDX-License-Identifier: MPL-2.0
#include "intake/header/families.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/header/header_pieces.hpp"
#include "intake/header/lexicon.hpp"
#include "intake/header/state_purse.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

struct AgeWords {
    std::vector<int> numbers;
    bool below = false;
    bool above = false;
    bool inclusive = false; ///< « 26 ans et moins », « 50 et plus », « à partir de »
    bool says_age = false;
    bool is_other = false;
};

bool is_link(std::string_view piece)
{
    constexpr std::array<std::string_view, 25> links{
        "de",  "a",   "et", "entre",  "tranche", "d",      "age",       "ages", "les",
        "des", "age", "nb", "nombre", "jeunes",  "public", "personnes", "dont", "beneficiaires",
        "=",   "/",   "-",  "partir", "adultes", "adulte", "seniors"};
    return std::find(links.begin(), links.end(), piece) != links.end();
}

bool begins_with_digit(std::string_view piece)
{
    return std::isdigit(static_cast<unsigned char>(piece.front())) != 0;
}

AgeWords age_words(const std::vector<std::string>& all)
{
    AgeWords words;
    const bool has_one_number = std::ranges::count_if(all, begins_with_digit) == 1;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const std::string& piece = all[at];
        // « dont - 25 ans », « dont - de 25 ans »: what a dash before the only number says.
        const std::size_t next = at + 1 < all.size() && all[at + 1] == "de" ? at + 2 : at + 1;
        const bool is_minus = piece == "-" && has_one_number && next < all.size() && begins_with_digit(all[next]);
        if (begins_with_digit(piece)) {
            const auto number = base::parse_integer(piece);
            if (!number || piece.size() > 3)
                words.is_other = true;
            else
                words.numbers.push_back(static_cast<int>(*number));
        } else if (piece == "ans" || piece == "an") {
            words.says_age = true;
        } else if (piece == "moins" || piece == "<" || piece == "jusqu" ||
                   (piece == "-" && (at == 0 || at + 1 == all.size())) || is_minus) {
            words.below = true;
            words.inclusive = words.inclusive || piece == "jusqu" || !words.numbers.empty();
        } else if (piece == "plus" || piece == "+" || piece == ">") {
            words.above = true;
            words.inclusive = words.inclusive || !words.numbers.empty();
        } else if (piece == "=" && at > 0 && (all[at - 1] == "<" || all[at - 1] == ">")) {
            words.inclusive = true;
        } else if (piece == "partir") {
            words.above = true;
            words.inclusive = true;
        } else if (!is_link(piece)) {
            words.is_other = true;
        }
        if (piece == "age" || piece == "ages") words.says_age = true;
    }
    return words;
}

/// « dont mineurs », « Nb majeurs »: the ages of the law.
std::optional<std::string> read_majority(const std::vector<std::string>& pieces)
{
    std::optional<std::string> band;
    for (const std::string& piece : pieces) {
        const bool is_minor = piece == "mineurs" || piece == "mineur";
        const bool is_of_age = piece == "majeurs" || piece == "majeur";
        if ((is_minor || is_of_age) && !band)
            band = is_minor ? "0_17" : "18_p";
        else if (!is_link(piece))
            return std::nullopt;
    }
    return band;
}

/// `f`, `h`, or nothing for a word that names neither.
char sex_of(std::string_view piece)
{
    constexpr std::array<std::string_view, 8> women{"femmes", "femme", "f",       "fem",
                                                    "filles", "fille", "feminin", "feminins"};
    constexpr std::array<std::string_view, 9> men{"hommes", "homme", "h",        "hom",      "garcons",
                                                  "garcon", "m",     "masculin", "masculins"};
    if (std::find(women.begin(), women.end(), piece) != women.end()) return 'f';
    return std::find(men.begin(), men.end(), piece) != men.end() ? 'h' : char{0};
}

} // namespace

std::optional<std::string> read_age_band(std::string_view folded)
{
    if (folded.size() > 60) return std::nullopt;
    const std::vector<std::string> pieces = header_pieces(folded);
    if (std::optional<std::string> band = read_majority(pieces)) return band;
    const AgeWords words = age_words(pieces);
    if (words.is_other || words.numbers.empty() || words.numbers.size() > 2) return std::nullopt;
    const int first = words.numbers.front();
    if (words.numbers.size() == 2) {
        const int second = words.numbers.back();
        const bool is_band = first < second && second <= 120 && !words.below && !words.above;
        // « 7/8 » may be a level, « 01-12 » months: without « ans » only bands that are clearly ages, as « 0-5 » is.
        const bool is_first = first == 0 && second >= 5 && folded.find('/') == std::string_view::npos;
        if (!is_band || (!words.says_age && second < 11 && !is_first)) return std::nullopt;
        return std::to_string(first) + '_' + std::to_string(second);
    }
    if (words.below == words.above || first < 3 || first > 110) return std::nullopt;
    if (words.below) return "0_" + std::to_string(words.inclusive ? first : first - 1);
    // « + de 50 »: whether 50 is in is not said; taken as Excel forms mean it.
    return std::to_string(first) + "_p";
}

std::optional<AgeOfSex> read_age_of_sex(std::span<const HeaderWords> levels)
{
    char sex = 0;
    std::optional<std::string> band;
    for (const HeaderWords& level : levels) {
        if (level.bare.size() > 60) return std::nullopt;
        std::vector<std::string> others;
        // « G » under « 11-14 ans » are boys; by itself it is the score of equality.
        const bool is_boys = level.bare == "g" && levels.size() > 1;
        for (std::string& piece : header_pieces(level.bare)) {
            const char said = is_boys ? 'h' : sex_of(piece);
            if (said != 0 && sex != 0) return std::nullopt; // « H/F 16-25 ans » is everybody
            if (said != 0)
                sex = said;
            else
                others.push_back(std::move(piece));
        }
        const auto read = read_age_band(base::join(others, " "));
        if (read && band) return std::nullopt;
        if (read) band = read;
    }
    if (sex == 0 || !band) return std::nullopt;
    return AgeOfSex{sex, *band};
}

std::optional<int> age_above(std::string_view folded)
{
    if (!read_age_band(folded)) return std::nullopt;
    const AgeWords words = age_words(header_pieces(folded));
    if (words.numbers.size() != 1 || !words.above || words.inclusive) return std::nullopt;
    return words.numbers.front();
}

namespace {

/// « CD24 », « CD 24 », « Dpt 24 »: the council of a department by its number.
bool is_numbered_department(const HeaderWords& words)
{
    const std::string name = base::join(words.tokens, "");
    const std::size_t letters = name.starts_with("departement") ? 11 : name.starts_with("cd") ? 2 : 0;
    const std::string_view code = std::string_view(name).substr(letters);
    return letters > 0 && code.size() >= 2 && code.size() <= 3 &&
           (code == "2a" || code == "2b" || code.find_first_not_of("0123456789") == std::string_view::npos);
}

} // namespace

std::optional<std::string> read_funder(const Lexicon& lexicon, const HeaderWords& words)
{
    const std::vector<std::string> tokens = as_set(words.tokens);
    if (tokens.empty()) return std::nullopt;
    if (is_numbered_department(words)) return "departement";
    if (is_other_purse(lexicon, words)) return std::string(other_state);
    if (const FunderSpelling* const funder = lexicon.funder(words.folded, tokens)) return funder->id;
    // « Bailleurs / TFPB »: two names of one funder.
    if (words.folded.find('/') == std::string::npos || words.folded.size() > 60) return std::nullopt;
    std::optional<std::string> common;
    for (const std::string_view part : base::split(words.folded, '/')) {
        const HeaderWords name = read_header(part);
        const std::optional<std::string> funder = name.folded.find('/') == std::string::npos && !name.tokens.empty()
                                                      ? read_funder(lexicon, name)
                                                      : std::nullopt;
        if (!funder || (common && *common != *funder)) return std::nullopt;
        common = funder;
    }
    return common;
}

std::string slug(std::string_view text, const std::vector<std::string>& without)
{
    std::string id;
    for (const std::string& token : read_header(text).tokens) {
        if (std::find(without.begin(), without.end(), token) != without.end()) continue;
        if (!id.empty()) id += '_';
        for (const char character : token)
            if (std::isalnum(static_cast<unsigned char>(character)) != 0) id += character;
    }
    return id;
}

} // namespace bilan::intake
