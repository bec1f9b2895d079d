// SPDX-License-Identifier: MPL-2.0
//
// What the name of a sheet says of its rows when it is neither a place nor an organisation: a pillar, or a word of the
// domain that nothing may be made of. Pure functions, any thread.
#pragma once

#include "data/schema.hpp"

#include <string_view>

namespace bilan::intake {

/// « Cohésion sociale »: the pillar that the name is; null for any other.
[[nodiscard]] const data::Term* pillar_of_sheet(std::string_view name, const data::Domain& domain);

/// « Santé », « FONJEP », « Métropole », « Femmes », « 1er comité », « Prog. 24 »: a term of the domain, a part of the
/// public or of the procedure. No quarter is called so.
[[nodiscard]] bool names_no_place(std::string_view name, const data::Domain& domain);

} // namespace bilan::intake
