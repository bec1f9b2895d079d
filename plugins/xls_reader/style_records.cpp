// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/style_records.hpp"

#include "cells/number_format.hpp"
#include "cells/shown_format.hpp"

#include <string>
#include <utility>

namespace bilan::xls {

void StyleRecords::add_font(std::string_view record)
{
    constexpr unsigned struck = 0x0008;
    struck_.push_back(record.size() >= 4 && (word_at(record, 2) & struck) != 0);
}

void StyleRecords::add_format(std::string_view record, RecordReader& records, const Dialect& dialect)
{
    if (record.size() < 2) return;
    TextReader reader(records, record.substr(2), dialect);
    std::string code;
    const bool is_read = dialect.is_unicode ? reader.long_text(code) : reader.short_text(code);
    if (!is_read) return;
    OwnFormat& own = formats_[word_at(record, 0)];
    own = {cells::format_class(code), cells::shown_unit(code), {}};
    if (own.unit.empty() && cells::is_odd_format(code)) own.odd = std::move(code);
}

void StyleRecords::add_style(std::string_view record)
{
    CellStyle& style = styles_.emplace_back();
    if (record.size() < 4) return;
    style = {word_at(record, 0), word_at(record, 2)};
}

/// There is no font of number 4: the fifth one is called 5.
bool StyleRecords::is_struck(std::uint16_t font) const
{
    constexpr std::uint16_t missing = 4;
    const std::size_t index = font > missing ? font - 1U : font;
    return index < struck_.size() && struck_[index];
}

cells::Styles StyleRecords::joined() const
{
    cells::Styles styles;
    for (const CellStyle& style : styles_) {
        const auto own = formats_.find(style.format);
        if (own == formats_.end())
            styles.add(cells::built_in_format_class(style.format), is_struck(style.font));
        else if (!own->second.odd.empty())
            styles.add_odd(own->second.format, is_struck(style.font), own->second.odd);
        else
            styles.add(own->second.format, is_struck(style.font), own->second.unit);
    }
    return styles;
}

} // namespace bilan::xls
