// SPDX-License-Identifier: MPL-2.0
//
// A column that says of each row whether it counts women or men: « Public » over « Femmes » and « Hommes », beside
// « Nombre ». Pure functions, any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::intake {

enum class Sex : std::uint8_t { women, men };

/// « F », « Femmes », « garçon », folded.
[[nodiscard]] std::optional<Sex> sex_in_words(std::string_view folded);
/// Nothing but women and men, and some of both.
[[nodiscard]] bool holds_sexes(const ContentProfile& content);
/// The column of the sexes is no list of publics, and « Nombre » beside it counts people.
void settle_sexes_by_row(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates);

} // namespace bilan::intake
