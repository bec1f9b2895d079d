// SPDX-License-Identifier: MPL-2.0
//
// The partner files of a run: what the command line named, folders walked, in an order that does not depend on the
// file system.
#pragma once

#include "base/mapped_file.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::run {

struct InputFile {
    std::filesystem::path path;
    std::string name;   ///< as shown: the base name, or the path below the folder named when two files share it
    std::string digest; ///< SHA-256; empty when the file could not be opened
};

struct Inputs {
    std::vector<InputFile> files;
    /// Files of a walked folder that are no inputs (hidden, a spreadsheet program's lock file), as shown.
    std::vector<std::string> passed_over;
    /// Pairs of inputs with the same bytes: the copy is not read again. Files without a byte are no copies.
    std::vector<std::pair<std::string, std::string>> copies; ///< copy, original
};

/// The code of the finding that names an input with the same bytes as another.
inline constexpr std::string_view copy_of_another = "BIL-940";

/// Throws base::Error (exit 3) for the mark that a spreadsheet program leaves beside an open workbook (`~$x.xlsx`).
void check_no_mark(const std::filesystem::path& file);

/// Throws base::Error (exit 3) for an argument that is not there, (exit 1) when there is not one file to read.
[[nodiscard]] Inputs find_inputs(const std::vector<std::string>& arguments);

/// Their paths alone, as they are now; no file is opened. Throws as `find_inputs` does for a folder that cannot be
/// read.
[[nodiscard]] std::vector<std::filesystem::path> input_paths(const std::vector<std::string>& arguments);

} // namespace bilan::run
