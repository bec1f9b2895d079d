// SPDX-License-Identifier: MPL-2.0
//
// A column of a table that no schema knows: its type by its header and all its cells, with the same reading of values
// as for partner files. Pure; one thread.
#pragma once

#include "intake/column_reader.hpp"

#include <string>

namespace bilan::intake {

/// `field` has its name; its type and label are found. A column of numbers may hold a few words (« NC »); one of texts
/// that are no numbers stays one of texts, and so does one that writes a number with zeros before it: « 007 » is a
/// code. Texts that are all days are dates. A label says euros where the values were turned into euros. What was
/// converted, doubted or not read goes to `findings`.
[[nodiscard]] data::Column plain_column(const ColumnSource& source, data::Field field, std::vector<Finding>& findings);

/// A column of this type, whatever its cells look like: what they do not say so has no value.
[[nodiscard]] data::Column plain_column_of(const ColumnSource& source, data::Field field, data::FieldType type,
                                           std::vector<Finding>& findings);

/// « Montant (€) » of « Montant (k€) »: the header of values that are in euros now; empty when the header says no other
/// unit of money.
[[nodiscard]] std::string header_in_euros(const std::string& header);

} // namespace bilan::intake
