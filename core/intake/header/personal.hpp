// SPDX-License-Identifier: MPL-2.0
//
// Columns that name persons. They are dropped at the door (control C21) and their values go nowhere. Pure functions.
#pragma once

#include "intake/header/column.hpp"

#include <span>
#include <vector>

namespace bilan::intake {

/// One flag per column: by header (first name, birth date, telephone, « Référent » …) or by content (e-mails, telephone
/// numbers, numbers of social security, names of persons, birth dates beside names). A lone « Nom » is personal beside
/// a first name or over names of persons; the name of an organisation is no person.
[[nodiscard]] std::vector<bool> personal_columns(std::span<const HeaderColumn> columns);

/// « Nom », « Nom de famille »: of a person or of anything.
[[nodiscard]] bool is_lone_name(const HeaderWords& words);

/// The header says it by itself, whatever stands below.
[[nodiscard]] bool is_personal_header(const HeaderWords& words);

} // namespace bilan::intake
