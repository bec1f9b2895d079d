// SPDX-License-Identifier: MPL-2.0
//
// Reads the XML workbooks of Excel 2003 (SpreadsheetML), which administrations' programs still export, most often under
// the name .xls. Holds no state: one object serves many threads.
#pragma once

#include <bilan/reader.hpp>

namespace bilan::spreadsheetml {

class SpreadsheetmlReader final : public Reader {
public:
    [[nodiscard]] ReaderCard card() const override;
    [[nodiscard]] Confidence recognises(const Source& source) const override;
    void read(const Source& source, const ReadLimits& limits, Book& book) const override;
};

} // namespace bilan::spreadsheetml
