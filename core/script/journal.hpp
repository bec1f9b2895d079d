// SPDX-License-Identifier: MPL-2.0
//
// What is written to the journal of a run, by a script or by bilan about it: one way in, and one limit for both, so
// that a loop of a million warnings ends instead of filling the memory. For the thread of the script.
#pragma once

#include "base/message.hpp"
#include "script/report.hpp"

namespace bilan::script {

struct Caller;
class State;

/// Adds a line. Throws Mistake BIL-677, with `subject` as what is to be pointed at, past 10 000 lines.
void write_line(State& state, JournalLine line, const char* subject = "");

/// What bilan has to say of a call, at the line of the script where it stands.
void warn(const Caller& caller, const base::Message& message);

/// The same, left out where the line has said it already: in a loop over groups.
void warn_once(const Caller& caller, const base::Message& message);

} // namespace bilan::script
