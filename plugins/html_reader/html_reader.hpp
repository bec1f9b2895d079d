// SPDX-License-Identifier: MPL-2.0
//
// Reads the tables of web pages, most often saved or exported under the name .xls. Holds no state: one object serves
// many threads.
#pragma once

#include <bilan/reader.hpp>

namespace bilan::html {

class HtmlReader final : public Reader {
public:
    [[nodiscard]] ReaderCard card() const override;
    [[nodiscard]] Confidence recognises(const Source& source) const override;
    void read(const Source& source, const ReadLimits& limits, Book& book) const override;
};

} // namespace bilan::html
