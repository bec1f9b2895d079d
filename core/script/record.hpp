// SPDX-License-Identifier: MPL-2.0
//
// The words of the script interface: what each function, method and property is called, takes and gives. The same
// records feed registration, messages about arguments, editor definitions and the manual, so that they cannot drift.
// Constant data; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct lua_State;

namespace bilan::script {

struct ParameterRecord {
    std::string name;
    std::string type; ///< as in editor definitions
    bool optional = false;
    std::string sentence;
};

enum class Role : std::uint8_t {
    function,
    method,
    property,   ///< a method of self alone, called without brackets
    metamethod, ///< `__add`
    item,       ///< what `object[1]` gives
};

struct FunctionRecord {
    std::string owner; ///< `bilan`, `bilan.Query`
    std::string name;
    std::string sentence;
    std::vector<ParameterRecord> parameters; ///< without self
    std::string result;                      ///< type; empty for none
    Role role = Role::function;
    int (*function)(lua_State*) = nullptr;

    /// `bilan.sum`, `Query:where`.
    [[nodiscard]] std::string spoken() const;
};

/// A table of functions (`bilan.text`) or a type of object (`bilan.Query`).
struct GroupRecord {
    std::string name;
    std::string sentence;
    std::vector<FunctionRecord> functions;
};

} // namespace bilan::script
