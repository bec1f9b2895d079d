// SPDX-License-Identifier: MPL-2.0
//
// `run:sql` and `run:read`: rows that come from neither a schema nor a query word. One thread.
#pragma once

#include "script/api/session.hpp"
#include "script/bind.hpp"
#include "script/table_reader.hpp"

#include <map>

namespace bilan::script {

/// What the column of a further file may be: all types of fields but those that need a vocabulary.
[[nodiscard]] const std::vector<std::string>& read_type_names();

/// `{ sheet = "2025", header = 3, types = { canton = "code" } }`.
struct ReadOptions {
    std::string sheet;
    std::optional<std::int64_t> header;
    std::string as;                               ///< the name that `sql` knows it by
    bool totals = false;                          ///< rows that say total are rows like others
    std::map<std::string, data::FieldType> types; ///< by the id of a field
};
template <>
struct Value<ReadOptions> {
    static std::string name() { return "bilan.ReadOptions"; }
    static ReadOptions read(lua_State* lua, int at, const Where& where);
};

/// Queries by the name that a statement knows them by.
struct SqlTables {
    std::vector<std::pair<std::string, std::shared_ptr<QueryObject>>> tables;
};
template <>
struct Value<SqlTables> {
    static std::string name() { return "table<string, bilan.Query>"; }
    static SqlTables read(lua_State* lua, int at, const Where& where);
};

[[nodiscard]] std::shared_ptr<QueryObject> read_table(const Caller& caller, const std::shared_ptr<Session>& session,
                                                      const std::string& file, const ReadOptions& options);
[[nodiscard]] std::shared_ptr<QueryObject> sql_rows(const Caller& caller, const std::shared_ptr<Session>& session,
                                                    const std::string& sql, const SqlTables& further);

} // namespace bilan::script
