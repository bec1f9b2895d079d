// SPDX-License-Identifier: MPL-2.0
//
// Names that a form of address tells: « Mme Durand », « MM. Durand et Valmont », « Docteur Valmont », « mme durand ».
// Pure functions, any thread.
#pragma once

#include "intake/value/name_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// In a sentence, or in a short text that is a header, a code or a place: « M. Accordé » is an amount there.
enum class Wording : std::uint8_t { sentence, label };

/// One more than the last word of the name whose form of address is word `at`; `at` when it is none or no name follows.
[[nodiscard]] std::size_t end_of_addressed(std::string_view text, const std::vector<NameWord>& words, std::size_t at,
                                           Wording wording);

} // namespace bilan::intake
