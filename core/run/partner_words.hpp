// SPDX-License-Identifier: MPL-2.0
//
// What a finding says to the partner who sent the file. The officer's sentence names commands and answers files, and
// asks her to ask the partner: the statement that goes back to the partner asks directly. Pure function, any thread.
#pragma once

#include "intake/finding.hpp"

#include <string>

namespace bilan::run {

/// In French, the language of the statements.
[[nodiscard]] std::string partner_words(const intake::Finding& finding);

} // namespace bilan::run
