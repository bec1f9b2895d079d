// SPDX-License-Identifier: MPL-2.0
#include "encoding.hpp"

#include "modern_masks.hpp"
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

/// "QUALITÉ :" in Windows-1252 is good UTF-8 by accident; a few letters out of the way prove nothing.
bool is_in_doubt(const ByteSurvey& survey)
{
    return survey.plausible == 0 && survey.characters > 0 && survey.characters <= 3;
}

EncodingGuess guess_narrow(std::string_view bytes)
{
    const ByteSurvey survey = survey_bytes(bytes);
    const EncodingGuess utf8{Encoding::utf8, 0, true, !survey.controls};
    if (survey.bad == 0 && !is_in_doubt(survey)) return utf8;
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
    Survey survey(bytes);
    survey.advance(bytes.data() + bytes.size());
    return survey.found();
}

bool is_clean_utf8(const ByteSurvey& survey)
{
    return survey.bad == 0 && !survey.controls && !is_in_doubt(survey);
}

/// The same code once more with the instructions of newer processors.
struct Survey::Variants {
    CSV_READER_MODERN __attribute__((flatten)) static void modern(Survey& survey, const char* to)
    {
        survey.look_at_blocks<Modern>(to);
    }
    CSV_READER_NEWEST __attribute__((flatten)) static void newest(Survey& survey, const char* to)
    {
        survey.look_at_blocks<Newest>(to);
    }
};

void Survey::advance(const char* to)
{
    if (is_newest_processor())
        Variants::newest(*this, to);
    else if (is_modern_processor())
        Variants::modern(*this, to);
    else
        look_at_blocks<Chosen>(to);
}

template <class Masks>
inline void Survey::look_at_blocks(const char* to)
{
    while (block_ < to) {
        const auto left = static_cast<std::size_t>(end_ - block_);
        if (left < block_bytes) {
            look_closer(Chosen::unusual(PaddedBlock(block_, left).data()));
            block_ = end_;
            return;
        }
        const bool is_apart = next_ <= block_ && block_ > begin_;
        const int letters = is_apart ? Masks::french_characters(block_) : -1;
        if (letters >= 0) { // all of them plausible
            found_.characters += static_cast<std::uint64_t>(letters);
            found_.plausible += static_cast<std::uint64_t>(letters);
        } else {
            look_closer(Chosen::unusual(block_));
        }
        block_ += block_bytes;
    }
}

void Survey::look_closer(std::uint64_t unusual)
{
    for (; unusual != 0; unusual &= unusual - 1) {
        const char* const at = block_ + std::countr_zero(unusual);
        if (at >= next_) next_ = count_character(at, end_, found_);
    }
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
