// SPDX-License-Identifier: MPL-2.0
//
// « dont QPV » says a part and not of what: it belongs to the column at its left whose field has such a part. Pure
// function, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <cstddef>
#include <vector>

namespace bilan::intake {

/// Puts the part of the nearest column first among the candidates of each header that begins with « dont ».
void relate_parts(const MappingInput& input, const SchemaIndex& schema,
                  std::vector<std::vector<Candidate>>& candidates);

} // namespace bilan::intake
