// SPDX-License-Identifier: MPL-2.0
//
// Rows that say again what other rows say, by where they stand: lines of a recapitulation below the table, the items of
// one action below it, the rows below the title « Rappel ». One thread.
#pragma once

#include "intake/row/signs.hpp"

namespace bilan::intake {

/// « Bénéficiaires | 51 » below the last record and a gap: a number where the records have words.
void settle_recap_lines(const RowInput& input, TableRows& table);

/// « - forum de printemps », « - forum d'automne » whose numbers add up to those of « Forum » above them; in some of
/// the columns only: worth a look.
void settle_dashes(const RowInput& input, const RowSigns& signs, TableRows& table);

/// The rows below « Actions 2023 (rappel) ».
void settle_recalls(const RowInput& input, TableRows& table);

} // namespace bilan::intake
