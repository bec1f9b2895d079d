// SPDX-License-Identifier: MPL-2.0
//
// Folders and small texts that a command leaves for a person: skeletons, pages of the reference, letters. What cannot
// be made or written is said as it is for a workbook.
#pragma once

#include <filesystem>
#include <string_view>

namespace bilan::run {

/// Makes the folder and those above it. Throws base::Error (exit 4) with the nearest folder that is there and the
/// system's answer.
void make_folder(const std::filesystem::path& folder);

/// Writes the whole text, in place of what was there. Throws base::Error (exit 4).
void write_text(const std::filesystem::path& file, std::string_view text);

} // namespace bilan::run
