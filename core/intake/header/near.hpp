// SPDX-License-Identifier: MPL-2.0
//
// Slips of the pen in headers. Pure functions, any thread.
#pragma once

#include "intake/header/lexicon.hpp"

#include <cstdint>

namespace bilan::intake {

/// « Les Vernes » is a place and no slip in « Versé », « Participantes » are women and not all participants.
/// `header`: as written; `words`, `corrected`: before and after `correct_words`.
[[nodiscard]] bool may_be_another_word(std::string_view header, const HeaderWords& words, const HeaderWords& corrected);

enum class Correction : std::uint8_t { none, doubtful, certain };

/// Replaces words that the schema does not know by the one word that they may mean: an abbreviation cut after four
/// letters or more, or a word of five letters or more one slip away (two from ten letters on), when exactly one known
/// word answers. Certain: all words of the header are known then, and each that was replaced has eight letters or more,
/// or the same consonants as the right one. None, and nothing changed, when no word was replaced.
[[nodiscard]] Correction correct_words(const SchemaIndex& schema, HeaderWords& words);

/// Fields whose spellings are nearest to the header, for a question; at most `most`, nearest first.
[[nodiscard]] std::vector<std::string> nearest_fields(const SchemaIndex& schema, const HeaderWords& words,
                                                      std::size_t most);

} // namespace bilan::intake
