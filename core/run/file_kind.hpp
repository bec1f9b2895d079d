// SPDX-License-Identifier: MPL-2.0
//
// What a file is that no reader takes for a spreadsheet, so that its refusal says something useful.
#pragma once

#include "base/message.hpp"

#include <bilan/source.hpp>

namespace bilan::run {

/// A sentence of the catalogue (BIL-379..399) for bytes that no reader recognises.
[[nodiscard]] base::Message why_no_reader(const Source& source);

} // namespace bilan::run
