// SPDX-License-Identifier: MPL-2.0
//
// `--limit name=value`: what a reader may take in before it refuses a file, for a file that one trusts.
#pragma once

#include "app/session.hpp"

#include <bilan/limits.hpp>

#include <CLI/CLI.hpp>

#include <cstdint>

namespace bilan::app {

/// `limits` must live as long as the command. Words that are no limit throw base::Error (exit 2) with the names.
/// `output`, for commands that print all cells: bytes that they may print, the limit `output_bytes`.
void add_limits(CLI::App& command, const Session& session, ReadLimits& limits, std::uint64_t* output = nullptr);

} // namespace bilan::app
