// SPDX-License-Identifier: MPL-2.0
//
// « Femmes (encadrantes) », « Subvention accordée (hors P147) »: what stands in brackets behind a number's name makes
// it another number. Pure functions, any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>

namespace bilan::intake {

/// How many words in the brackets of a header are neither of the spelling, nor of the field, nor such that they change
/// nothing: « (total) », « (au 31/12) », « (individus) ».
[[nodiscard]] std::size_t words_left_in_brackets(const HeaderWords& header, const Term& term,
                                                 const std::unordered_set<std::string>& of_field);

/// The same header without its brackets: « Femmes - QPV ». Nothing where there is nothing in them to be read.
[[nodiscard]] std::optional<HeaderColumn> with_brackets_opened(const HeaderColumn& column);

} // namespace bilan::intake
