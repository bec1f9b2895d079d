// SPDX-License-Identifier: MPL-2.0
//
// Letters, strokes and fills of charts as the library takes them. Pure functions, any thread.
#pragma once

#include <bilan/style.hpp>

#include <xlsxwriter.h>

#include <cstdint>

namespace bilan::xlsx {

inline constexpr double label_size = 9; ///< points
inline constexpr Colour text_ink{0x1E, 0x1E, 0x1E};
inline constexpr Colour axis_ink{0x5A, 0x5A, 0x5A};
inline constexpr Colour grid_ink{0xD9, 0xD9, 0xD9};
inline constexpr Colour paper{0xFF, 0xFF, 0xFF};

[[nodiscard]] lxw_chart_font font(double size, Colour ink, bool bold = false);
[[nodiscard]] lxw_chart_line line(Colour colour, float width, std::uint8_t dash = LXW_CHART_LINE_DASH_SOLID);
[[nodiscard]] lxw_chart_fill fill(Colour colour);
/// Ink for words on a coloured bar.
[[nodiscard]] Colour ink_on(Colour colour);

} // namespace bilan::xlsx
