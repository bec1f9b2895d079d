// SPDX-License-Identifier: MPL-2.0
//
// `Query:join`: fields of another dataset by key; what does not fit is said in the journal. One thread.
#pragma once

#include "script/api/query_options.hpp"
#include "script/bind.hpp"

namespace bilan::script {

[[nodiscard]] data::Query joined(const Caller& caller, const QueryObject& self, const QueryObject& other,
                                 const JoinOptions& options);

} // namespace bilan::script
