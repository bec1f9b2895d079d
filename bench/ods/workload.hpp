// SPDX-License-Identifier: MPL-2.0
//
// Makes the spreadsheet that the benchmark reads: fictitious French data, texts, identifiers, amounts, rates, dates and
// gaps, in the shape that LibreOffice writes, the same bytes at every run. For one thread.
#pragma once

#include <cstdint>
#include <string>

namespace bilan::bench {

/// The content part of a spreadsheet with one table.
[[nodiscard]] std::string ods_content(std::uint32_t rows, std::uint32_t columns);

} // namespace bilan::bench
