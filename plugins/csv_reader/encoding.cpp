// SPDX-License-Identifier: MPL-2.0
#include "encoding.hpp"

#include "byte_masks.hpp"
#include "single_byte.hpp"
#include "utf8.hpp"
#include "wide_text.hpp"

#include <algorithm>
#include <bit>

namespace csv_reader {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Looks at the byte there, counts it, and returns the place after its character.
const char* count_character(const char* at, const char* end, ByteSurvey& survey)
{
    if (byte_at(at) < 0x80) {
        survey.controls = survey.controls || is_unusual(*at);
        return at + 1;
    }
    const std::size_t length = utf8_length(at, end);
    if (length == 0) {
        ++survey.bad;
        return at + 1;
    }
    ++survey.characters;
    if (is_plausible(utf8_decode(at, length))) ++survey.plausible;
    return at + length;
}

EncodingGuess guess_narrow(std::string_view bytes)
{
    const ByteSurvey survey = survey_bytes(bytes);
    const EncodingGuess utf8{Encoding::utf8, 0, true, !survey.controls};
    // "QUALITÉ :" in Windows-1252 is good UTF-8 by accident; a few letters out of the way prove nothing.
    const bool in_doubt = survey.plausible == 0 && survey.characters > 0 && survey.characters <= 3;
    if (survey.bad == 0 && !in_doubt) return utf8;
    const SingleByteGuess page = guess_code_page(bytes);
    if (survey.bad == 0) return page.score > 0 ? EncodingGuess{page.encoding, 0, false} : utf8;
    // A handful of good characters in a text that reads well under an old code page are an accident too.
    const bool old_page = page.encoding == Encoding::cp850 || page.encoding == Encoding::mac_roman;
    if (survey.plausible > 0 && !(old_page && page.sure && survey.plausible * 50 < survey.bad))
        return {Encoding::mixed, 0, false};
    return {page.encoding, 0, page.sure};
}

} // namespace

std::string_view name(Encoding encoding)
{
    switch (encoding) {
    case Encoding::utf8: return "utf-8";
    case Encoding::utf16_le: return "utf-16le";
    case Encoding::utf16_be: return "utf-16be";
    case Encoding::utf32_le: return "utf-32le";
    case Encoding::utf32_be: return "utf-32be";
    case Encoding::windows_1252: return "windows-1252";
    case Encoding::iso_8859_15: return "iso-8859-15";
    case Encoding::cp850: return "cp850";
    case Encoding::mac_roman: return "macintosh";
    case Encoding::mixed: break;
    }
    return "utf-8 + windows-1252";
}

ByteSurvey survey_bytes(std::string_view bytes)
{
    ByteSurvey survey;
    const char* const end = bytes.data() + bytes.size();
    const char* next = bytes.data(); // the first byte that no character counted so far has taken
    for (const char* block = next; block < end; block += std::min<std::ptrdiff_t>(end - block, block_bytes)) {
        const auto left = static_cast<std::size_t>(end - block);
        if (next <= block && block > bytes.data() && left >= block_bytes) {
            if (const int letters = chosen::french_letters(block); letters >= 0) { // all of them plausible
                survey.characters += static_cast<std::uint64_t>(letters);
                survey.plausible += static_cast<std::uint64_t>(letters);
                continue;
            }
        }
        std::uint64_t mask =
            left >= block_bytes ? chosen::unusual(block) : chosen::unusual(PaddedBlock(block, left).data());
        for (; mask != 0; mask &= mask - 1) {
            const char* const at = block + std::countr_zero(mask);
            if (at >= next) next = count_character(at, end, survey);
        }
    }
    return survey;
}

EncodingGuess guess_encoding(std::string_view bytes)
{
    if (const auto wide = guess_wide(bytes)) return *wide;
    std::size_t mark = 0;
    while (bytes.substr(mark).starts_with(utf8_mark)) mark += utf8_mark.size();
    EncodingGuess guess = guess_narrow(bytes.substr(mark));
    guess.sure = guess.sure && (mark == 0 || guess.encoding == Encoding::utf8);
    guess.mark = mark;
    return guess;
}

} // namespace csv_reader
