// SPDX-License-Identifier: MPL-2.0
//
// Small steps of the scanners over XML in UTF-8. Every step stops at the first byte that it does not expect, at `<` and
// at NUL, and may look at a few bytes after it: the window it works on ends with 64 zero bytes. Any thread.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace bilan::xml {

[[nodiscard]] inline std::uint64_t word_at(const char* at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Compares the bytes at `at` with a literal of any length up to the padding.
template <std::size_t size>
[[nodiscard]] inline bool is_at(const char* at, const char (&literal)[size])
{
    return std::memcmp(at, literal, size - 1) == 0;
}

[[nodiscard]] inline bool is_blank(char character)
{
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
}

[[nodiscard]] inline const char* skip_blanks(const char* at)
{
    while (is_blank(*at)) ++at;
    return at;
}

/// The character data from `from` up to the next `<`, references resolved and line ends made one. `text` is a view of
/// the window or of `scratch`. Null for data that only a whole parser should judge: bad UTF-8, control characters,
/// unknown references, `]]>`.
[[nodiscard]] const char* scan_text(const char* from, std::string& scratch, std::string_view& text);

/// One attribute: ` name="value"`, without references or markup in the value.
struct ScannedAttribute {
    std::string_view name;
    std::string_view value;
};

/// Reads the attribute at `at` (blanks before it included). Returns what follows it; the same place when there is no
/// further attribute; null for anything that only a whole parser should judge.
[[nodiscard]] const char* scan_attribute(const char* at, ScannedAttribute& attribute);

} // namespace bilan::xml
