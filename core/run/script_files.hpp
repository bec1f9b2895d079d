// SPDX-License-Identifier: MPL-2.0
//
// The files that a script is made of: itself and the modules of its folder that it asks for by name, theirs included.
// Found by reading, nothing is run. One thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::run {

/// `script` first, then its modules by name. Only names written out are seen (`require "bandes"`), those of the library
/// (`bilan…`) are left out, and so are those without a file and links that lead out of the folder. A file that cannot
/// be read asks for nothing.
[[nodiscard]] std::vector<std::filesystem::path> script_files(const std::filesystem::path& script);

/// Where a module is asked for by a name that is not written out (`require("mots_" .. langue)`), as a place in the
/// code: nobody can say beforehand which file that is.
[[nodiscard]] std::optional<std::size_t> computed_require(const std::string& code);

/// A name that ends as the tables do that bilan reads: `bareme.csv`, `Budget.XLSX`.
[[nodiscard]] bool is_table_name(std::string_view name);
/// The tables below the folder of the first script that these scripts name in a text (`run:read "bareme.csv"`), where
/// `run:read` would find them; by name. A link that leads out of the folder is left out.
[[nodiscard]] std::vector<std::filesystem::path> data_files(const std::vector<std::filesystem::path>& scripts);

/// The texts that follow a word in Lua code, `name "…"`, `name('…')`, comments left out; each with its first place.
[[nodiscard]] std::map<std::string, std::size_t> text_places_after(const std::string& code, const std::string& name);
/// The same without the places.
[[nodiscard]] std::set<std::string> texts_after(const std::string& code, const std::string& name);

} // namespace bilan::run
