// SPDX-License-Identifier: MPL-2.0
//
// One-byte and two-byte encodings of the texts of Excel 5 and 95, decoded by the C library. For one thread.
#pragma once

#include "charset/decoder.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace bilan::xls {

class CodePage {
public:
    static constexpr unsigned western = 1252;

    explicit CodePage(unsigned number);

    /// False for a number that nobody knows: texts are then read as Western European.
    [[nodiscard]] bool is_known() const { return is_known_; }

    /// `windows-1252`, as the other readers call it; of one that nobody knows, what is used instead.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] unsigned number() const { return number_; }

    /// Appends a text as UTF-8; bytes that are no character become `�`. False when there were any.
    bool append(std::string& utf8, std::string_view bytes) const;

private:
    unsigned number_;
    std::unique_ptr<charset::Decoder> decoder_;
    bool is_known_;
};

} // namespace bilan::xls
