// SPDX-License-Identifier: MPL-2.0
//
// The attributes of a table cell, kept until its content is known. For one thread.
#pragma once

#include "ods_reader/style_book.hpp"
#include "ods_reader/table_builder.hpp"
#include "xml/handler.hpp"

#include <optional>
#include <string>

namespace bilan::ods {

/// A count as OpenDocument writes it: at least 1, whatever stands there.
[[nodiscard]] std::uint64_t count_of(std::string_view text);

/// Whether a row or column of this `table:visibility` is hidden.
[[nodiscard]] inline bool hides(std::string_view visibility)
{
    return visibility == "collapse" || visibility == "filter";
}

class CellAttributes {
public:
    void read(xml::Attributes attributes, const StyleBook& styles);

    /// The cell so far; its views live as long as this. `style` is that of cells that name none.
    [[nodiscard]] CellInput input(std::uint32_t style) const;
    [[nodiscard]] Placing& placing() { return placing_; }

private:
    void read_value(std::string_view local, std::string_view value);
    void read_place(std::string_view local, std::string_view value, const StyleBook& styles);

    std::string type_;
    std::optional<std::string> number_;
    std::optional<std::string> date_;
    std::optional<std::string> time_;
    std::optional<std::string> boolean_;
    std::optional<std::string> string_;
    std::optional<std::uint32_t> style_;
    Placing placing_;
    bool is_formula_ = false;
    bool is_error_ = false;
};

} // namespace bilan::ods
