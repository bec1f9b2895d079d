// SPDX-License-Identifier: MPL-2.0
//
// Columns whose header means one thing or another by what stands around it: the year of the table, the columns beside.
// One thread.
#pragma once

#include "intake/draft.hpp"

#include <vector>

namespace bilan::intake {

/// « Niveau 4 » is the new scale from 2019 on and nobody's guess before: such columns become questions.
void question_old_levels(std::vector<TableDraft>& drafts);

/// « Subvention P147 2024 » in a table of 2025: the figure of another year is not taken for one of this.
void question_other_years(std::vector<TableDraft>& drafts);

/// « + de 50 » beside « 25-50 »: both may hold the age of 50.
void say_touching_ages(const TakeIn& take_in, const TableDraft& draft);

/// « Nb de bénéficiaires 2023 » beside « Montant accordé 2024 », where no exercise is known: an alert.
void say_mixed_years(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
