// SPDX-License-Identifier: MPL-2.0
//
// The files of a large fictitious campaign: programmings of actions and reviews of employment actions, as partners send
// them, every second one a workbook, the others csv. The same bytes at every run.
#pragma once

#include <cstdint>
#include <filesystem>

namespace bilan::bench {

/// Writes the files that are not there yet. One in forty rows breaks a rule, one in thirty values is not known.
void write_campaign(const std::filesystem::path& folder, std::uint32_t files, std::uint32_t rows);

} // namespace bilan::bench
