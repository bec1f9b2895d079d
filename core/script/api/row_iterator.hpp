// SPDX-License-Identifier: MPL-2.0
//
// `for row in query:each() do`: a value on its way out to a script. One thread.
#pragma once

#include "script/api/lazy_row.hpp"
#include "script/value.hpp"

namespace bilan::script {

struct RowIterator {
    std::shared_ptr<QueryObject> query;
};

template <>
struct Value<RowIterator> {
    static std::string name() { return "fun(): bilan.Row"; }
    static void push(lua_State* lua, const RowIterator& rows);
};

} // namespace bilan::script
