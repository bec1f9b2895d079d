// SPDX-License-Identifier: MPL-2.0
#include "html_reader/cell_value.hpp"

#include "cells/error_text.hpp"
#include "cells/number_format.hpp"
#include "html_reader/codes.hpp"
#include "html_reader/shown_date.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace bilan::html {
namespace {

constexpr std::uint32_t classes = 8;
constexpr std::array<std::string_view, 4> units = {"", "%", "k€", "M€"}; // of cells::shown_unit
constexpr std::uint32_t formats = classes * static_cast<std::uint32_t>(units.size());

std::optional<double> number_of(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

/// The shown text of a cell that only says that it is a number: no grouping, but the decimal comma of its country.
std::optional<double> shown_number(std::string_view shown)
{
    std::string text(shown);
    const std::size_t comma = text.find(',');
    if (comma != text.npos && text.find('.') == text.npos && text.find(',', comma + 1) == text.npos) text[comma] = '.';
    return number_of(text);
}

bool is_true(std::string_view text)
{
    return text == "1" || text == "TRUE" || text == "true" || text == "VRAI";
}

/// LibreOffice counts days as bilan does, or from 1904; the format stands behind two languages:
/// `1036;1036;JJ/MM/AAAA`.
void put_value_attribute(cells::CellStore& cells, const cells::CellSpot& spot, double number,
                         const CellAttributes& attributes)
{
    std::string_view code = attributes.value_format ? std::string_view(*attributes.value_format) : std::string_view();
    for (int language = 0; language < 2; ++language) {
        const std::size_t end = code.find(';');
        code = end == code.npos ? std::string_view() : code.substr(end + 1);
    }
    if (code.starts_with("BOOL")) return cells.put_bits(spot, CellType::boolean, number != 0 ? 1 : 0);
    const CellFormat said = format_of_code(std::string(code));
    const FormatClass format = said.format;
    const bool is_date = format == FormatClass::date || format == FormatClass::datetime || format == FormatClass::time;
    if (attributes.counts_from_1904 && (format == FormatClass::date || format == FormatClass::datetime))
        number += days_1904;
    const bool is_struck = spot.style >= formats;
    if (!said.unit.empty()) return cells.put_odd_number({spot.at, style_of(said, is_struck), spot.is_formula}, number);
    if (!is_date && !said.odd.empty()) return cells.put_under(spot, said.odd, number);
    cells.put_bits(spot, CellTag(is_date ? CellType::date : CellType::number, format, spot.is_formula, is_struck),
                   std::bit_cast<std::uint64_t>(number));
}

} // namespace

cells::Styles page_styles()
{
    cells::Styles styles;
    for (const bool is_struck : {false, true})
        for (const std::string_view unit : units)
            for (std::uint32_t format = 0; format < classes; ++format)
                styles.add(static_cast<FormatClass>(format), is_struck, unit);
    return styles;
}

std::uint32_t style_of(const CellFormat& format, bool is_struck)
{
    const auto unit = static_cast<std::uint32_t>(std::ranges::find(units, format.unit) - units.begin());
    return static_cast<std::uint32_t>(format.format) + unit * classes + (is_struck ? formats : 0);
}

std::optional<double> value_number(const CellAttributes& attributes)
{
    return attributes.value ? number_of(*attributes.value) : std::nullopt;
}

void put_value(cells::CellStore& cells, CellPosition at, const CellAttributes& attributes, std::string_view text,
               const CellFormat& format, bool is_struck)
{
    const cells::CellSpot spot{at, style_of(format, is_struck), attributes.formula.has_value()};
    if (attributes.error) {
        const std::optional<CellError> error =
            cells::error_written(attributes.error->empty() ? text : *attributes.error);
        return cells.put_bits(spot, CellType::error, static_cast<std::uint64_t>(error.value_or(CellError::other)));
    }
    if (attributes.boolean)
        return cells.put_bits(spot, CellType::boolean,
                              is_true(attributes.boolean->empty() ? text : *attributes.boolean) ? 1 : 0);
    if (attributes.number) {
        const bool is_shown = attributes.number->empty();
        const std::optional<double> number = is_shown ? shown_number(text) : number_of(*attributes.number);
        if (number && !is_shown && !format.odd.empty()) return cells.put_under(spot, format.odd, *number);
        if (number) return cells.put_odd_number(spot, *number);
        if (!is_shown) cells.remarks().add(code::bad_number, at, {cells::excerpt(*attributes.number)});
    } else if (attributes.value && !attributes.value->empty()) {
        // LibreOffice writes an error as the number 0 that shows `#DIV/0!`.
        if (const std::optional<CellError> error = cells::error_of(text)) {
            if (*error == CellError::other) cells.remarks().add(code::unknown_error, at, {cells::excerpt(text)});
            return cells.put_bits(spot, CellType::error, static_cast<std::uint64_t>(*error));
        }
        if (const std::optional<double> number = value_number(attributes))
            return put_value_attribute(cells, spot, *number, attributes);
        cells.remarks().add(code::bad_number, at, {cells::excerpt(*attributes.value)});
    }
    const std::string_view said = attributes.text && !attributes.text->empty() ? *attributes.text : text;
    if (!said.empty()) return cells.put_text(spot, said);
    if (spot.is_formula) cells.put_bits(spot, CellType::empty, 0);
}

} // namespace bilan::html
