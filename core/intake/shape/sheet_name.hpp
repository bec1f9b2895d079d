// SPDX-License-Identifier: MPL-2.0
//
// What the name of a sheet is the name of. Names are folded. Pure functions, any thread.
#pragma once

#include <string>

namespace bilan::intake {

/// « Bilan », « Feuil1 », « Janvier », « Trimestre 2 », « QPV »: a name that names neither a place nor a holder.
[[nodiscard]] bool is_generic_sheet_name(const std::string& folded);

/// « Asso A », « Mission locale »: a holder's.
[[nodiscard]] bool names_organisation(const std::string& folded);

} // namespace bilan::intake
