// SPDX-License-Identifier: MPL-2.0
//
// The reader of OpenDocument spreadsheets: packages (.ods, .ots) and documents in one file (.fods). Keeps no state
// between calls, so one object serves all threads.
#pragma once

#include "ods_reader/content.hpp"

#include <bilan/reader.hpp>

namespace bilan::ods {

class OdsReader final : public Reader {
public:
    explicit OdsReader(Way way = Way::fast) : way_(way) {}

    [[nodiscard]] ReaderCard card() const override;
    [[nodiscard]] Confidence recognises(const Source& source) const override;
    void read(const Source& source, const ReadLimits& limits, Book& book) const override;

private:
    Way way_;
};

} // namespace bilan::ods
