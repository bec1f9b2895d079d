// SPDX-License-Identifier: MPL-2.0
//
// What `run:share` is given as a part of a whole: people over euros, or more than the whole, would be printed as a rate
// that nobody doubts. One thread.
#pragma once

#include "data/figure.hpp"
#include "script/bind.hpp"

#include <string>

namespace bilan::script {

/// Warns at the caller's line where the units differ or the part is above its whole.
void warn_of_no_part(const Caller& caller, const std::string& id, const data::Figure& part, const data::Figure& whole);

} // namespace bilan::script
