// SPDX-License-Identifier: MPL-2.0
//
// The reader: delimited text (csv, tsv, txt) of any encoding and separator met in the field, as one sheet. Keeps no
// state between calls, any thread.
//
// A row of the grid is a record of the file, as a spreadsheet program would show it: an empty line is an empty row, a
// field with line breaks stays one row, and a first line `sep=;` is an instruction, not a row. Remarks about quotes
// name lines of the text file instead, because that is where one looks for a quote.
#pragma once

#include <bilan/reader.hpp>

namespace csv_reader {

/// Both ways give the same book, which tests hold them to. `records` is the plain one, `rows` the fast one.
enum class Way : std::uint8_t { rows, records };

class CsvReader final : public bilan::Reader {
public:
    explicit CsvReader(Way way = Way::rows) : way_(way) {}

    [[nodiscard]] bilan::ReaderCard card() const override;
    [[nodiscard]] bilan::Confidence recognises(const bilan::Source& source) const override;
    void read(const bilan::Source& source, const bilan::ReadLimits& limits, bilan::Book& book) const override;

private:
    Way way_;
};

} // namespace csv_reader
