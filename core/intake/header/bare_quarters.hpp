// SPDX-License-Identifier: MPL-2.0
//
// « Les Tilleuls | Bellefontaine | Hors QPV | Total »: quarters that no group stands over. Pure function, one thread.
#pragma once

#include "intake/header/mapping.hpp"

namespace bilan::intake {

/// Columns named like places beside « Hors QPV » become quarters where they and it add up to all people, or where the
/// lists of the territory know them.
void settle_bare_quarters(const MappingInput& input, Mapping& mapping);

} // namespace bilan::intake
