// SPDX-License-Identifier: MPL-2.0
//
// The files that a script is made of: itself and the modules of its folder that it asks for by name, theirs included.
// Found by reading, nothing is run. One thread.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace bilan::run {

/// `script` first, then its modules by name. Only names written out are seen (`require "bandes"`), those of the library
/// (`bilan…`) are left out, and so are those without a file. A file that cannot be read asks for nothing.
[[nodiscard]] std::vector<std::filesystem::path> script_files(const std::filesystem::path& script);

/// The texts that follow a word in Lua code: `name "…"`, `name('…')`, comments left out.
[[nodiscard]] std::set<std::string> texts_after(const std::string& code, const std::string& name);

} // namespace bilan::run
