// SPDX-License-Identifier: MPL-2.0
//
// The words and signs by which partners say that there is no value, and why (domain.md 2.2, 9.2). All of them stand in
// one table in state_words.cpp. Pure functions, any thread.
#pragma once

#include "data/schema.hpp"
#include "data/state.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bilan::intake {

/// In which columns a word is taken for a state: `s` masks a count of people, and is a name in a column of texts.
enum StateUse : std::uint8_t {
    in_people = 1,  ///< counts of people and rates
    in_numbers = 2, ///< other numbers and dates
    in_terms = 4,   ///< vocabularies, booleans, codes
    in_texts = 8,   ///< free text
};

struct StateWord {
    std::string_view word; ///< folded
    data::State state;
    std::uint8_t uses;
};

/// The whole table, ascending by word.
[[nodiscard]] std::span<const StateWord> state_words();

[[nodiscard]] StateUse state_use(const data::Field& field);
/// False for most texts for which `state_of` would give nothing, without folding them: by their first two letters.
[[nodiscard]] bool may_be_state(std::string_view text);
/// `folded` is a text through base::fold. Nothing when it is no such word; an empty text is `empty`.
[[nodiscard]] std::optional<data::State> state_of(std::string_view folded, StateUse use);

/// « NC* », « n.d. (1) », « (NC) »: the word without the mark of a note and without brackets around it; a text that has
/// none as it is.
[[nodiscard]] std::string_view without_note_mark(std::string_view folded);

} // namespace bilan::intake
