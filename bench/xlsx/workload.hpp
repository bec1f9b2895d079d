// SPDX-License-Identifier: MPL-2.0
//
// Writes the workbooks that the benchmarks read: fictitious French data, 20 columns of texts, identifiers, amounts,
// rates, dates and gaps, the same bytes at every run. For one thread.
#pragma once

#include <cstdint>
#include <string>

namespace bilan::bench {

void write_workload(const std::string& file, std::uint32_t rows, std::uint16_t columns);

} // namespace bilan::bench
