// SPDX-License-Identifier: MPL-2.0
//
// The sheet that partners are handed, as data: which columns it has, and what stands in its example row. bilan writes
// the sheet from it, and intake/ knows by it that the row was left as it was. Pure functions, any thread.
#pragma once

#include "data/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bilan::data {

/// The columns in their order, each under the label that people read.
[[nodiscard]] std::vector<Field> asked_fields(const Schema& schema);

/// What somebody would write in a cell of the field, as text: a number with a point, a date as `2025-03-15`.
[[nodiscard]] std::string example_of(const Field& field, const Domain& domain);

/// The same of a column of the sheet, by its field's id: it may have an example of its own.
[[nodiscard]] std::string asked_example(const Schema& schema, const Field& field, const Domain& domain);

/// The same in another exercise than the one examples are written in: years and dates of that exercise move with it.
[[nodiscard]] std::string example_in(int year, const Field& field, std::string example);

/// What the first cell of the example row begins with.
[[nodiscard]] std::string_view example_mark(base::Language language);

/// The line that tells such a sheet from others: « bilan · modèle emploi · version 1 ».
[[nodiscard]] std::string sheet_mark(std::string_view schema, base::Language language);
/// The schema that such a line names; empty for any other text.
[[nodiscard]] std::string schema_of_mark(std::string_view text);

} // namespace bilan::data
