// SPDX-License-Identifier: MPL-2.0
//
// Sees, while the domain is loaded, that the rules a schema writes for itself can be judged: one that lacks what its
// kind compares would judge no row, and never say so. Pure; any thread.
#pragma once

#include "data/schema.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bilan::script {

/// Throws Mistake, near the id of the rule. REQUIRES: the fields that the rule names are those of the schema.
void check_judged(const data::Domain& domain, const std::shared_ptr<const data::Schema>& schema,
                  const data::Control& control);

/// The first field that the rule names and the schema does not have.
[[nodiscard]] std::optional<std::string> unknown_field_of(const data::Schema& schema, const data::Control& control);
/// A rule of the schema's own over a field that it does not have would never be judged, and never say so: throws
/// Mistake.
void check_named_fields(const data::Schema& schema, const data::Control& control);
[[nodiscard]] std::vector<std::string> ids_of(const data::Schema& schema);

} // namespace bilan::script
