// SPDX-License-Identifier: MPL-2.0
//
// Rows that are made while they are written, as the library would write them: texts stand in their cells, not in a
// table of texts that somebody would have to hold. Belongs to one sheet; one thread.
#pragma once

#include <bilan/workbook.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::xlsx {

class RowXml {
public:
    /// `numbers`: of the formats in the file, style by style.
    RowXml(std::string sheet, const std::vector<std::int32_t>& numbers);

    /// Appends the row to `xml`. Throws Refusal for what no file may hold.
    void append(std::string& xml, const SheetRow& row);

private:
    [[noreturn]] void refuse_cell(const SheetCell& cell) const;
    void open(std::string& xml, const SheetCell& cell, std::string_view type);
    void write(std::string& xml, const SheetCell& cell, std::monostate value);
    void write(std::string& xml, const SheetCell& cell, double number);
    void write(std::string& xml, const SheetCell& cell, const std::string& text);
    void write(std::string& xml, const SheetCell& cell, bool yes);
    void write(std::string& xml, const SheetCell& cell, Date date);
    void write(std::string& xml, const SheetCell& cell, const Formula& formula);
    void write(std::string& xml, const SheetCell& cell, const Link& link);

    std::string sheet_;
    const std::vector<std::int32_t>& numbers_;
    std::vector<std::string> letters_; ///< of the columns so far
};

} // namespace bilan::xlsx
