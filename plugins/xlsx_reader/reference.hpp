// SPDX-License-Identifier: MPL-2.0
//
// Cell references as sheets write them: `C12`, `$A$1:B2` in ranges. Pure functions, any thread.
#pragma once

#include <bilan/place.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::xlsx {

inline constexpr std::uint32_t sheet_rows = 1'048'576;
inline constexpr std::uint32_t sheet_columns = 16'384;

/// Takes a reference off the front of `text`; nothing for one that is no reference or lies outside a sheet (`A0`,
/// `XFE1`, `A1048577`).
[[nodiscard]] inline std::optional<CellPosition> take_reference(std::string_view& text)
{
    std::size_t at = 0;
    const auto skip_dollar = [&] { at += at < text.size() && text[at] == '$'; };
    skip_dollar();
    std::uint32_t column = 0;
    const std::size_t letters = at;
    for (; at < text.size(); ++at) {
        const char letter = static_cast<char>(text[at] & ~0x20);
        if (letter < 'A' || letter > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(letter - 'A') + 1;
        if (column > sheet_columns) return std::nullopt;
    }
    if (at == letters) return std::nullopt;
    skip_dollar();
    std::uint32_t row = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        row = row * 10 + static_cast<std::uint32_t>(text[at] - '0');
        if (row > sheet_rows) return std::nullopt;
    }
    if (row == 0) return std::nullopt;
    text.remove_prefix(at);
    return CellPosition{row - 1, column - 1};
}

[[nodiscard]] inline std::optional<CellPosition> cell_reference(std::string_view text)
{
    const std::optional<CellPosition> position = take_reference(text);
    return text.empty() ? position : std::nullopt;
}

/// `B2:D9` or a single cell, its corners in any order.
[[nodiscard]] inline std::optional<CellRange> range_reference(std::string_view text)
{
    const std::optional<CellPosition> first = take_reference(text);
    if (!first) return std::nullopt;
    std::optional<CellPosition> last = first;
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        last = take_reference(text);
    }
    if (!last || !text.empty()) return std::nullopt;
    return CellRange{std::min(first->row, last->row), std::min(first->column, last->column),
                     std::max(first->row, last->row), std::max(first->column, last->column)};
}

} // namespace bilan::xlsx
