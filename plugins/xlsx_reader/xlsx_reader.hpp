// SPDX-License-Identifier: MPL-2.0
//
// Reads xlsx and xlsm workbooks. Holds no state: one object serves many threads.
#pragma once

#include "xlsx_reader/shared_strings.hpp"

#include <bilan/reader.hpp>

namespace bilan::xlsx {

class XlsxReader final : public Reader {
public:
    /// `way` other than fast is for tests.
    explicit XlsxReader(Way way = Way::fast) : way_(way) {}

    [[nodiscard]] ReaderCard card() const override;
    [[nodiscard]] Confidence recognises(const Source& source) const override;
    void read(const Source& source, const ReadLimits& limits, Book& book) const override;

private:
    Way way_;
};

} // namespace bilan::xlsx
