// SPDX-License-Identifier: MPL-2.0
//
// Words of a text that stand together as one name: « Jeanne de Valmont ». Pure functions, any thread.
#pragma once

#include "intake/value/name_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace bilan::intake {

inline constexpr std::size_t most_names_of_one = 3;

/// A capital, no digit, and no word of bodies.
[[nodiscard]] bool may_be_name(const NameWord& word);
/// « de », « van »: within a name.
[[nodiscard]] bool joins_names(std::string_view folded);
/// « de », « la », « l' »: before one.
[[nodiscard]] bool leads_to_name(std::string_view folded);
/// One more than the last word of a name that goes on from `at`: capitals, and « de », « du », « le » before one.
[[nodiscard]] std::size_t end_of_run(const std::vector<NameWord>& words, std::size_t at,
                                     std::size_t most = most_names_of_one);
/// « École Jean Macé », « Centre social - Louise Michel »: the thing right before, or a part that names nothing else.
[[nodiscard]] bool is_borne(const std::vector<NameWord>& words, std::size_t at);

} // namespace bilan::intake
