// SPDX-License-Identifier: MPL-2.0
//
// What a data style (`number:number-style` and its sisters) says about the values under it, told element by element.
// For one thread.
#pragma once

#include "xml/handler.hpp"

#include <bilan/cell.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::ods {

/// A style may hand some values on to others, by conditions; the first of all that shows a number decides.
struct DataStyle {
    struct Other {
        std::string name;
        std::string condition; ///< `>=0`, of its numbers
    };
    std::optional<FormatClass> own; ///< none when it shows no number: `-`, or the text section of a format
    std::vector<Other> others;
    std::optional<std::string> code; ///< one section of a format as Excel writes it, of a style of plain numbers
    std::string_view unit; ///< a constant that changes what its numbers mean: `%` or `k€` beside them; mostly empty
};

class DataStyleReader {
public:
    /// `kind` is the name of the style's element: "date-style".
    void begin(std::string_view kind, xml::Attributes attributes);
    /// An element directly inside, of the namespace of data styles.
    void part(std::string_view local, xml::Attributes attributes);
    /// `condition` as the document writes it: `value()>=0`.
    void other(std::string_view name, std::string_view condition);
    /// Character data directly inside an element inside.
    void text(std::string_view piece);
    [[nodiscard]] DataStyle finish();

private:
    [[nodiscard]] std::optional<FormatClass> own() const;
    void number(xml::Attributes attributes);

    DataStyle style_;
    std::string kind_;
    std::string shown_; ///< texts beside the number
    std::string code_;  ///< texts and the number, as Excel writes them
    bool is_elapsed_ = false;
    bool has_number_ = false;
    bool is_plain_ = true;    ///< a number without a fixed number of decimals: General
    bool is_divided_ = false; ///< 12000 is shown as 12
    bool has_date_ = false;
    bool has_time_ = false;
};

} // namespace bilan::ods
