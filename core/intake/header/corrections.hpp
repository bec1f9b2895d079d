// SPDX-License-Identifier: MPL-2.0
//
// Slips of the pen in the words of a header, put right. Pure function, any thread.
#pragma once

#include "intake/header/lexicon.hpp"

#include <cstdint>

namespace bilan::intake {

enum class Correction : std::uint8_t { none, doubtful, certain };

/// Replaces words that the schema does not know by the one word that they may mean: an abbreviation cut after four
/// letters or more, or a word of five letters or more one slip away (two from ten letters on), when exactly one known
/// word answers. Certain: all words of the header are known then, and each that was replaced has eight letters or more,
/// or the same consonants as the right one. None, and nothing changed, when no word was replaced.
[[nodiscard]] Correction correct_words(const SchemaIndex& schema, HeaderWords& words);

} // namespace bilan::intake
