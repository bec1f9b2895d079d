// SPDX-License-Identifier: MPL-2.0
//
// What the titles among the rows of a table name together, when it is no pillar: « CAF » and « RÉGION » are funders,
// « QUARTIER BELLEVUE » is a quarter. Pure function, any thread.
#pragma once

#include "intake/row/rows.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

/// The field of which every title is a value; empty when a column of the table gives that field already, so that the
/// titles give nothing. No value: they name none of the schema's closed fields, and are what they were.
[[nodiscard]] std::optional<std::string> field_of_titles(const RowInput& input, const TableRows& table);

/// « Actions refusées » alone in its row is no action, and gives the status of those below when no column and no other
/// title does.
void settle_status_titles(const RowInput& input, TableRows& table);

/// « Bellegarde (QN06901M) »: a name and the code of its quarter.
[[nodiscard]] bool has_code_in_brackets(std::string_view title);

} // namespace bilan::intake
