// SPDX-License-Identifier: MPL-2.0
//
// Rows that say next to nothing, once all rows of a table are known: titles in ordinary letters, and rows filled in
// where nobody understands. Pure functions, any thread.
#pragma once

#include "intake/row/rows.hpp"

namespace bilan::intake {

/// « Insertion des jeunes » alone in its row, above full records: where the table begins with such a row and each of
/// them opens a group, or where its group ends in a subtotal of that name, they are titles. Else they stay records, in
/// doubt: an action of which nothing was filled in looks the same.
void settle_lone_texts(const RowInput& input, TableRows& table);

/// A row of which no column that is read says anything is no action that happened to have no figures.
void settle_unread(const RowInput& input, TableRows& table);

} // namespace bilan::intake
