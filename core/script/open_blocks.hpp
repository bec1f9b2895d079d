// SPDX-License-Identifier: MPL-2.0
//
// A sign that the compiler does not expect because a block before it has no `end`. Pure; any thread.
#pragma once

#include "script/fault.hpp"

#include <string_view>

namespace bilan::script {

/// Puts the block that is still open, or the `else if` that opened one too many, in the place of the sign.
void name_open_block(Fault& fault, std::string_view code);

} // namespace bilan::script
