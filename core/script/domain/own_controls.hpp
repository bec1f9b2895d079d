// SPDX-License-Identifier: MPL-2.0
//
// Sees, while the domain is loaded, that the rules a schema writes for itself can be judged: one that lacks what its
// kind compares would judge no row, and never say so. Pure; any thread.
#pragma once

#include "data/schema.hpp"

#include <memory>

namespace bilan::script {

/// Throws Mistake, near the id of the rule. REQUIRES: the fields that the rule names are those of the schema.
void check_judged(const data::Domain& domain, const std::shared_ptr<const data::Schema>& schema,
                  const data::Control& control);

} // namespace bilan::script
