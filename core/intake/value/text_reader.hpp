// SPDX-License-Identifier: MPL-2.0
//
// Free texts: cleaned, otherwise as written; numbers and dates as people see them. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"

namespace bilan::intake {

class TextReader final : public ValueReader {
public:
    /// « Gabriel Fauré » is a person, unless the column holds the names of places.
    explicit TextReader(bool are_places) : are_places_(are_places) {}
    void show_text(std::string_view) override {}
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;

private:
    bool are_places_;
};

} // namespace bilan::intake
