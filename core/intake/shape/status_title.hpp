// SPDX-License-Identifier: MPL-2.0
//
// Titles of rows and names of sheets that say what was decided of the actions there. Pure function, any thread.
#pragma once

#include "data/schema.hpp"

#include <string_view>

namespace bilan::intake {

/// The status in « Actions refusées : » and « Retenus »; null when the title says none.
[[nodiscard]] const data::Term* status_of_title(std::string_view title, const data::Domain& domain);

} // namespace bilan::intake
