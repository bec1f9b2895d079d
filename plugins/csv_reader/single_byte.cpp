// SPDX-License-Identifier: MPL-2.0
#include "single_byte.hpp"

#include "byte_masks.hpp"
#include "code_page.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace csv_reader {
namespace {

constexpr std::size_t votes_wanted = 20'000; ///< more bytes beyond ASCII would not change the verdict
constexpr std::array pages = {Encoding::windows_1252, Encoding::iso_8859_15, Encoding::cp850, Encoding::mac_roman};

enum class Neighbour : std::uint8_t { other, lower, upper, digit };

Neighbour neighbour(char byte)
{
    if (byte >= 'a' && byte <= 'z') return Neighbour::lower;
    if (byte >= 'A' && byte <= 'Z') return Neighbour::upper;
    if (byte >= '0' && byte <= '9') return Neighbour::digit;
    return Neighbour::other;
}

bool is_among(char32_t character, std::u32string_view set)
{
    return set.find(character) != std::u32string_view::npos;
}

int vote_lower(char32_t character, Neighbour before, Neighbour after)
{
    if (before == Neighbour::lower || after == Neighbour::lower) return 3;
    if (before == Neighbour::upper && after == Neighbour::upper) return -2;
    if (before == Neighbour::upper) return 2; // "Né"
    return character == U'à' ? 2 : 0;
}

int vote_upper(Neighbour before, Neighbour after)
{
    if (before == Neighbour::lower) return -3;
    if (before == Neighbour::upper || after == Neighbour::upper) return 2;
    return after == Neighbour::lower ? 2 : 0; // "École"
}

int vote_sign(char32_t character, Neighbour before, Neighbour after)
{
    const bool in_word = before == Neighbour::lower || before == Neighbour::upper;
    switch (character) {
    case U'’': return in_word && after != Neighbour::digit ? 3 : 0;
    case U'€': return in_word ? -1 : 2;
    case U'°': return in_word || before == Neighbour::digit ? 2 : 0;
    case U'²':
    case U'³': return in_word ? 1 : -1;
    case U'\u00A0':
    case U'\u202F': return 1;
    default: return before == Neighbour::lower && after == Neighbour::lower ? -2 : 1;
    }
}

/// What one byte says for a page, from -5 (no such character) to 3 (an accent inside a word).
int vote(char32_t character, Neighbour before, Neighbour after)
{
    if (character == 0) return -5;
    if (is_among(character, U"éèêëàâçîïôûùüœæÿöäñáíóú")) return vote_lower(character, before, after);
    if (is_among(character, U"ÉÈÊËÀÂÇÎÏÔÛÙÜŒÆŸÖÄ")) return vote_upper(before, after);
    if (is_among(character, U"’‘“”«»…–—•°€²³\u00A0\u202F½¼")) return vote_sign(character, before, after);
    if (character >= 0x2500 && character < 0x25A0) return -4; // lines of boxes
    const bool letter = (character >= 0xC0 && character < 0x180 && character != 0xD7 && character != 0xF7);
    return letter ? -1 : -3;
}

using Scores = std::array<std::int64_t, pages.size()>;

void count_votes(std::string_view bytes, std::size_t at, Scores& scores)
{
    const Neighbour before = at > 0 ? neighbour(bytes[at - 1]) : Neighbour::other;
    const Neighbour after = at + 1 < bytes.size() ? neighbour(bytes[at + 1]) : Neighbour::other;
    for (std::size_t page = 0; page < pages.size(); ++page)
        scores[page] += vote(character_of(pages[page], static_cast<unsigned char>(bytes[at])), before, after);
}

Scores all_votes(std::string_view bytes)
{
    Scores scores{};
    std::size_t votes = 0;
    for (std::size_t block = 0; block < bytes.size() && votes < votes_wanted; block += block_bytes) {
        const std::size_t left = std::min(block_bytes, bytes.size() - block);
        std::uint64_t mask = left == block_bytes ? Chosen::unusual(bytes.data() + block)
                                                 : Chosen::unusual(PaddedBlock(bytes.data() + block, left).data());
        for (; mask != 0; mask &= mask - 1) {
            const std::size_t at = block + static_cast<std::size_t>(std::countr_zero(mask));
            if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
            count_votes(bytes, at, scores);
            ++votes;
        }
    }
    return scores;
}

} // namespace

SingleByteGuess guess_code_page(std::string_view bytes)
{
    const Scores scores = all_votes(bytes);
    const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    SingleByteGuess guess{pages[best], scores[best], scores[best] > 0};
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const bool same_reading = page == 1 && best == 0 && scores[page] == scores[best];
        if (page == best || same_reading) continue;
        if (scores[page] * 2 > scores[best] && scores[best] - scores[page] < 6) guess.sure = false;
    }
    return guess;
}

} // namespace csv_reader
