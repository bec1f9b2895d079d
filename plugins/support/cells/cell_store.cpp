// SPDX-License-Identifier: MPL-2.0
#include "cells/cell_store.hpp"

#include "cells/codes.hpp"
#include "cells/shown_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace bilan::cells {
namespace {

bool is_calendar(FormatClass format)
{
    return format == FormatClass::date || format == FormatClass::datetime || format == FormatClass::time;
}

std::string digits_of(double number)
{
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

} // namespace

CellStore::CellStore(BookContext& book, Grid& grid, Remarks& remarks)
    : book_(book), grid_(grid), remarks_(remarks), tags_(book.styles.number_tags()),
      most_cells_(book.guard.limits().cells)
{
    const std::uint64_t taken = book.finished_bytes + book.texts.bytes();
    const std::uint64_t most = book.guard.limits().memory_bytes;
    most_bytes_ = most > taken ? most - taken : 0;
}

void CellStore::refuse_size() const
{
    const ReadLimits& limits = book_.guard.limits();
    if (book_.cells > most_cells_) book_.guard.refuse_limit("cells", limits.cells, grid_.facts.name);
    book_.guard.refuse_limit("memory_bytes", limits.memory_bytes, grid_.facts.name);
}

CellTag CellStore::tag(const CellSpot& spot, CellType type) const
{
    if (!book_.styles.knows(spot.style)) remarks_.add(code::bad_style, spot.at, {std::to_string(spot.style)});
    return book_.styles.tag(type, spot.style, spot.is_formula);
}

void CellStore::put_shown(const CellSpot& spot, double number, std::string_view unit)
{
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
    std::string text(digits.data(), end);
    std::ranges::replace(text, '.', ','); // « 1.234 k€ » might be thousands
    put_text(spot, text + ' ' + std::string(unit));
}

void CellStore::put_odd_number(const CellSpot& spot, double number)
{
    const std::string_view unit = book_.styles.unit(spot.style);
    if (!unit.empty() && std::isfinite(number)) return put_shown(spot, number, unit);
    if (const Styles::Odd* const odd = book_.styles.odd(spot.style)) {
        if (!odd->is_lost) return put_under(spot, odd->code, number);
        remarks_.add_once(code::lost_format, spot.at, {odd->code});
    }
    const CellTag styled = tag(spot, CellType::number);
    if (is_calendar(styled.format())) return put_dated(spot, styled.format(), number);
    put_bits(spot, styled, std::bit_cast<std::uint64_t>(number));
}

void CellStore::put_under(const CellSpot& spot, std::string_view format_code, double number)
{
    const Shown shown = shown_as(format_code, number);
    if (shown.showing == Showing::code) {
        remarks_.add_once(code::shown_code, spot.at, {excerpt(format_code), shown.code});
        return put_text(spot, shown.code);
    }
    if (shown.showing == Showing::otherwise)
        remarks_.add_once(code::shown_otherwise, spot.at, {excerpt(format_code), digits_of(number)});
    const CellTag styled = tag(spot, CellType::number);
    const FormatClass format = shown.format.value_or(styled.format());
    if (is_calendar(format)) return put_dated(spot, format, number);
    put_bits(spot, CellTag(CellType::number, format, spot.is_formula, styled.is_struck()),
             std::bit_cast<std::uint64_t>(number));
}

/// A number of days in the system of the file.
void CellStore::put_dated(const CellSpot& spot, FormatClass format, double number)
{
    const SerialDate date = normalised(number, format, book_.is_1904);
    if (!date.is_in_range) remarks_.add(code::date_out_of_range, spot.at, {digits_of(number)});
    if (date.is_leap_day_1900) remarks_.add(code::leap_day_1900, spot.at);
    put_bits(spot,
             CellTag(date.is_in_range ? CellType::date : CellType::number, format, spot.is_formula,
                     book_.styles.number_tag(spot.style).is_struck()),
             std::bit_cast<std::uint64_t>(date.serial));
}

void CellStore::put_text(const CellSpot& spot, std::string_view text)
{
    check_text(text);
    put_stored_text(spot, book_.texts.intern(text));
}

void CellStore::put_new_text(const CellSpot& spot, std::string_view text)
{
    check_text(text);
    put_stored_text(spot, book_.texts.add(text));
}

void CellStore::check_text(std::string_view text) const
{
    const std::uint32_t most = book_.guard.limits().text_bytes;
    if (text.size() > most) book_.guard.refuse_limit("text_bytes", most, grid_.facts.name);
}

void CellStore::put_stored_text(const CellSpot& spot, std::uint32_t id)
{
    const ReadLimits& limits = book_.guard.limits();
    if (id >= limits.texts) book_.guard.refuse_limit("texts", limits.texts, grid_.facts.name);
    const std::uint64_t taken = book_.finished_bytes + book_.texts.bytes();
    most_bytes_ = limits.memory_bytes > taken ? limits.memory_bytes - taken : 0;
    put_bits(spot, CellType::text, id);
}

void CellStore::put_lost_text(const CellSpot& spot, std::string number)
{
    remarks_.add(code::bad_shared_string, spot.at, {std::move(number)});
    put_bits(spot, CellType::error, static_cast<std::uint64_t>(CellError::other));
}

std::string excerpt(std::string_view text)
{
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) return std::string(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return std::string(text.substr(0, end)) + "\u2026";
}

} // namespace bilan::cells
