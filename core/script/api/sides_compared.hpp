// SPDX-License-Identifier: MPL-2.0
//
// Which year stands on which side of `now:compare(before)`: the wrong way round, a fall is printed as a rise. One
// thread.
#pragma once

#include "base/language.hpp"
#include "script/api/session.hpp"

#include <map>
#include <string>

namespace bilan::script {

/// Throws where all rows of `before` are of later years than those of `now`, or where a label names a year of the other
/// side. `labels`: by the ending of their columns, none for that of `now`. Rows without a year tell nothing.
void refuse_sides_swapped(const QueryObject& now, const QueryObject& before,
                          const std::map<std::string, base::Words>& labels);

} // namespace bilan::script
