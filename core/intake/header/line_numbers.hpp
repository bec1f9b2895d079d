// SPDX-License-Identifier: MPL-2.0
//
// Columns of numbers that number or name something and count nothing. Pure functions, any thread.
#pragma once

#include "intake/header/column.hpp"

namespace bilan::intake {

/// « N° » over 1, 2, 3.
[[nodiscard]] bool is_line_number(const HeaderColumn& header);
/// « N° action » over 1, 2, 2bis: no number of any file.
[[nodiscard]] bool counts_lines(const ContentProfile& content);
/// « idAttribuant », « N° EJ », « Code postal », « fid » above 1, 2, 3: no figure is missing for want of them.
[[nodiscard]] bool names_something(const HeaderColumn& header);

} // namespace bilan::intake
