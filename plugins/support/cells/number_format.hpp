// SPDX-License-Identifier: MPL-2.0
//
// What a number format says about the numbers under it. Pure functions, any thread.
#pragma once

#include <bilan/cell.hpp>

#include <cstdint>
#include <string_view>

namespace bilan::cells {

/// Class of a format code such as `#,##0.00\ "€"`, `[$-40C]d mmmm yyyy`, `jj/mm/aaaa`, `[h]:mm`. The first section
/// that shows a number decides.
[[nodiscard]] FormatClass format_class(std::string_view code);

/// What a format writes behind the numbers that changes what they mean: `%` of `0"%"`, `k€` of `0.0 "k€"`, `M€`; empty
/// for a true percentage, and where the format divides what it shows (`0,"k€"`). A constant.
[[nodiscard]] std::string_view shown_unit(std::string_view code);

/// Class of a built-in format, known by its number alone.
[[nodiscard]] FormatClass built_in_format_class(std::uint32_t id);

/// Whether the words of a format hold a sign or a code of money: `€`, `$`, `CHF`.
[[nodiscard]] bool names_money(std::string_view text);

} // namespace bilan::cells
