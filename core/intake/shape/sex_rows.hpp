// SPDX-License-Identifier: MPL-2.0
//
// « Sexe » beside « Nb de bénéficiaires », and a row for the women and one for the men of each action: the two are one
// record. One thread.
#pragma once

#include "intake/draft.hpp"
#include "intake/header/sexes_by_row.hpp"

#include <cstdint>
#include <optional>

namespace bilan::intake {

/// Finds the two columns, and joins the rows of each action to one record. Where rows cannot be joined (an action with
/// two rows of women, amounts of their own) the people are not read: they would be all the people of nobody.
void settle_sex_rows(TableDraft& draft);

/// The row of the table that counts these people of a record of joined rows; nothing where none does.
[[nodiscard]] std::optional<std::uint32_t> row_of_sex(const TableDraft& draft, std::size_t entry, Sex sex);

} // namespace bilan::intake
