// SPDX-License-Identifier: MPL-2.0
//
// The rows of a table that a script writes by hand, read and checked against its columns. One thread.
#pragma once

#include "script/api/table_options.hpp"

namespace bilan::script {

void read_rows(lua_State* lua, TableReader& table, TableOptions& options);

} // namespace bilan::script
