// SPDX-License-Identifier: MPL-2.0
//
// Cards of one action: « | Prévu | Réalisé », « Tranche d'âge | Filles | Garçons | Total », « | Femmes | Hommes | Total
// » over rows of indicators. What looks like several records is parts of one. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Of what a card says of one action, one record is kept: what was realised, or the total of women and men; the other
/// columns are set aside as parts of it. So are rows of other indicators than people, and columns of sources.
void settle_card_parts(const TakeIn& take_in, TableDraft& draft);

/// One finding for a column that is filled in where a group begins, and left empty below: « Cohésion sociale » once, as
/// in a csv file that was a sheet with merged cells.
void say_first_of_groups(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
