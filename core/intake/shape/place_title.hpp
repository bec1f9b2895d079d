// SPDX-License-Identifier: MPL-2.0
//
// The quarter that a title, a caption or the name of a sheet names. Pure functions, any thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// « voir colonne », « nouvelle géographie », « 2024 »: says no quarter, or where to find it.
[[nodiscard]] bool names_no_quarter(std::string_view value);

/// « Les Tilleuls » of « Programmation 2023 – quartier Les Tilleuls », « Quartier Bellevue » of « Quartier Bellevue -
/// actions 2023 »; empty when the title names no quarter. A view into the title.
[[nodiscard]] std::string_view quarter_in(std::string_view title);

} // namespace bilan::intake
