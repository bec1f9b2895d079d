// SPDX-License-Identifier: MPL-2.0
//
// What goes back to the partners: one workbook per file with all that was found in it, and the words of an e-mail, in
// French whatever the language of the run. No person is named: no finding holds a name. One thread.
#pragma once

#include "run/engine.hpp"
#include "run/reading.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace bilan::run {

/// The sheet that only these workbooks have: one that comes back among the inputs is told by it.
inline constexpr std::string_view return_sheet = "Relevé de lecture";

struct ReturnSheet {
    std::string file; ///< the partner's
    std::filesystem::path workbook;
    std::filesystem::path letter;
    std::size_t to_correct = 0; ///< blocking findings that are still to be settled
    std::size_t to_check = 0;   ///< the partner should look at
};

/// Writes `releve_FILE.xlsx` and `releve_FILE.txt` into the folder, which is made where it is missing. Each appears
/// whole or not at all. Throws base::Error (exit 4) when one cannot be written or would take the place of an input.
std::vector<ReturnSheet> write_return_sheets(const Engine& engine, const Reading& reading, std::optional<int> year,
                                             const std::filesystem::path& folder);

} // namespace bilan::run
