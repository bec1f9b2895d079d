// SPDX-License-Identifier: MPL-2.0
//
// Writes the files that the benchmarks read: fictitious French data, columns of texts, identifiers, amounts, rates,
// dates and gaps, the same bytes at every run. For one thread.
#pragma once

#include <cstdint>
#include <string>

namespace bilan::bench {

/// As libxlsxwriter writes workbooks.
void write_workload(const std::string& file, std::uint32_t rows, std::uint16_t columns);

/// The same data with semicolons, decimal commas and dates as people write them.
void write_csv_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns);

/// The same data in the shape in which Excel saves a sheet: `spans`, `x14ac:dyDescent`, a style on every cell; or with
/// a prefix on every name, as some servers write it.
void write_excel_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns,
                          const std::string& prefix);

/// The same data as Excel 97 saves them, as many rows as fit: up to 65 536 of 256 columns.
void write_xls_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns);

/// The same data as LibreOffice writes a spreadsheet of OpenDocument, without having one at hand.
void write_ods_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns);

} // namespace bilan::bench
