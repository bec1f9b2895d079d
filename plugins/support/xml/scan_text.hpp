// SPDX-License-Identifier: MPL-2.0
//
// Small steps of the scanners over XML in UTF-8. Every step stops at the first byte that it does not expect, at `<` and
// at NUL, and may look at a few bytes after it: the window it works on ends with 64 zero bytes. Any thread.
#pragma once

#include <array>
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

/// Compares bytes of a known number up to the padding, by words: the library's comparison costs more than most literals
/// are long.
template <std::size_t length>
[[nodiscard, gnu::always_inline]] inline bool are_same(const char* at, const char* literal)
{
    if constexpr (length < sizeof(std::uint64_t)) {
        return std::memcmp(at, literal, length) == 0;
    } else {
        std::uint64_t difference = word_at(at + length - 8) ^ word_at(literal + length - 8);
        for (std::size_t i = 0; i + 8 < length; i += 8) difference |= word_at(at + i) ^ word_at(literal + i);
        return difference == 0;
    }
}

template <std::size_t size>
[[nodiscard, gnu::always_inline]] inline bool is_at(const char* at, const char (&literal)[size])
{
    return are_same<size - 1>(at, literal);
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

/// The same for data on one line: null also where a tab or a line end stands in it.
[[nodiscard]] const char* scan_line(const char* from, std::string& scratch, std::string_view& text);

/// One attribute: ` name="value"`.
struct ScannedAttribute {
    std::string_view name;
    std::string_view value;
};

/// Reads the attribute at `at` (blanks before it included). Returns what follows it; the same place when there is no
/// further attribute; null for anything that only a whole parser should judge, references and letters beyond ASCII
/// among it.
[[nodiscard]] const char* scan_attribute(const char* at, ScannedAttribute& attribute);

/// The same with any value on one line: a view of the window, or of `scratch` when it held references.
[[nodiscard]] const char* scan_any_attribute(const char* at, std::string& scratch, ScannedAttribute& attribute);

/// Marks a name in a set of known ones. False for an unknown one, or when it was there before: both are for a whole
/// parser to judge.
template <std::size_t size>
[[nodiscard]] bool take_once(const std::array<std::string_view, size>& known, std::string_view name,
                             std::uint32_t& seen)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (known[i] != name) continue;
        const std::uint32_t bit = std::uint32_t{1} << i;
        const bool is_first = (seen & bit) == 0;
        seen |= bit;
        return is_first;
    }
    return false;
}

} // namespace bilan::xml
