// SPDX-License-Identifier: MPL-2.0
//
// Reads what stands inside `office:styles` or `office:automatic-styles` into the book of styles. For one thread.
#pragma once

#include "ods_reader/data_style.hpp"
#include "ods_reader/style_book.hpp"
#include "xml/handler.hpp"

#include <string>

namespace bilan::ods {

class StyleReader {
public:
    explicit StyleReader(StyleBook& book) : book_(book) {}

    /// The element that holds the styles begins.
    void enter(Scope scope)
    {
        scope_ = scope;
        depth_ = 0;
    }
    void start(xml::Name name, xml::Attributes attributes);
    void end();
    void text(std::string_view piece);

private:
    enum class Kind : std::uint8_t { other, data, cell, table, line };

    void begin(xml::Name name, xml::Attributes attributes);
    void part(xml::Name name, xml::Attributes attributes);
    void finish();

    StyleBook& book_;
    DataStyleReader data_;
    Scope scope_ = Scope::common;
    Kind kind_ = Kind::other;
    std::string name_;
    CellStyle cell_;
    int depth_ = 0; ///< below the element that holds the styles
    bool hides_ = false;
    bool is_in_text_ = false;
};

} // namespace bilan::ods
