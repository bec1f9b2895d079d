// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/cell_attributes.hpp"

#include "ods_reader/names.hpp"
#include "xml/characters.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace bilan::ods {

std::uint64_t count_of(std::string_view text)
{
    text = xml::trim_blanks(text);
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (end != text.data() + text.size() || text.empty()) return 1;
    if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint32_t>::max();
    return std::clamp<std::uint64_t>(count, 1, std::numeric_limits<std::uint32_t>::max());
}

void CellAttributes::read(xml::Attributes attributes, const StyleBook& styles)
{
    *this = CellAttributes();
    attributes.each([&](xml::Name name, std::string_view value) {
        const Space space = space_of(name.space);
        if (space == Space::office) read_value(name.local, value);
        if (space == Space::table) read_place(name.local, value, styles);
        if (space == Space::calc_extension && name.local == "value-type") is_error_ = value == "error";
    });
}

void CellAttributes::read_value(std::string_view local, std::string_view value)
{
    if (local == "value-type") type_ = value;
    if (local == "value") number_ = value;
    if (local == "date-value") date_ = value;
    if (local == "time-value") time_ = value;
    if (local == "boolean-value") boolean_ = value;
    if (local == "string-value") string_ = value;
}

void CellAttributes::read_place(std::string_view local, std::string_view value, const StyleBook& styles)
{
    if (local == "formula") is_formula_ = true;
    if (local == "style-name") style_ = styles.number_of(value);
    if (local == "number-columns-repeated") placing_.repeat = count_of(value);
    if (local == "number-columns-spanned") placing_.columns_spanned = static_cast<std::uint32_t>(count_of(value));
    if (local == "number-rows-spanned") placing_.rows_spanned = static_cast<std::uint32_t>(count_of(value));
}

CellInput CellAttributes::input(std::uint32_t style) const
{
    CellInput cell;
    cell.style = style_.value_or(style);
    cell.is_formula = is_formula_;
    cell.is_error = is_error_;
    cell.type = type_;
    cell.number = number_;
    cell.date = date_;
    cell.time = time_;
    cell.boolean = boolean_;
    cell.string = string_;
    return cell;
}

} // namespace bilan::ods
