// SPDX-License-Identifier: MPL-2.0
//
// What `bilan inspect --json` prints: JSON Lines, for each file its tables, each followed by its columns and by the
// rows that were not kept, then the sheets that were passed over.
#pragma once

#include "app/session.hpp"
#include "run/reading.hpp"

namespace bilan::app {

void inspect_lines(Session& session, const run::FileResult& file);
/// Inputs with the same bytes as another, as passed over.
void inspect_copies(Session& session, const run::Reading& reading);

} // namespace bilan::app
