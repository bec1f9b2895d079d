// SPDX-License-Identifier: MPL-2.0
//
// Script files: found on the search path, read as text, compiled, run once. `require` sees the library's own modules,
// the report's folder and the standard reports, nothing else. One thread: that of the state.
#pragma once

#include "base/error.hpp"
#include "script/fault.hpp"

#include <filesystem>
#include <string>
#include <vector>

struct lua_State;

namespace bilan::script {

/// Compiles a file and pushes its function. `shown` is what messages call it. Throws ScriptError when it does not
/// compile, base::Error when it cannot be read.
void push_chunk(lua_State* lua, const std::filesystem::path& file, const std::string& shown);

/// `reports/emploi.lua` of `/any/where/reports/emploi.lua`.
[[nodiscard]] std::string shown_name(const std::filesystem::path& file);
/// `scripts/bilan/init.lua` of a file below the library `/any/where/scripts`.
[[nodiscard]] std::string shown_name(const std::filesystem::path& library, const std::filesystem::path& file);

/// What is wrong with a script file as a whole (exit 6).
[[nodiscard]] base::Error file_error(const std::string& shown, const std::filesystem::path& file,
                                     base::Message message);

/// A mistake in a table of the file gets the line as well as it can be told.
[[nodiscard]] ScriptError mistake_in(const std::filesystem::path& file, const Mistake& mistake);

/// The `require` of scripts.
int require_module(lua_State* lua);

/// All .lua files right in a folder, ascending by name; none when there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> lua_files(const std::filesystem::path& folder);

} // namespace bilan::script
