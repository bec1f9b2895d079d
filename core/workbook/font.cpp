// SPDX-License-Identifier: MPL-2.0
#include "workbook/font.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>

namespace bilan::workbook {

namespace {

struct Advance {
    std::uint16_t character;
    std::uint16_t regular;
    std::uint16_t bold;
};

constexpr auto advances = std::to_array<Advance>({
#include "workbook/font_widths.inc"
});

static_assert(advances.front().character == 0x20 && advances[0x17F - 0x20].character == 0x17F);

constexpr double units = 2048;
constexpr double unknown_letter = 1366;
constexpr double wide_letter = 2048; // from here on scripts are written in squares
constexpr char32_t first_wide = 0x1100;

const Advance* advance_of(char32_t character)
{
    // The first range of the table has no holes, so its letters are found without a search.
    constexpr char32_t first = 0x20;
    constexpr char32_t last_dense = 0x17F;
    if (character >= first && character <= last_dense) return &advances[character - first];
    const auto* const found =
        std::lower_bound(advances.begin(), advances.end(), character,
                         [](const Advance& entry, char32_t wanted) { return char32_t{entry.character} < wanted; });
    return found != advances.end() && found->character == character ? found : nullptr;
}

double advance(char32_t character, bool bold)
{
    if (base::is_zero_width(character)) return 0;
    const Advance* const known = advance_of(character);
    if (known != nullptr && known->regular != 0) return bold ? known->bold : known->regular;
    return character >= first_wide && (character < 0x2000 || character > 0x2BFF) ? wide_letter : unknown_letter;
}

double scale(Face face)
{
    return pixels_of_points(face.points) / units;
}

bool breaks_line(char32_t character)
{
    return character == U'\n' || character == U'\r';
}

/// No-break spaces keep their neighbours together.
bool parts_words(char32_t character)
{
    return character == U' ' || character == U'\t' || breaks_line(character);
}

/// Counts lines the way a sheet wraps them: at spaces, and inside a word that is wider than the line.
class LineCounter {
public:
    LineCounter(double room, Face face) : room_(room), face_(face), scale_(scale(face)) {}

    void take(char32_t character)
    {
        if (parts_words(character)) end_word();
        if (breaks_line(character)) {
            ++lines_;
            line_ = 0;
        } else if (parts_words(character)) {
            line_ += advance(character, face_.bold) * scale_;
        } else {
            word_ += advance(character, face_.bold) * scale_;
        }
    }
    std::size_t finish()
    {
        end_word();
        return lines_;
    }

private:
    void end_word()
    {
        if (line_ > 0 && line_ + word_ > room_) {
            ++lines_;
            line_ = 0;
        }
        const double broken = std::floor(word_ / room_);
        if (line_ == 0 && word_ > room_) {
            lines_ += static_cast<std::size_t>(broken);
            word_ -= broken * room_;
        }
        line_ += word_;
        word_ = 0;
    }

    double room_;
    Face face_;
    double scale_;
    std::size_t lines_ = 1;
    double line_ = 0;
    double word_ = 0;
};

/// The widest stretch of `text` between characters for which `parts` holds.
template <typename Parts>
double widest(std::string_view text, Face face, Parts parts)
{
    double most = 0;
    double width = 0;
    while (!text.empty()) {
        const base::CodePoint next = base::first_code_point(text);
        text.remove_prefix(next.bytes);
        width = parts(next.value) ? 0 : width + advance(next.value, face.bold);
        most = std::max(most, width);
    }
    return most * scale(face);
}

/// A short text of usual letters, as nearly all cells of long tables are: told without looking for words. May say no of
/// a text that fits, never yes of one that does not.
bool fits_in_a_line(std::string_view text, Face face, double pixels)
{
    std::uint32_t width = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::uint32_t letter = static_cast<unsigned char>(text[at]);
        if (letter >= 0x80) { // two bytes, up to U+017F
            if (letter < 0xC2 || letter > 0xC5 || at + 1 == text.size()) return false;
            letter = (letter & 0x1FU) << 6U | (static_cast<unsigned char>(text[++at]) & 0x3FU);
        }
        if (letter < 0x20) return false;
        const Advance& known = advances[letter - 0x20];
        if (known.regular == 0) return false;
        width += face.bold ? known.bold : known.regular;
    }
    return width * scale(face) <= pixels;
}

} // namespace

double text_width(std::string_view text, Face face)
{
    return widest(text, face, breaks_line);
}

double longest_word(std::string_view text, Face face)
{
    return widest(text, face, parts_words);
}

std::size_t wrapped_lines(std::string_view text, Face face, double pixels)
{
    if (fits_in_a_line(text, face, pixels)) return 1;
    LineCounter counter(std::max(pixels, 1.0), face);
    while (!text.empty()) {
        const base::CodePoint next = base::first_code_point(text);
        text.remove_prefix(next.bytes);
        counter.take(next.value);
    }
    return counter.finish();
}

double row_height(std::size_t lines, Face face, double around)
{
    constexpr double leading = 1.28; // of a line of Arial as sheets draw it
    constexpr double margin = 3;
    constexpr double highest = 409; // Excel's limit
    return std::min(highest, std::ceil(static_cast<double>(lines) * face.points * leading + margin) + around);
}

double characters_of(double pixels)
{
    constexpr double widest_column = 255;
    const double characters = std::max(0.0, (std::ceil(pixels) - 5) / 7);
    return std::min(widest_column, std::round(characters * 100) / 100);
}

double pixels_of(double characters)
{
    return std::round(characters * 7) + 5;
}

} // namespace bilan::workbook
