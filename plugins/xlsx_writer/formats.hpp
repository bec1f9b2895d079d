// SPDX-License-Identifier: MPL-2.0
//
// Styles of the model as formats of the library, and texts as the file holds them. Belongs to one session.
#pragma once

#include <bilan/style.hpp>

#include <xlsxwriter.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::xlsx {

[[nodiscard]] lxw_color_t library_colour(Colour colour);

/// A text as a cell stores it: `_x0041_` would be read as an escape, so its first `_` is escaped itself.
[[nodiscard]] std::string cell_text(std::string_view text);
/// A text where the library would take a leading `=` for a formula.
[[nodiscard]] std::string plain_text(std::string_view text);

class Formats {
public:
    /// Makes one format a style. Throws Refusal when the library cannot.
    Formats(lxw_workbook& workbook, const std::vector<Style>& styles);

    /// REQUIRES: `style` is one of the styles.
    [[nodiscard]] lxw_format* operator[](StyleIndex style) const { return formats_.at(style); }
    /// What the file calls the formats, style by style. All of them are in it from then on, whether a cell uses them or
    /// not.
    [[nodiscard]] std::vector<std::int32_t> numbers() const;

private:
    std::vector<lxw_format*> formats_; ///< owned by the library's workbook
};

} // namespace bilan::xlsx
