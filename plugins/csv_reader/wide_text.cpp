// SPDX-License-Identifier: MPL-2.0
#include "wide_text.hpp"

#include "utf8.hpp"

#include <algorithm>
#include <array>

namespace csv_reader {
namespace {

constexpr std::size_t sample_bytes = std::size_t{64} << 10U;

struct Mark {
    std::string_view bytes;
    Encoding encoding;
};
using namespace std::string_view_literals;
constexpr std::array marks = {Mark{"\xFF\xFE\0\0"sv, Encoding::utf32_le}, Mark{"\0\0\xFE\xFF"sv, Encoding::utf32_be},
                              Mark{"\xFF\xFE"sv, Encoding::utf16_le}, Mark{"\xFE\xFF"sv, Encoding::utf16_be}};

/// Shares of NULs at the four places of a group of four bytes.
std::array<double, 4> nul_shares(std::string_view sample)
{
    std::array<double, 4> shares{};
    const std::size_t groups = sample.size() / 4;
    for (std::size_t at = 0; at < groups * 4; ++at) shares[at % 4] += sample[at] == '\0' ? 1 : 0;
    for (double& share : shares) share /= static_cast<double>(std::max<std::size_t>(groups, 1));
    return shares;
}

class Units {
public:
    Units(std::string_view bytes, Encoding encoding)
        : bytes_(bytes), size_(encoding == Encoding::utf16_le || encoding == Encoding::utf16_be ? 2 : 4),
          little_(encoding == Encoding::utf16_le || encoding == Encoding::utf32_le)
    {
    }
    [[nodiscard]] bool more() const { return bytes_.size() - at_ >= size_; }
    [[nodiscard]] bool cut() const { return at_ < bytes_.size() && !more(); }
    [[nodiscard]] bool is_short() const { return size_ == 2; }
    [[nodiscard]] char32_t peek() const
    {
        char32_t unit = 0;
        for (std::size_t index = 0; index < size_; ++index) {
            const std::size_t from = little_ ? size_ - 1 - index : index;
            unit = unit << 8U | static_cast<unsigned char>(bytes_[at_ + from]);
        }
        return unit;
    }
    void pass() { at_ += size_; }

private:
    std::string_view bytes_;
    std::size_t size_;
    std::size_t at_ = 0;
    bool little_;
};

constexpr bool is_surrogate(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xE000;
}

/// The character there; U+FFFD and `damaged` for a surrogate without its partner or a number past Unicode.
char32_t take(Units& units, bool& damaged)
{
    const char32_t unit = units.peek();
    units.pass();
    if (!is_surrogate(unit) && unit <= 0x10FFFF) return unit;
    if (units.is_short() && unit < 0xDC00 && units.more()) {
        const char32_t low = units.peek();
        if (low >= 0xDC00 && low < 0xE000) {
            units.pass();
            return 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
        }
    }
    damaged = true;
    return replacement;
}

} // namespace

std::optional<EncodingGuess> guess_wide(std::string_view bytes)
{
    for (const Mark& mark : marks)
        if (bytes.starts_with(mark.bytes)) return EncodingGuess{mark.encoding, mark.bytes.size(), true};
    const std::string_view sample = bytes.substr(0, sample_bytes);
    if (bytes.size() < 8 || sample.find('\0') == sample.npos) return std::nullopt;
    const std::array<double, 4> nul = nul_shares(sample);
    constexpr double nearly_all = 0.9;
    constexpr double many = 0.6;
    constexpr double few = 0.05;
    if (bytes.size() % 4 == 0 && nul[2] > nearly_all && nul[3] > nearly_all && nul[0] < few)
        return EncodingGuess{Encoding::utf32_le, 0, true};
    if (bytes.size() % 4 == 0 && nul[0] > nearly_all && nul[1] > nearly_all && nul[3] < few)
        return EncodingGuess{Encoding::utf32_be, 0, true};
    if (nul[1] > many && nul[3] > many && nul[0] < few && nul[2] < few)
        return EncodingGuess{Encoding::utf16_le, 0, true};
    if (nul[0] > many && nul[2] > many && nul[1] < few && nul[3] < few)
        return EncodingGuess{Encoding::utf16_be, 0, true};
    return std::nullopt;
}

WideText to_utf8(std::string_view bytes, Encoding encoding)
{
    WideText text;
    text.utf8.reserve(bytes.size() / 2 + 16);
    Units units(bytes, encoding);
    while (units.more()) utf8_append(text.utf8, take(units, text.damaged));
    text.damaged = text.damaged || units.cut();
    return text;
}

} // namespace csv_reader
