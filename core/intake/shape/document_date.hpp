// SPDX-License-Identifier: MPL-2.0
//
// Titles that date the document they stand on.
#pragma once

#include <string_view>

namespace bilan::intake {

/// « Mise à jour : 12/03/2024 », « À retourner avant le 31 mars 2024 », after base::fold: the year in it is not that of
/// the figures. « Situation au 31/12/2023 » is.
[[nodiscard]] bool dates_document(std::string_view folded);

} // namespace bilan::intake
