// SPDX-License-Identifier: MPL-2.0
//
// A schema that a user names. Pure function, any thread.
#pragma once

#include "data/schema.hpp"

#include <memory>
#include <string>

namespace bilan::run {

/// Throws base::Error (exit 2), `named_by` before the id, with the nearest id and all there are.
[[nodiscard]] std::shared_ptr<const data::Schema> known_schema(const data::Domain& domain, const std::string& id,
                                                               const std::string& named_by);

} // namespace bilan::run
