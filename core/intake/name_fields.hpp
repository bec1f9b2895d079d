// SPDX-License-Identifier: MPL-2.0
//
// Fields in what is said of a file, named as people know them: « Bénéficiaires (benef_total) » in place of the bare id,
// which stays there for mappings.toml. One call a file, by the thread that reads it.
#pragma once

#include "data/schema.hpp"
#include "intake/intake.hpp"

namespace bilan::intake {

void name_fields(FileReading& reading, const data::Domain& domain);

} // namespace bilan::intake
