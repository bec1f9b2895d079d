// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace bilan::app {

/// Interrupt, termination and hang-up remove the unfinished output and leave with 130: the old file stays whole.
void install_signal_handlers();

} // namespace bilan::app
