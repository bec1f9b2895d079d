// SPDX-License-Identifier: MPL-2.0
//
// The cells, styles and tables of a finished workbook written with nothing but libxlsxwriter: what our writer is
// measured against. One thread.
#pragma once

#include <bilan/workbook.hpp>

#include <filesystem>

namespace bilan::bench {

enum class Memory : bool {
    usual,    ///< the library holds all cells, and texts in a table of texts
    constant, ///< it holds one row at a time, and texts stand in their cells
};

/// Throws std::runtime_error when the file cannot be written.
void write_bare(const Workbook& workbook, const std::filesystem::path& target, Memory memory);

} // namespace bilan::bench
