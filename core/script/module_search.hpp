// SPDX-License-Identifier: MPL-2.0
//
// Which file a module of `require` is: of the library (`bilan…`), of the report's folder, or a standard report. One
// thread: that of the state.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct lua_State;

namespace bilan::script {

struct Module {
    std::filesystem::path file;
    std::string shown; ///< for messages
    bool is_library = false;
};

[[nodiscard]] bool is_of_library(std::string_view name);

/// The file itself, links resolved: one file has one.
[[nodiscard]] std::string place_of(const std::filesystem::path& file);

/// The module that the code at work asks for. Throws Mistake where the only file of that name is the one that asks for
/// it, or that waits for it.
[[nodiscard]] std::optional<Module> find_module(lua_State* lua, const std::string& name);

/// What the code at work may ask for, in order; specs are none of it.
[[nodiscard]] std::vector<std::string> module_names(lua_State* lua);

} // namespace bilan::script
