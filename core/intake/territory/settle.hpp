// SPDX-License-Identifier: MPL-2.0
//
// Quarters and communes of a table compared with the lists that the user gave: a name that is exactly one code becomes
// it, everything else is said and kept as written (control C11). One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Works on the columns of `values`; findings go to the file's reading, and what no list could check to its
/// `unchecked`.
void settle_territories(const TakeIn& take_in, const TableDraft& draft, data::TableValues& values);

} // namespace bilan::intake
