// SPDX-License-Identifier: MPL-2.0
//
// Parameters of reports in the words of those who give them. Pure; any thread.
#pragma once

#include "script/report.hpp"

namespace bilan::script {

/// What a value has to look like: « taux, entre 0 et 1 ».
[[nodiscard]] base::Words type_words(const ParameterCard& parameter);

} // namespace bilan::script
