// SPDX-License-Identifier: MPL-2.0
//
// Fields that are parts of others, as the schema says: women of everybody. Added up, or set over one another, they say
// something else than they seem to. Pure but for what is said; for the thread of the script.
#pragma once

#include "data/query.hpp"
#include "script/api/objects.hpp"

#include <string>

namespace bilan::script {

/// The field is a part of the other one, or of a part of it.
[[nodiscard]] bool is_part_of(const data::Query& query, const data::Field& field, const std::string& whole);

/// Says at the line of the script that a measure adds a part to its whole, or sets a whole over its part.
void warn_of_parts(const QueryObject& rows, const data::Measure& measure);

} // namespace bilan::script
