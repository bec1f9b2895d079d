// SPDX-License-Identifier: MPL-2.0
//
// The tables of bilan/domain/ as the types of data/. Throws Mistake whose `near` is the id of the item that is wrong.
// One thread: that of the state.
#pragma once

#include "data/schema.hpp"
#include "script/table_reader.hpp"

#include <map>
#include <variant>

namespace bilan::script {

/// Controls that schemas ask for by name.
using SharedControls = std::map<std::string, data::Control, std::less<>>;

/// `text`, `count`, … in the order of data::FieldType.
[[nodiscard]] const std::vector<std::string>& field_type_names();
/// `siret`, `insee`, …: what a code is of.
[[nodiscard]] const std::vector<std::string>& code_kind_names();
/// `age_band`, `funder`, …: how the fields of a family are read from headers.
[[nodiscard]] const std::vector<std::string>& family_reader_names();

[[nodiscard]] std::vector<data::Field> read_fields(lua_State* lua, int at, const Where& where);
[[nodiscard]] SharedControls read_shared_controls(lua_State* lua, int at, const Where& where);
[[nodiscard]] data::Control read_control(lua_State* lua, int at, const Where& where);
/// A rule that a report adds to a schema: with the key `schema`, the id of that one.
struct AddedControl {
    std::string schema;
    data::Control control;
};
[[nodiscard]] AddedControl read_added_control(lua_State* lua, int at, const Where& where);
[[nodiscard]] data::Vocabulary read_vocabulary(lua_State* lua, int at, const Where& where);

/// A schema and what it takes from other files.
struct SchemaFile {
    data::Schema schema;
    std::vector<std::string> include;                               ///< names of files of fields
    std::vector<std::variant<std::string, data::Control>> controls; ///< a name of a shared one, or its own
    bool is_of_bilan = false;                                       ///< may say a rule anew, or in two ways
};
[[nodiscard]] SchemaFile read_schema(lua_State* lua, int at, const Where& where);

} // namespace bilan::script
