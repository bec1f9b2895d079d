// SPDX-License-Identifier: MPL-2.0
//
// Levels of qualification as headers say them, on the scale of 2019 and on the one before it.
#include "intake/header/families.hpp"

#include "base/text.hpp"
#include "intake/header/header_pieces.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

// Diplomas and levels as headers say them, folded, without « niveau » and « niv ».
constexpr std::array<Spelling, 65> level_spellings{{
    {"infra 3", "infra3"},
    {"infra v", "infra3"},
    {"infra cap", "infra3"},
    {"sans diplome", "infra3"},
    {"vi", "infra3"},
    {"v bis", "infra3"},
    {"vi et v bis", "infra3"},
    {"v bis et vi", "infra3"},
    {"vi v bis", "infra3"},
    {"v bis vi", "infra3"},
    {"vi bis", "infra3"},
    {"infra niveau 3", "infra3"},
    {"infra niveau v", "infra3"},
    {"sans qualification", "infra3"},
    {"brevet", "infra3"},
    {"dnb", "infra3"},
    {"infra v et vi", "infra3"},
    {"infra 3 sans diplome", "infra3"},
    {"sans diplome infra 3", "infra3"},
    {"sans diplome infra v", "infra3"},
    {"inferieur au cap", "infra3"},
    {"< cap", "infra3"},
    {"1", "infra3"},
    {"2", "infra3"},
    {"1 2", "infra3"},
    {"1 et 2", "infra3"},
    {"cfg", "infra3"},
    {"bepc", "infra3"},
    {"sans diplome ou brevet", "infra3"},
    {"v", "3"},
    {"3", "3"},
    {"cap bep", "3"},
    {"cap", "3"},
    {"bep", "3"},
    {"3 ex v", "3"},
    {"3 cap bep", "3"},
    {"v cap bep", "3"},
    {"iv", "4"},
    {"4", "4"},
    {"bac", "4"},
    {"bac bp", "4"},
    {"4 ex iv", "4"},
    {"4 bac", "4"},
    {"iv bac", "4"},
    {"baccalaureat", "4"},
    {"iii", "5"},
    {"5", "5"},
    {"bac +2", "5"},
    {"bts dut", "5"},
    {"5 ex iii", "5"},
    {"5 bac +2", "5"},
    {"iii bac +2", "5"},
    {"ii", "6"},
    {"6", "6"},
    {"bac +3", "6"},
    {"licence", "6"},
    {"6 ex ii", "6"},
    {"6 bac +3", "6"},
    {"7", "7"},
    {"bac +5", "7"},
    {"master", "7"},
    {"8", "8"},
    {"bac +8", "8"},
    {"doctorat", "8"},
    {"i", "7_8"},
}};

std::string level_words(std::string_view folded, bool& says_level)
{
    std::vector<std::string> kept;
    for (std::string& piece : header_pieces(folded)) {
        const bool is_level = piece == "niveau" || piece == "niv" || piece == "niveaux";
        says_level = says_level || is_level;
        if (piece == "vbis") piece = "v bis";
        if (is_level || piece == "/" || piece == "-" || piece == "de" || piece == "dont") continue;
        if (!kept.empty() && (piece == "nb" || piece == "nbre" || piece == "nombre" || piece == "effectif")) continue;
        if (!kept.empty() && kept.back() == "+") {
            kept.back() += piece;
        } else {
            kept.push_back(std::move(piece));
        }
    }
    return base::join(kept, " ");
}

std::optional<std::string_view> one_level(std::string_view words)
{
    for (const auto& [spelling, level] : level_spellings)
        if (spelling == words) return level;
    return std::nullopt;
}

bool is_numeral(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("iv12345678") == std::string_view::npos;
}

/// « IV et plus », « 5 + »: up to the last of them, as `4_8`.
std::optional<std::string> open_levels(std::string_view words)
{
    for (const std::string_view open : {" et +", " et plus", " ou plus", " +"}) {
        if (!words.ends_with(open)) continue;
        const std::optional<std::string_view> lowest = one_level(words.substr(0, words.size() - open.size()));
        if (!lowest || *lowest == "infra3" || lowest->front() == '8') return std::nullopt;
        return std::string(1, lowest->front()) + "_8";
    }
    return std::nullopt;
}

/// « II et I », « 7/8 », « V à III »: levels that follow each other, counted together, as `6_8`. Below 3 nothing has a
/// number, and levels with a gap between them are no one band.
std::optional<std::string> joined_levels(std::string_view words)
{
    int low = 0;
    int high = 0;
    std::string part;
    std::uint16_t met = 0; // one bit a level
    const auto take = [&] {
        const std::optional<std::string_view> level = one_level(base::trim(part));
        part.clear();
        if (!level || *level == "infra3") return false;
        const int first = level->front() - '0';
        const int last = level->back() - '0';
        for (int at = first; at <= last; ++at) met = static_cast<std::uint16_t>(met | 1U << static_cast<unsigned>(at));
        low = low == 0 ? first : std::min(low, first);
        high = std::max(high, last);
        return true;
    };
    std::size_t parts = 1;
    bool is_range = false;
    for (const std::string_view word : base::split(words, ' ')) {
        const bool is_joint = word == "et" || word == "ou" || word == "a";
        const bool is_next = is_numeral(part) && is_numeral(word); // the stroke of « 7/8 » is gone
        if (is_joint || is_next) {
            if (!take()) return std::nullopt;
            ++parts;
        }
        is_range = is_range || word == "a";
        if (!is_joint) part += (part.empty() ? "" : " ") + std::string(word);
    }
    if (!take() || parts < 2) return std::nullopt;
    for (int at = low; at <= high && !is_range; ++at)
        if ((met & 1U << static_cast<unsigned>(at)) == 0) return std::nullopt;
    if (low == high) return std::to_string(low);
    return std::to_string(low) + '_' + std::to_string(high);
}

} // namespace

bool says_old_level(std::string_view folded)
{
    constexpr std::array<std::string_view, 6> numerals{"vi", "v", "iv", "iii", "ii", "i"};
    const std::vector<std::string> pieces = header_pieces(folded);
    const bool has_digit = folded.find_first_of("0123456789") != std::string_view::npos;
    return !has_digit && std::ranges::any_of(pieces, [&](const std::string& piece) {
        return std::ranges::find(numerals, piece) != numerals.end();
    });
}

namespace {

/// « CAP ou BEP (niveau 3) », « Baccalauréat (niv. 4) »: the level that stands in brackets, when no other one is said
/// before them.
std::optional<std::string> level_in_brackets(std::string_view folded)
{
    const std::size_t open = folded.find('(');
    if (open == std::string_view::npos || open == 0 || !folded.ends_with(')')) return std::nullopt;
    const std::string_view inside = folded.substr(open + 1, folded.size() - open - 2);
    if (!inside.starts_with("niv") || inside.find('(') != std::string_view::npos) return std::nullopt;
    const std::optional<std::string> level = read_level(inside);
    const std::optional<std::string> before = read_level(base::trim(folded.substr(0, open)));
    return before && before != level ? std::nullopt : level;
}

} // namespace

std::optional<std::string> read_level(std::string_view folded)
{
    if (folded.size() > 60) return std::nullopt;
    if (std::optional<std::string> level = level_in_brackets(folded)) return level;
    bool says_level = false;
    const std::string words = level_words(folded, says_level);
    for (const auto& [spelling, level] : level_spellings) {
        if (spelling != words) continue;
        // A lone numeral means a level only beside the word.
        if (spelling.find_first_not_of("iv12345678 ") == std::string_view::npos && !says_level) return std::nullopt;
        return std::string(level);
    }
    if (!says_level && !words.starts_with("bac ")) return std::nullopt;
    const std::optional<std::string> open = open_levels(words);
    return open ? open : joined_levels(words);
}

} // namespace bilan::intake
