// SPDX-License-Identifier: MPL-2.0
//
// What is wrong with the words of a command line, as a sentence of the catalogue.
#pragma once

#include "base/error.hpp"

#include <CLI/CLI.hpp>

namespace bilan::app {

/// `error` is what CLI11 found; its own words, which are English, do not reach the user. Options are named as the
/// language has them: the French name is the last of an option.
[[nodiscard]] base::Error usage_error(const CLI::App& app, const CLI::ParseError& error, base::Language language);

} // namespace bilan::app
