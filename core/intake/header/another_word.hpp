// SPDX-License-Identifier: MPL-2.0
//
// What a correction of spelling must not touch: a word that is as good as it stands. Pure function, any thread.
#pragma once

#include "intake/header/words.hpp"

#include <string_view>

namespace bilan::intake {

/// « Les Vernes » is a place and no slip in « Versé », « Participantes » are women and not all participants.
/// `header`: as written; `words`, `corrected`: before and after `correct_words`.
[[nodiscard]] bool may_be_another_word(std::string_view header, const HeaderWords& words, const HeaderWords& corrected);

} // namespace bilan::intake
