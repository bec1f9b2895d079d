// SPDX-License-Identifier: MPL-2.0
//
// Contrast of two colours as WCAG 2 defines it. Pure functions, any thread.
#pragma once

#include <bilan/style.hpp>

namespace bilan::workbook {

inline constexpr double least_contrast = 4.5;
inline constexpr Colour white{0xFF, 0xFF, 0xFF};

/// 1 (the same) to 21 (black on white).
[[nodiscard]] double contrast(Colour ink, Colour fill);

} // namespace bilan::workbook
