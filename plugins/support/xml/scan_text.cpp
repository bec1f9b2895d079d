// SPDX-License-Identifier: MPL-2.0
#include "xml/scan_text.hpp"

#include "xml/characters.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace bilan::xml {
namespace {

constexpr std::uint64_t every_byte = 0x0101'0101'0101'0101;
constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080;

/// A high bit in each of eight bytes that is `stop`, `<`, `&`, `]`, a control character or part of a longer UTF-8
/// sequence. Only the lowest one is sure: it may make some above it.
template <char stop>
[[gnu::always_inline]] inline std::uint64_t odd_bytes(std::uint64_t word)
{
    const auto has_zero = [](std::uint64_t value) { return (value - every_byte) & ~value; };
    const std::uint64_t controls = word - every_byte * 0x20;
    return (word | controls | has_zero(word ^ every_byte * '<') | has_zero(word ^ every_byte * '&') |
            has_zero(word ^ every_byte * ']') | has_zero(word ^ every_byte * stop)) &
           high_bits;
}

/// The first byte from `at` on that is one of those.
template <char stop>
[[gnu::always_inline]] inline const char* next_odd_byte(const char* at)
{
    for (;; at += 8) {
        const std::uint64_t odd = odd_bytes<stop>(word_at(at));
        if (odd == 0) continue;
        if constexpr (std::endian::native == std::endian::little) return at + std::countr_zero(odd) / 8;
        while (odd_bytes<stop>(every_byte * static_cast<unsigned char>(*at)) == 0) ++at;
        return at;
    }
}

/// Length of the well-formed UTF-8 sequence at `at`, 0 for none. U+FFFE and U+FFFF are no characters of XML.
std::size_t sequence_length(const char* at)
{
    const auto byte = [&](int i) { return static_cast<unsigned>(static_cast<unsigned char>(at[i])); };
    const auto follows = [&](int i) { return (byte(i) & 0xC0U) == 0x80; };
    const unsigned first = byte(0);
    if (first >= 0xC2 && first < 0xE0) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        if (!follows(1) || !follows(2)) return 0;
        if (first == 0xE0 && byte(1) < 0xA0) return 0;
        if (first == 0xED && byte(1) >= 0xA0) return 0;
        return first == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE ? 0 : 3;
    }
    if (first < 0xF0 || first > 0xF4 || !follows(1) || !follows(2) || !follows(3)) return 0;
    if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) >= 0x90)) return 0;
    return 4;
}

struct Named {
    std::string_view name;
    char character;
};
constexpr std::array<Named, 5> named_references = {
    {{"lt;", '<'}, {"gt;", '>'}, {"amp;", '&'}, {"quot;", '"'}, {"apos;", '\''}}};

bool is_character(char32_t value)
{
    if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
    return value < 0xD800 || (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value < 0x110000);
}

/// Appends what the reference at `at` (on its `&`) stands for and returns what follows; null for an unknown one.
const char* append_reference(const char* at, std::string& text)
{
    ++at;
    if (*at != '#') {
        for (const Named& named : named_references) {
            if (std::strncmp(at, named.name.data(), named.name.size()) != 0) continue;
            text += named.character;
            return at + named.name.size();
        }
        return nullptr;
    }
    const int base = at[1] == 'x' ? 16 : 10;
    const char* const digits = at + (base == 16 ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits, digits + 16, value, base);
    if (error != std::errc() || *end != ';' || !is_character(value)) return nullptr;
    append_character(text, value);
    return end + 1;
}

/// Copies character data that holds references or carriage returns. `end` is its `<`.
bool resolve(const char* from, const char* end, std::string& scratch)
{
    scratch.clear();
    while (from < end) {
        if (*from == '&') {
            from = append_reference(from, scratch);
            if (from == nullptr || from > end) return false;
        } else if (*from == '\r') {
            scratch += '\n';
            from += from[1] == '\n' ? 2 : 1;
        } else {
            scratch += *from++;
        }
    }
    return true;
}

/// Character data up to `stop`; null for what is not allowed there. `takes_layout`: tabs and line ends are.
template <char stop, bool takes_layout>
const char* scan_data(const char* from, std::string& scratch, std::string_view& text)
{
    const char* at = from;
    bool needs_copy = false;
    for (;;) {
        at = next_odd_byte<stop>(at);
        const char character = *at;
        if (character == stop) break;
        if (static_cast<unsigned char>(character) >= 0x80) {
            const std::size_t length = sequence_length(at);
            if (length == 0) return nullptr;
            at += length;
            continue;
        }
        if (character == '&' || character == '\r') needs_copy = true;
        const bool is_control = static_cast<unsigned char>(character) < 0x20 && !(takes_layout && is_blank(character));
        if (is_control || character == '<') return nullptr;
        if (stop == '<' && character == ']' && at[1] == ']' && at[2] == '>') return nullptr;
        ++at;
    }
    text = {from, static_cast<std::size_t>(at - from)};
    if (!needs_copy) return at;
    if (!resolve(from, at, scratch)) return nullptr;
    text = scratch;
    return at;
}

const char* attribute_name_end(const char* name)
{
    const char* end = name;
    while ((*end >= 'a' && *end <= 'z') || (*end >= 'A' && *end <= 'Z') || *end == ':' ||
           (end > name && ((*end >= '0' && *end <= '9') || *end == '-')))
        ++end;
    return end;
}

} // namespace

const char* scan_text(const char* from, std::string& scratch, std::string_view& text)
{
    return scan_data<'<', true>(from, scratch, text);
}

const char* scan_line(const char* from, std::string& scratch, std::string_view& text)
{
    const char* const at = scan_data<'<', false>(from, scratch, text);
    if (at == nullptr || text.data() != scratch.data()) return at;
    const auto is_layout = [](char character) { return static_cast<unsigned char>(character) < 0x20; };
    return std::none_of(text.begin(), text.end(), is_layout) ? at : nullptr; // one came as a reference
}

const char* scan_attribute(const char* at, ScannedAttribute& attribute)
{
    std::string scratch;
    const char* const next = scan_any_attribute(at, scratch, attribute);
    if (next == nullptr || next == at) return next;
    const auto is_plain = [](char character) { return static_cast<unsigned char>(character) < 0x80; };
    const bool is_view = attribute.value.data() != scratch.data();
    return is_view && std::all_of(attribute.value.begin(), attribute.value.end(), is_plain) ? next : nullptr;
}

const char* scan_any_attribute(const char* at, std::string& scratch, ScannedAttribute& attribute)
{
    const char* const name = skip_blanks(at);
    if (*name == '>' || *name == '/') return at;
    if (name == at) return nullptr; // a blank must stand before every attribute
    const char* const end = attribute_name_end(name);
    if (end == name || end[0] != '=' || (end[1] != '"' && end[1] != '\'')) return nullptr;
    attribute.name = {name, static_cast<std::size_t>(end - name)};
    const char* const after = end[1] == '"' ? scan_data<'"', false>(end + 2, scratch, attribute.value)
                                            : scan_data<'\'', false>(end + 2, scratch, attribute.value);
    return after == nullptr ? nullptr : after + 1;
}

} // namespace bilan::xml
