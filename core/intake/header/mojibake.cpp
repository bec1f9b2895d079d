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

/// The bytes that the next characters stand for, as many as `lead` asks for; nothing when they are no such bytes.
std::optional<std::string> sequence(std::string_view text, char lead, std::size_t continuations)
{
    std::string bytes(1, lead);
    while (bytes.size() <= continuations) {
        if (text.empty()) return std::nullopt;
        const base::CodePoint point = base::first_code_point(text);
        std::optional<char> byte = byte_of(point.value);
        // « Ã  l'Europe »: the no-break space of « à » often came back as a plain space.
        if (byte == ' ' && lead == '\xC3') byte = '\xA0';
        if (!byte || (static_cast<unsigned char>(*byte) & 0xC0U) != 0x80U) return std::nullopt;
        bytes += *byte;
        text.remove_prefix(point.bytes);
    }
    return base::is_utf8(bytes) ? std::optional(bytes) : std::nullopt;
}

/// How many bytes follow in UTF-8: after « Ã », « Â », « Å » one, after « â » two; nothing for any other.
std::size_t continuations_of(char32_t value)
{
    if (value == 0xC2 || value == 0xC3 || value == 0xC5) return 1;
    return value == 0xE2 ? 2 : 0;
}

} // namespace

std::optional<std::string> without_mojibake(std::string_view text)
{
    // « Ã », « Â », « Å » and « â€ » are the marks that UTF-8 leaves when read byte by byte. What stands beside them
    // may be right: « DÃ©penses (k€) » was put together from two sources.
    if (text.find('\xC3') == std::string_view::npos || !base::is_utf8(text)) return std::nullopt;
    std::string repaired;
    bool found = false;
    while (!text.empty()) {
        const base::CodePoint point = base::first_code_point(text);
        const std::size_t continuations = continuations_of(point.value);
        const std::optional<std::string> bytes =
            continuations == 0 ? std::nullopt
                               : sequence(text.substr(point.bytes), static_cast<char>(point.value), continuations);
        if (!bytes) {
            repaired += text.substr(0, point.bytes);
            text.remove_prefix(point.bytes);
            continue;
        }
        found = true;
        repaired += *bytes;
        for (std::size_t taken = 0; taken <= continuations; ++taken)
            text.remove_prefix(base::first_code_point(text).bytes);
    }
    if (!found) return std::nullopt;
    // The space after « à » was swallowed in the same accident.
    return base::replace_all(repaired, "\xC3\xA0l'", "\xC3\xA0 l'");
}

} // namespace bilan::intake
