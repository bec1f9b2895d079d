// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

namespace bilan::base {

namespace {

/// Collects folded characters: white space waits until something follows it, so both ends come out trimmed.
class Folded {
public:
    explicit Folded(std::size_t size) { text_.reserve(size); }
    void space() { space_is_due_ = !text_.empty(); }
    void put(char32_t value)
    {
        end_space();
        append(text_, value);
    }
    void put(std::string_view letters)
    {
        end_space();
        text_ += letters;
    }
    /// `run` is ASCII, `folds` what each character of it folds to. Most texts are nothing else.
    void put_ascii(std::string_view run, const std::array<char, 128>& folds)
    {
        const std::size_t before = text_.size();
        text_.resize(before + run.size() + 1); // and the space that may be due
        char* end = text_.data() + before;
        for (const char character : run) {
            const char letter = folds[static_cast<unsigned char>(character)];
            if (letter == ' ') {
                space_is_due_ = end != text_.data();
                continue;
            }
            if (space_is_due_) *end++ = ' ';
            space_is_due_ = false;
            *end++ = letter;
        }
        text_.resize(static_cast<std::size_t>(end - text_.data()));
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void end_space()
    {
        if (space_is_due_) text_.push_back(' ');
        space_is_due_ = false;
    }

    std::string text_;
    bool space_is_due_ = false;
};

bool is_apostrophe(char32_t value)
{
    switch (value) {
    case U'`':
    case U'´':
    case 0x02B9: // modifier letter prime
    case 0x02BC: // modifier letter apostrophe
    case 0x02C8: // modifier letter vertical line
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032: // prime
    case 0x2035:
    case 0xFF07: return true;
    default: return false;
    }
}

bool is_dash(char32_t value)
{
    return (value >= 0x2010 && value <= 0x2015) || value == 0x2043 || value == 0x2212 || value == 0xFE58 ||
           value == 0xFE63 || value == 0xFF0D;
}

void fold_apart(Folded& folded, char32_t value);

void decompose(Folded& folded, char32_t value)
{
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                            UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    std::array<utf8proc_int32_t, 32> parts{}; // the longest decomposition of Unicode has 18
    int boundary = 0;
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(value), parts.data(),
                                static_cast<utf8proc_ssize_t>(parts.size()), options, &boundary);
    for (std::size_t at = 0; at < static_cast<std::size_t>(std::max<utf8proc_ssize_t>(count, 0)); ++at) {
        const auto part = static_cast<char32_t>(parts[at]);
        if (part == value) {
            folded.put(part);
        } else {
            fold_apart(folded, part);
        }
    }
}

void fold_apart(Folded& folded, char32_t value)
{
    if (value >= 'A' && value <= 'Z') {
        folded.put(static_cast<char32_t>(value - 'A' + 'a'));
    } else if (is_space(value)) {
        folded.space();
    } else if (is_apostrophe(value)) {
        folded.put(U'\'');
    } else if (is_ascii(value)) {
        folded.put(value);
    } else if (is_dash(value)) {
        folded.put(U'-');
    } else if (value == U'œ' || value == U'Œ') {
        folded.put(U'o');
        folded.put(U'e');
    } else if (value == U'æ' || value == U'Æ') {
        folded.put(U'a');
        folded.put(U'e');
    } else if (!is_zero_width(value) && !is_bidirectional_control(value)) {
        decompose(folded, value);
    }
}

/// What each ASCII character folds to; a space for all white space.
std::array<char, 128> ascii_folds()
{
    std::array<char, 128> folds{};
    for (std::size_t code = 0; code < folds.size(); ++code) {
        const auto value = static_cast<char32_t>(code);
        folds[code] = static_cast<char>(code);
        if (value >= 'A' && value <= 'Z') folds[code] = static_cast<char>(code - 'A' + 'a');
        if (is_apostrophe(value)) folds[code] = '\'';
        if (is_space(value)) folds[code] = ' ';
    }
    return folds;
}

constexpr char32_t first_latin = 0xC0;
constexpr char32_t last_latin = 0x17F;

/// What the accented letters of western languages fold to: nearly all that is not ASCII is one of them.
std::array<std::string, last_latin - first_latin + 1> latin_folds()
{
    std::array<std::string, last_latin - first_latin + 1> folds;
    for (char32_t value = first_latin; value <= last_latin; ++value) {
        Folded folded(4);
        fold_apart(folded, value);
        folds[value - first_latin] = folded.take();
    }
    return folds;
}

void fold_one(Folded& folded, char32_t value)
{
    static const auto folds = latin_folds();
    if (value >= first_latin && value <= last_latin)
        folded.put(std::string_view(folds[value - first_latin]));
    else
        fold_apart(folded, value);
}

/// Folds the ASCII at the beginning of `text`, and takes it away.
void fold_ascii(Folded& folded, std::string_view& text)
{
    static const std::array<char, 128> folds = ascii_folds();
    std::size_t end = 0;
    while (end < text.size() && is_ascii(static_cast<unsigned char>(text[end]))) ++end;
    folded.put_ascii(text.substr(0, end), folds);
    text.remove_prefix(end);
}

} // namespace

std::string fold(std::string_view text)
{
    Folded folded(text.size() + 1);
    for (fold_ascii(folded, text); !text.empty(); fold_ascii(folded, text)) {
        const CodePoint point = first_code_point(text);
        fold_one(folded, point.value);
        text.remove_prefix(point.bytes);
    }
    return folded.take();
}

} // namespace bilan::base
