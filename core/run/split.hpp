// SPDX-License-Identifier: MPL-2.0
//
// A reading cut by the values of one field: what the workbook of each contract rests on. The parts and the rows without
// a value add up to the whole. One thread.
#pragma once

#include "run/engine.hpp"
#include "run/reading.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::run {

/// Cuts by the file that rows come from: for a folder with one file a contract.
inline constexpr std::string_view split_by_file = "fichier";

/// Known values of the field over all datasets that have it (`fichier`: the files with rows), each once: by folded
/// text, then as written. Throws base::Error (exit 2) when no dataset has the field or knows one value of it.
[[nodiscard]] std::vector<std::string> parts_of(const Reading& whole, const std::string& field);

/// The rows with this value, the files they come from, what was found in them. Controls are run anew over these rows.
/// A dataset that has the field and no row with this value is there without rows, one that lacks the field is not. A
/// file that several parts share keeps its whole accounting.
[[nodiscard]] Reading part_of(const Engine& engine, const Reading& whole, const std::string& field,
                              const std::string& value, std::optional<int> year);

/// `retour_2025_val-d-oise.xlsx` beside `retour_2025.xlsx`, one name per value and no two alike.
[[nodiscard]] std::vector<std::filesystem::path> part_files(const std::filesystem::path& output,
                                                            const std::vector<std::string>& values);

} // namespace bilan::run
