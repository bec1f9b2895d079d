// SPDX-License-Identifier: MPL-2.0
//
// The command line: its grammar, its help, and the one command it asks for.
#pragma once

#include "app/session.hpp"
#include "base/error.hpp"

namespace bilan::app {

/// Carries out what the words ask for. Throws base::Error (exit 2) for words that are not understood.
[[nodiscard]] base::ExitCode obey(int count, const char* const* words, Session& session);

} // namespace bilan::app
