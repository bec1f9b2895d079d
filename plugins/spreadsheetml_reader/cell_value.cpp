// SPDX-License-Identifier: MPL-2.0
#include "spreadsheetml_reader/cell_value.hpp"

#include "cells/error_text.hpp"
#include "spreadsheetml_reader/codes.hpp"
#include "xml/characters.hpp"
#include "xml/number_text.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace bilan::spreadsheetml {
namespace {

constexpr double days_1904 = 1462; ///< from 30 December 1899 to 1 January 1904

bool is_calendar(FormatClass format)
{
    return format == FormatClass::date || format == FormatClass::datetime || format == FormatClass::time;
}

/// The number that Excel writes as that date. Its calendar of 1900 has a 29 February, and a day 0 before the first.
double stored_serial(double days, bool is_1904)
{
    if (is_1904) return days - days_1904;
    return days < cells::first_usual_serial ? days - 1 : days;
}

/// A day and hours beyond 24, `1899-12-31T53:46:35.000`, as LibreOffice writes a duration: the hours count on from the
/// day. Days in the system of the file.
std::optional<double> beyond_a_day(std::string_view text, bool is_1904)
{
    const std::size_t mark = text.find('T');
    const std::size_t colon = text.find(':');
    if (mark == text.npos || colon == text.npos || colon < mark + 3 || colon > mark + 6) return std::nullopt;
    std::uint32_t hours = 0;
    const auto [end, error] = std::from_chars(text.data() + mark + 1, text.data() + colon, hours);
    const std::optional<cells::IsoDate> day = cells::iso_date(text.substr(0, mark));
    const std::optional<cells::IsoDate> rest = cells::iso_date("00" + std::string(text.substr(colon)));
    if (error != std::errc() || end != text.data() + colon || hours < 24 || !day || !rest) return std::nullopt;
    if (day->format != FormatClass::date || rest->format != FormatClass::time) return std::nullopt;
    return stored_serial(day->serial, is_1904) + hours / 24.0 + rest->serial;
}

void put_beyond_a_day(cells::CellStore& cells, const cells::CellSpot& spot, const cells::Styles& styles, double days)
{
    const CellTag styled = styles.number_tag(spot.style);
    if (is_calendar(styled.format()) || styled.format() == FormatClass::duration)
        return cells.put_odd_number(spot, days);
    cells.put_bits(spot, CellTag(CellType::number, FormatClass::duration, spot.is_formula, styled.is_struck()),
                   std::bit_cast<std::uint64_t>(days));
}

/// Dates, times and durations are all written as a moment: a style tells them apart, and where none does, they are
/// what they look like.
void put_moment(cells::CellStore& cells, const cells::CellSpot& spot, const cells::Styles& styles, bool is_1904,
                std::string_view text)
{
    if (const std::optional<double> days = beyond_a_day(text, is_1904))
        return put_beyond_a_day(cells, spot, styles, *days);
    const std::optional<cells::IsoDate> date = cells::iso_date(text);
    if (!date) {
        cells.remarks().add(code::bad_iso_date, spot.at, {cells::excerpt(text)});
        return cells.put_text(spot, text);
    }
    const CellTag styled = styles.number_tag(spot.style);
    if (is_calendar(styled.format()) || styled.format() == FormatClass::duration)
        return cells.put_odd_number(spot, stored_serial(date->serial, is_1904));
    const bool is_day = date->format == FormatClass::datetime && date->serial == std::floor(date->serial);
    const FormatClass format = is_day ? FormatClass::date : date->format;
    cells.put_bits(spot, CellTag(CellType::date, format, spot.is_formula, styled.is_struck()),
                   std::bit_cast<std::uint64_t>(date->serial));
}

void put_error(cells::CellStore& cells, const cells::CellSpot& spot, std::string_view text)
{
    const std::optional<CellError> error = cells::error_written(text);
    if (!error) cells.remarks().add(code::unknown_error, spot.at, {cells::excerpt(text)});
    cells.put_bits(spot, CellType::error, static_cast<std::uint64_t>(error.value_or(CellError::other)));
}

void put_boolean(cells::CellStore& cells, const cells::CellSpot& spot, std::string_view text)
{
    const bool is_one = text == "1" || text == "True" || text == "true";
    if (is_one || text == "0" || text == "False" || text == "false")
        return cells.put_bits(spot, CellType::boolean, is_one ? 1 : 0);
    cells.remarks().add(code::bad_boolean, spot.at, {cells::excerpt(text)});
    cells.put_text(spot, text);
}

} // namespace

void put_value(cells::CellStore& cells, const cells::CellSpot& spot, const cells::Styles& styles, bool is_1904,
               std::string_view type, std::string_view text)
{
    const std::string_view bare = xml::trim_blanks(text);
    const bool is_known = type == "Number" || type == "DateTime" || type == "Boolean" || type == "Error";
    if (type == "String" || !is_known) {
        if (type != "String") cells.remarks().add(code::bad_cell_type, spot.at, {cells::excerpt(type)});
        if (!text.empty() || spot.is_formula) cells.put_text(spot, text);
    } else if (bare.empty()) {
        if (spot.is_formula) cells.put_bits(spot, CellType::empty, 0);
    } else if (type == "DateTime") {
        put_moment(cells, spot, styles, is_1904, bare);
    } else if (type == "Boolean") {
        put_boolean(cells, spot, bare);
    } else if (type == "Error") {
        put_error(cells, spot, bare);
    } else if (const std::optional<double> number = xml::number_of(bare)) {
        cells.put_odd_number(spot, *number);
    } else {
        cells.remarks().add(code::bad_number, spot.at, {cells::excerpt(bare)});
        cells.put_text(spot, bare);
    }
}

} // namespace bilan::spreadsheetml
