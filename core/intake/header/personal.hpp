// SPDX-License-Identifier: MPL-2.0
//
// Columns that name persons. They are dropped at the door (control C21) and their values go nowhere. Pure function.
#pragma once

#include "intake/header/column.hpp"

#include <span>
#include <vector>

namespace bilan::intake {

/// One flag per column: by header (first name, birth date, telephone …) or by content (e-mails, telephone numbers,
/// numbers of social security). A lone « Nom » is personal only beside a first name.
[[nodiscard]] std::vector<bool> personal_columns(std::span<const HeaderColumn> columns);

} // namespace bilan::intake
