// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/cell_text.hpp"

#include "xml/characters.hpp"

#include <charconv>
#include <optional>

namespace bilan::xlsx {
namespace {

constexpr std::size_t escape_size = 7; // _xHHHH_

std::optional<char32_t> escape_at(std::string_view text, std::size_t at)
{
    if (text.size() - at < escape_size || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return {};
    unsigned value = 0;
    const char* const first = text.data() + at + 2;
    const auto [end, error] = std::from_chars(first, first + 4, value, 16);
    if (error != std::errc() || end != first + 4) return {};
    return value;
}

bool is_high_surrogate(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(char32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

void decode_escapes(std::string& text)
{
    std::size_t at = text.find("_x");
    if (at == text.npos) return;
    std::string decoded;
    std::size_t done = 0;
    for (; at != text.npos; at = text.find("_x", std::max(at + 1, done))) {
        const std::optional<char32_t> unit = escape_at(text, at);
        if (!unit || *unit == 0 || is_low_surrogate(*unit)) continue;
        char32_t character = *unit;
        std::size_t size = escape_size;
        if (is_high_surrogate(*unit)) {
            const std::optional<char32_t> low = escape_at(text, std::min(at + escape_size, text.size()));
            if (!low || !is_low_surrogate(*low)) continue;
            character = 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00);
            size += escape_size;
        }
        decoded.append(text, done, at - done);
        xml::append_character(decoded, character);
        done = at + size;
    }
    decoded.append(text, done);
    text = std::move(decoded);
}

} // namespace bilan::xlsx
