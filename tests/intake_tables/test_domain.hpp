// SPDX-License-Identifier: MPL-2.0
//
// A domain for tests: the schemas `action` and `emploi` with the spellings of the domain dossier, 2.3, 3.4 and 7.4.
#pragma once

#include "data/schema.hpp"

namespace bilan::intake::test {

[[nodiscard]] const data::Domain& domain();

} // namespace bilan::intake::test
