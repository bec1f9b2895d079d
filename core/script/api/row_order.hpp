// SPDX-License-Identifier: MPL-2.0
//
// `Query:sorted` and `Query:head`: rows of a listing in an order, and the first of them. One thread.
#pragma once

#include "base/language.hpp"
#include "script/api/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bilan::script {

/// The same rows; `direction` is `ascending` or `descending`. The order asked for last decides, the one before it among
/// equal rows.
[[nodiscard]] std::shared_ptr<QueryObject> sorted_rows(const std::shared_ptr<QueryObject>& self,
                                                       const std::string& field,
                                                       const std::optional<std::string>& direction);
/// The first rows in their order, as rows of a query of their own.
[[nodiscard]] std::shared_ptr<QueryObject> head_of_rows(const std::shared_ptr<QueryObject>& self, std::int64_t most);

/// The places of the rows in their order; empty when they stand as they were read.
[[nodiscard]] std::vector<std::uint32_t> places_in_order(const QueryObject& rows);

/// « 20 premières lignes sur 134, par « Accordé » décroissant »; empty for rows that nothing was taken from and that
/// are in no order.
[[nodiscard]] base::Words words_of_order(const QueryObject& rows);

} // namespace bilan::script
