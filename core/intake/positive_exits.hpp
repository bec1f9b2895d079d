// SPDX-License-Identifier: MPL-2.0
//
// « Sorties positives »: exits to training and to work integration alone, or all dynamic ones, employment included
// (domain dossier 3.4.5: a misuse, and a very frequent one). The sums of the table settle it where they can. One
// thread.
#pragma once

#include "intake/draft.hpp"

#include <vector>

namespace bilan::intake {

/// « Sorties positives » where no column gives exits to employment: nothing tells whether it counts them. Not where
/// « Autres sorties » and these leave room for them in all exits. Such columns become questions.
void question_positive_exits(std::vector<TableDraft>& drafts);

/// « Sorties positives » that beside the exits to employment would be more than all exits, and that are no fewer than
/// those: the total of the dynamic exits, which is said.
void read_dynamic_exits(std::vector<TableDraft>& drafts);

/// « Formation » among outcomes that add up to the exits with it: these are the positive exits, which have no column.
void read_training_exits(std::vector<TableDraft>& drafts);

/// « Sorties positives » beside exits to employment: of training alone, or of all of them? A total of the exits would
/// tell (M01); without one it is asked.
void say_ambiguous_exits(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
