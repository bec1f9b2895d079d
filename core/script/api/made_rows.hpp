// SPDX-License-Identifier: MPL-2.0
//
// Queries whose rows are copies: `unpivot`, `union`, `as`. What they weigh is counted before anything is made. One
// thread.
#pragma once

#include "script/api/query_options.hpp"
#include "script/bind.hpp"

namespace bilan::script {

[[nodiscard]] std::shared_ptr<QueryObject>
unpivoted_rows(const Caller& caller, const std::shared_ptr<QueryObject>& self, const UnpivotOptions& options);
[[nodiscard]] std::shared_ptr<QueryObject> united_rows(const Caller& caller, const std::shared_ptr<QueryObject>& self,
                                                       const std::shared_ptr<QueryObject>& other);
/// The rows under another schema.
[[nodiscard]] std::shared_ptr<QueryObject> rows_as(const std::shared_ptr<QueryObject>& self, const std::string& id);

} // namespace bilan::script
