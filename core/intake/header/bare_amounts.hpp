// SPDX-License-Identifier: MPL-2.0
//
// « Montant », « Subvention 2024 »: money that is asked, foreseen, granted or paid, and the header does not say which.
// Pure function, any thread.
#pragma once

#include "intake/header/settle.hpp"

namespace bilan::intake {

/// In the public data on grants it is the amount granted. Elsewhere « Subvention » as the only amount of a table is
/// read as granted, and is worth a look; « Montant », and either beside amounts that say what they are, is a question.
void settle_bare_amounts(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates);

} // namespace bilan::intake
