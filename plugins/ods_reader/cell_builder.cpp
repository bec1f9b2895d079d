// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/cell_builder.hpp"

#include "cells/codes.hpp"
#include "cells/error_text.hpp"
#include "ods_reader/codes.hpp"
#include "ods_reader/duration.hpp"
#include "xml/characters.hpp"
#include "xml/number_text.hpp"
#include "xml/scan_text.hpp"

#include <array>
#include <charconv>
#include <cstring>

namespace bilan::ods {
namespace {

constexpr double first_day = -693'593; // 1 January of year 1

std::string digits_of(double number)
{
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

std::uint64_t hash_of(std::string_view text)
{
    constexpr std::uint64_t factor = 0x9E37'79B9'7F4A'7C15;
    std::uint64_t hash = text.size() * factor;
    const auto mix = [&](std::uint64_t word) {
        hash = (hash ^ word) * factor;
        hash ^= hash >> 32U;
    };
    const char* const at = text.data();
    const std::size_t size = text.size();
    if (size >= 8) { // the last word overlaps the one before
        for (std::size_t done = 0; done + 8 < size; done += 8) mix(xml::word_at(at + done));
        mix(xml::word_at(at + size - 8));
    } else if (size >= 4) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::memcpy(&first, at, 4);
        std::memcpy(&last, at + size - 4, 4);
        mix(std::uint64_t{first} << 32U | last);
    } else if (size > 0) {
        const auto byte = [](char letter) { return std::uint64_t{static_cast<unsigned char>(letter)}; };
        mix(byte(at[0]) << 16U | byte(at[size / 2]) << 8U | byte(at[size - 1]));
    }
    return hash * factor;
}

bool is_calendar(FormatClass format)
{
    return format == FormatClass::date || format == FormatClass::datetime || format == FormatClass::time;
}

} // namespace

void CellBuilder::rewind(const Mark& mark)
{
    remarks().forget_after(mark.remarks);
    book().cells = mark.cells;
}

void CellBuilder::make_room(std::uint64_t count)
{
    const std::uint64_t most = guard().limits().cells;
    if (count > most || book().cells + count > most) guard().refuse_limit("cells", most, grid().facts.name);
}

void CellBuilder::copy(CellPosition from, CellPosition to)
{
    const Cell cell = grid().at(from);
    put_bits(cells::CellSpot{to, 0, false}, cell.tag, cell.bits);
}

void CellBuilder::put_text(const cells::CellSpot& spot, std::string_view text)
{
    const std::uint64_t hash = hash_of(text);
    const std::uint32_t mark = static_cast<std::uint32_t>(hash) | 1U;
    Known& known = known_[hash >> 52U];
    if (known.mark == mark && book().texts.at(known.id) == text) return put_bits(spot, CellType::text, known.id);
    put_new_text(spot, text);
    known = {mark, grid().at(spot.at).text()};
}

void CellBuilder::put(const CellInput& cell)
{
    if (put_error(cell)) return;
    if (cell.type == "string") // an empty value beside a text that is shown is a slip of the writer
        return put_string(cell, cell.string && !cell.string->empty() ? *cell.string : cell.shown);
    if (cell.type == "float" || cell.type == "percentage" || cell.type == "currency") return put_number(cell);
    if (cell.type == "boolean") return put_boolean(cell);
    if (cell.type == "date") {
        if (!cell.date) return put_untold(cell);
        if (!put_date(cell, *cell.date)) put_shown(cell, code::bad_date, *cell.date);
        return;
    }
    if (cell.type == "time") {
        if (!cell.time) return put_untold(cell);
        if (!put_time(cell, *cell.time)) put_shown(cell, code::bad_duration, *cell.time);
        return;
    }
    if (!cell.type.empty() && cell.type != "void")
        remarks().add(code::bad_cell_type, cell.at, {cells::excerpt(cell.type)});
    const std::string_view text = cell.string.value_or(cell.shown);
    if (text.empty() && cell.is_formula) return put_bits(cell, CellType::empty, 0);
    put_string(cell, text);
}

/// Old programs store an error as the number 0 that shows `#DIV/0!`; new ones as an empty text that shows it.
bool CellBuilder::put_error(const CellInput& cell)
{
    if (!cell.is_error && !cell.is_formula && (cell.type.empty() || cell.type == "string")) return false;
    const std::optional<CellError> error = cells::error_of(cell.shown);
    if (!error && !cell.is_error) return false;
    if (error.value_or(CellError::other) == CellError::other)
        remarks().add(cells::code::unknown_error, cell.at, {cells::excerpt(cell.shown)});
    put_bits(cell, CellType::error, static_cast<std::uint64_t>(error.value_or(CellError::other)));
    return true;
}

void CellBuilder::put_number(const CellInput& cell)
{
    if (!cell.number) return put_untold(cell);
    const std::optional<double> number = xml::number_of(xml::trim_blanks(*cell.number));
    if (!number) return put_shown(cell, cells::code::bad_number, *cell.number);
    if (cell.type == "percentage") return put_percentage(cell, *number);
    if (cell.type == "currency") return put_currency(cell, *number);
    put_float(cell, *number);
}

void CellBuilder::put_string(const CellInput& cell, std::string_view text)
{
    if (!text.empty() || cell.is_formula) put_text(cell, text);
}

void CellBuilder::put_boolean(const CellInput& cell)
{
    if (!cell.boolean) return put_untold(cell);
    if (*cell.boolean != "true" && *cell.boolean != "false") return put_shown(cell, code::bad_boolean, *cell.boolean);
    put_bits(cell, CellType::boolean, *cell.boolean == "true" ? 1 : 0);
}

/// The type promises a value, and the attribute that holds it is missing. What people see cannot be trusted to be it:
/// it is written in somebody's language and rounded.
void CellBuilder::put_untold(const CellInput& cell)
{
    if (!cell.shown.empty()) return put_shown(cell, code::missing_value, cell.shown);
    if (cell.is_formula) put_bits(cell, CellType::empty, 0);
}

void CellBuilder::put_shown(const CellInput& cell, std::string_view code, std::string_view read)
{
    remarks().add(code, cell.at, {cells::excerpt(read)});
    put_string(cell, cell.shown.empty() ? read : cell.shown);
}

void CellBuilder::put_as(const cells::CellSpot& spot, FormatClass format, double number)
{
    put_with(spot, CellType::number, format, number);
}

void CellBuilder::put_with(const cells::CellSpot& spot, CellType type, FormatClass format, double number)
{
    const bool is_struck = book().styles.number_tag(spot.style).is_struck();
    put_bits(spot, CellTag(type, format, spot.is_formula, is_struck), std::bit_cast<std::uint64_t>(number));
}

bool CellBuilder::put_date(const cells::CellSpot& spot, std::string_view text)
{
    const std::optional<cells::IsoDate> date = cells::iso_date(text);
    if (!date || date->serial < first_day || date->serial >= cells::end_of_serials) return false;
    const FormatClass styled = book().styles.number_tag(spot.style).format();
    put_with(spot, CellType::date, is_calendar(styled) ? styled : date->format, date->serial);
    return true;
}

bool CellBuilder::put_time(const cells::CellSpot& spot, std::string_view text)
{
    const std::optional<double> days = days_of_duration(text);
    if (!days) return false;
    const FormatClass styled = book().styles.number_tag(spot.style).format();
    if (is_calendar(styled))
        put_serial(spot, *days);
    else if (styled != FormatClass::duration && *days >= 0 && *days < 1)
        put_with(spot, CellType::date, FormatClass::time, *days);
    else
        put_with(spot, CellType::number, FormatClass::duration, *days);
    return true;
}

/// A number of days under a style of dates or times, counted from the document's own day 0. Under a time, whole days
/// are part of a date only where they can be one of this age; below they are hours beyond 24 that the style does not
/// show.
void CellBuilder::put_serial(const cells::CellSpot& spot, double days)
{
    const FormatClass styled = book().styles.number_tag(spot.style).format();
    if (styled == FormatClass::time && days < 0) return put_with(spot, CellType::number, FormatClass::duration, days);
    const bool is_time = styled == FormatClass::time && days < cells::first_usual_serial;
    const double serial = is_time ? days : days + null_date_;
    if (serial >= first_day && serial < cells::end_of_serials) return put_with(spot, CellType::date, styled, serial);
    remarks().add(cells::code::date_out_of_range, spot.at, {digits_of(days)});
    put_with(spot, CellType::number, styled, days);
}

} // namespace bilan::ods
