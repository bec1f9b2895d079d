// SPDX-License-Identifier: MPL-2.0
//
// What a table's columns and rows have to be told: findings and the readings of `bilan inspect`. One thread.
#pragma once

#include "intake/draft.hpp"
#include "intake/shape/records.hpp"

namespace bilan::intake {

/// The reading of a table, its counts included: rows_read = kept + set aside + refused.
[[nodiscard]] TableReading reading_of(const TableDraft& draft);
void say_columns(const TakeIn& take_in, const TableDraft& draft);
/// Fields without which a schema of the user's own cannot do, and that no column gives.
void say_missing_fields(const TakeIn& take_in, const TableDraft& draft, const data::TableValues& values);
void say_rows(const TakeIn& take_in, const TableDraft& draft);
/// Measures that stand on each of the rows that one row of the partner became: a sum would count them several times.
void say_repeated_measures(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records);
/// Hidden rows and columns, struck rows, amounts merged over several records.
void say_facts(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
