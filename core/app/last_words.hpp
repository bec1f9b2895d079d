// SPDX-License-Identifier: MPL-2.0
//
// What is said when a fatal signal ends the program: whose code was at work and what to do, instead of silence.
#pragma once

#include "base/language.hpp"

namespace bilan::app {

/// A crash inside a plugin names it, its deed and the file, and leaves with 7; any other one is a bug of bilan and
/// leaves with 70. The unfinished output is removed. The sentences are made here, since nothing may be made after the
/// signal. Signals that somebody else already watches (a sanitizer, a debugger's preload) stay theirs.
void install_last_words(base::Language language);

} // namespace bilan::app
