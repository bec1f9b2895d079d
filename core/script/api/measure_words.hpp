// SPDX-License-Identifier: MPL-2.0
//
// A measure in the words of the script that asks for it. Pure; any thread.
#pragma once

#include "data/measure.hpp"

#include <string>

namespace bilan::script {

/// `ratio(benef_f, benef_total) where exercice = 2025`
[[nodiscard]] std::string words_of(const data::Measure& measure);

} // namespace bilan::script
