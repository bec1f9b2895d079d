// SPDX-License-Identifier: MPL-2.0
//
// Rows that came with a form and were never filled in: the example below « Exemple », « [titre de l'action] », « Lorem
// ipsum », « 0 0 0 0 ». One thread.
#pragma once

#include "intake/row/rows.hpp"

#include <string_view>

namespace bilan::intake {

/// The row below a line that says nothing but « Exemple » is the example; below « Exemples », all rows up to the next
/// gap. Set aside, which is said as an alert: the word does not stand in the row itself.
/// Rows that hold nothing but what a form holds before it is filled in are filler; one with something else beside a
/// title of that kind is kept in doubt.
void settle_template_rows(const RowInput& input, TableRows& table);

/// « choisir », « sélectionner dans la liste », folded: what stands in a cell that nobody filled in.
[[nodiscard]] bool asks_to_fill_in(std::string_view folded);

} // namespace bilan::intake
