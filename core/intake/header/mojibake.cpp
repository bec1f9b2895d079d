// SPDX-License-Identifier: MPL-2.0
#include "intake/header/words.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <array>

namespace bilan::intake {

namespace {

// Bytes 0x80 to 0x9F of Windows-1252; 0 where the code page has no character.
constexpr std::array<char32_t, 32> upper_controls{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char> byte_of(char32_t value)
{
    if (value < 0x100) return static_cast<char>(value);
    for (std::size_t at = 0; at < upper_controls.size(); ++at)
        if (upper_controls[at] == value) return static_cast<char>(0x80 + at);
    return std::nullopt;
}

} // namespace

std::optional<std::string> without_mojibake(std::string_view text)
{
    // « Ã », « Â » and « â€ » are the marks that UTF-8 leaves when read byte by byte.
    const bool has_mark =
        text.find("\xC3\x83") != std::string_view::npos || text.find("\xC3\x82") != std::string_view::npos ||
        text.find("\xC3\xA2\xE2\x82\xAC") != std::string_view::npos || text.find("\xC3\x85") != std::string_view::npos;
    if (!has_mark || !base::is_utf8(text)) return std::nullopt;
    std::string bytes;
    while (!text.empty()) {
        const base::CodePoint point = base::first_code_point(text);
        const std::optional<char> byte = byte_of(point.value);
        if (!byte) return std::nullopt;
        bytes += *byte;
        text.remove_prefix(point.bytes);
    }
    // « Ã  l'Europe »: the no-break space of « à » often came back as a plain space.
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at)
        if (bytes[at] == '\xC3' && bytes[at + 1] == ' ') bytes[at + 1] = '\xA0';
    if (!base::is_utf8(bytes)) return std::nullopt;
    // The space after « à » was swallowed in the same accident.
    return base::replace_all(bytes, "\xC3\xA0l'", "\xC3\xA0 l'");
}

} // namespace bilan::intake
