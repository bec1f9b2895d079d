// SPDX-License-Identifier: MPL-2.0
//
// What a signal does: leave at once, nothing unfinished left behind. One thread, at start-up.
#pragma once

#include <atomic>

namespace bilan::app {

/// Interrupt, termination and hang-up remove the unfinished output and leave with 130: the old file stays whole.
void install_signal_handlers();

/// While it lives, Ctrl-C sets a flag instead of leaving. One at a time; the flag outlives it.
class InterruptFlag {
public:
    explicit InterruptFlag(std::atomic<bool>& raised);
    InterruptFlag(const InterruptFlag&) = delete;
    InterruptFlag& operator=(const InterruptFlag&) = delete;
    ~InterruptFlag();
};

} // namespace bilan::app
