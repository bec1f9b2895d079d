// SPDX-License-Identifier: MPL-2.0
//
// The help of the command line in the language of its reader: the words that CLI11 says in English, and types as a
// person would name them.
#pragma once

#include "app/session.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace bilan::app {

[[nodiscard]] std::shared_ptr<CLI::Formatter> help_formatter(const Session& session);

} // namespace bilan::app
