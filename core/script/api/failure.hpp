// SPDX-License-Identifier: MPL-2.0
//
// The page of a part that failed. Pure; one thread.
#pragma once

#include "script/report.hpp"

namespace bilan::script {

/// Adds the page and notes the failure.
void add_failure(BuiltReport& built, const std::string& name, const base::Error& error, base::Language language);

} // namespace bilan::script
