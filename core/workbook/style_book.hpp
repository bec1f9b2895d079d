// SPDX-License-Identifier: MPL-2.0
//
// The styles of one workbook: the theme resolved into numbered styles, each made when it is first used. One thread.
#pragma once

#include "base/language.hpp"
#include "data/figure.hpp"
#include "workbook/document.hpp"
#include "workbook/font.hpp"
#include "workbook/mark.hpp"
#include "workbook/theme.hpp"

#include <bilan/style.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::workbook {

/// Texts around the tables.
enum class TextRole : std::uint8_t {
    title,
    subtitle,
    heading,
    subheading,
    table_title,
    paragraph,
    warning,
    note,
    link
};

/// Lines of a key figure's card, from top to bottom, and the same figure as a line of a list.
enum class CardRole : std::uint8_t {
    label,
    value,
    missing_value,
    base,
    note,
    fragile,
    listed_value,
    listed_missing,
    listed_base
};

/// Cells of a sheet that is to be filled in.
enum class FormRole : std::uint8_t {
    header,
    required,
    code,
    example,
    empty,
    empty_shaded ///< of every other column, so that the eye keeps to its own
};

/// `aside`: what only a chart needs.
enum class CellRole : std::uint8_t { body, missing, link, total, missing_total, input, aside };

/// `#,##0` for a column of whole numbers.
[[nodiscard]] std::string number_format(ColumnKind kind, base::Language language);
/// The same for this number: an amount has its cents where they matter (`data::euro_decimals`).
[[nodiscard]] std::string number_format(ColumnKind kind, double number, Mark mark, base::Language language);
/// `#,##0" €"`: a key figure carries its unit itself.
[[nodiscard]] std::string number_format(const data::Figure& figure, base::Language language);
/// The same format with so many digits behind the comma, in each of its sections.
[[nodiscard]] std::string with_decimals(const std::string& format, int decimals);
/// The same format with `≥` before the number and its sign, or ` *` behind it. `number`: what the cell holds.
[[nodiscard]] std::string marked(const std::string& format, Mark mark, double number);
/// Decimals that the format shows, a rate counted in percent.
[[nodiscard]] int shown_decimals(ColumnKind kind);
[[nodiscard]] bool is_numeric(ColumnKind kind);

class StyleBook {
public:
    StyleBook(Theme theme, base::Language language);

    [[nodiscard]] StyleIndex text(TextRole role);
    [[nodiscard]] StyleIndex card(CardRole role, std::string_view format = {});
    [[nodiscard]] StyleIndex header(ColumnKind kind);
    /// `format` stands over that of the column: a figure among others of another unit.
    [[nodiscard]] StyleIndex cell(ColumnKind kind, CellRole role, std::string_view format = {});
    [[nodiscard]] StyleIndex form(FormRole role, ColumnKind kind);
    [[nodiscard]] Face face(StyleIndex index) const;

    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] base::Language language() const { return language_; }
    [[nodiscard]] const std::vector<Style>& styles() const { return styles_; }

private:
    [[nodiscard]] Style plain(std::string name) const;
    [[nodiscard]] StyleIndex keep(Style style);

    Theme theme_;
    base::Language language_;
    std::vector<Style> styles_;
    std::map<std::string, StyleIndex, std::less<>> by_name_;
};

} // namespace bilan::workbook
