// SPDX-License-Identifier: MPL-2.0
//
// Reads xls workbooks of Excel 97 to 2003 (BIFF8), and of Excel 5 and 95 (BIFF5). Holds no state: one object serves
// many threads.
#pragma once

#include <bilan/reader.hpp>

namespace bilan::xls {

class XlsReader final : public Reader {
public:
    [[nodiscard]] ReaderCard card() const override;
    [[nodiscard]] Confidence recognises(const Source& source) const override;
    void read(const Source& source, const ReadLimits& limits, Book& book) const override;
};

} // namespace bilan::xls
