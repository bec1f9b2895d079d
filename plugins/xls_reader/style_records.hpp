// SPDX-License-Identifier: MPL-2.0
//
// Gathers fonts, number formats and cell styles, which may come in any order, and joins them. For one thread.
#pragma once

#include "cells/styles.hpp"
#include "xls_reader/text_reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bilan::xls {

class StyleRecords {
public:
    void add_font(std::string_view record);
    void add_format(std::string_view record, RecordReader& records, const Dialect& dialect);
    void add_style(std::string_view record);
    [[nodiscard]] cells::Styles joined() const;

private:
    struct OwnFormat {
        FormatClass format = FormatClass::general;
        std::string_view unit; ///< a constant
        std::string odd;       ///< the whole format, where it shows numbers otherwise than they are stored
    };
    struct CellStyle {
        std::uint16_t font = 0;
        std::uint16_t format = 0;
    };
    [[nodiscard]] bool is_struck(std::uint16_t font) const;

    std::vector<bool> struck_;
    std::unordered_map<std::uint16_t, OwnFormat> formats_;
    std::vector<CellStyle> styles_;
};

} // namespace bilan::xls
