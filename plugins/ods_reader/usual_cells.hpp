// SPDX-License-Identifier: MPL-2.0
//
// The cells that make up nearly all of a table: one value, one plain paragraph, attributes in the order in which
// LibreOffice or Excel writes them. For one thread.
#pragma once

#include "ods_reader/style_memo.hpp"
#include "ods_reader/table_builder.hpp"

#include <string>

namespace bilan::ods {

class UsualCells {
public:
    UsualCells(const StyleBook& styles, std::size_t most_text) : styles_(styles), most_text_(most_text) {}

    /// Before the rows of a table: whether the prefix of LibreOffice's own attributes stands for what it should.
    void allow_extensions(bool are_allowed) { has_extensions_ = are_allowed; }
    /// Reads the cell whose tag's name ends at `at`. Null, with nothing done, for any other shape.
    [[nodiscard]] const char* read(const char* at, TableBuilder& rows);

private:
    enum class Type : std::uint8_t { number, percentage, currency, date, string };
    struct Cell {
        Type type = Type::number;
        double number = 0;
        std::string_view date;
    };

    [[nodiscard]] static const char* empty(const char* at, TableBuilder& rows);
    [[nodiscard]] static const char* value(const char* at, Cell& cell);
    [[nodiscard]] const char* extended_type(const char* at) const;
    [[nodiscard]] const char* shown(const char* at, Type type, std::string_view& text);
    [[nodiscard]] bool put(TableBuilder& rows, const Cell& cell, std::uint32_t style, std::string_view text);

    StyleMemo styles_;
    std::size_t most_text_;
    std::string scratch_;
    bool has_extensions_ = false;
};

} // namespace bilan::ods
