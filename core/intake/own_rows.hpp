// SPDX-License-Identifier: MPL-2.0
//
// The rows that an earlier workbook of bilan's own holds in its sheets « Données … »: field ids above canonical values,
// so nothing has to be understood. Pure; any thread.
#pragma once

#include "data/dataset.hpp"

#include <bilan/book.hpp>

#include <optional>
#include <string>

namespace bilan::intake {

/// Rows of a sheet « Données SCHEMA » (« Data SCHEMA »); nothing for any other sheet, or a schema that the domain no
/// longer has. Columns that are no fields today are left out and added to `lost`. The rows' origin is the workbook.
[[nodiscard]] std::optional<data::TableValues> read_own_rows(const Book& book, const Grid& sheet,
                                                             const std::string& file, const data::Domain& domain,
                                                             std::vector<std::string>& lost);

} // namespace bilan::intake
