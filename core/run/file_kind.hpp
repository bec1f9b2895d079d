// SPDX-License-Identifier: MPL-2.0
//
// What a file is that no reader takes for a spreadsheet, so that its refusal says something useful.
#pragma once

#include "base/message.hpp"
#include "plugin/plugin_registry.hpp"

#include <bilan/source.hpp>

#include <span>

namespace bilan::run {

/// A sentence of the catalogue (BIL-379..399) for bytes that no reader recognises.
[[nodiscard]] base::Message why_no_reader(const Source& source);
/// The same, but where it may be a spreadsheet and a plugin was refused, that one is named (BIL-377).
[[nodiscard]] base::Message why_no_reader(const Source& source, std::span<const plugin::Refused> refused);

} // namespace bilan::run
