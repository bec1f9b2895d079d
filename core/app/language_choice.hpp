// SPDX-License-Identifier: MPL-2.0
//
// French, unless the user's words or environment ask for English.
#pragma once

#include "base/language.hpp"

namespace bilan::app {

/// `--lang en` anywhere among the words, else BILAN_LANG, else LC_ALL, LC_MESSAGES, LANG when they begin with `en`.
[[nodiscard]] base::Language choose_language(int count, const char* const* words);

} // namespace bilan::app
