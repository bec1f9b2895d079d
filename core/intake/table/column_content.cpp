// SPDX-License-Identifier: MPL-2.0
#include "intake/table/column_content.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/header/persons.hpp"
#include "intake/value/boolean_reader.hpp"
#include "intake/value/date_text.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

void keep_some(ContentProfile& content, std::string_view text)
{
    constexpr std::size_t kept = 12;
    constexpr std::size_t longest = 120;
    if (content.some_texts.size() >= kept || text.size() > longest) return;
    std::string folded = base::fold(text);
    if (std::find(content.some_texts.begin(), content.some_texts.end(), folded) == content.some_texts.end())
        content.some_texts.push_back(std::move(folded));
}

void count_text(ContentProfile& content, std::string_view text)
{
    const Looks kind = looks(text);
    if (boolean_of(base::fold(base::head(base::trim(text), 20)))) {
        ++content.ticks;
        if (kind == Looks::nothing) ++content.crosses;
    }
    if (kind == Looks::nothing) return;
    if (kind == Looks::number) return content.add_number(plain_number(text).value_or(0));
    ++content.filled;
    if (kind == Looks::date) {
        ++content.dates;
        const DateText date = read_date_text(text);
        if (date.shape == DateShape::day && is_birth_year(date.first.year)) ++content.births;
    }
    if (kind == Looks::text) {
        ++content.texts;
        if (looks_like_person(base::trim(text))) ++content.persons;
        keep_some(content, text);
    }
    if (kind == Looks::mail) ++content.mails;
    if (kind == Looks::phone) ++content.phones;
    if (kind == Looks::national_id) ++content.national_ids;
}

} // namespace

bool add_cell(ContentProfile& content, const SheetView& view, std::uint32_t row, std::uint32_t column)
{
    const Cell cell = view.at(row, column);
    if (!view.is_filled(cell)) return false;
    content.print = (content.print ^ (cell.bits + row * 0x9E3779B97F4A7C15ULL)) * 0x100000001B3ULL;
    if (cell.type() == CellType::text) {
        count_text(content, view.book().text(cell));
    } else if (cell.type() == CellType::number) {
        content.add_number(cell.number);
        if (cell.number == 0 || cell.number == 1) ++content.ticks;
        constexpr double smallest_national_id = 1e12;
        if (cell.number >= smallest_national_id && is_national_id(base::shortest(cell.number))) ++content.national_ids;
    } else if (cell.type() == CellType::boolean) {
        ++content.filled;
        ++content.ticks;
    } else if (cell.type() == CellType::date) {
        ++content.filled;
        ++content.dates;
        if (const auto date = base::civil_of(cell.number); date && is_birth_year(date->year)) ++content.births;
    }
    return true;
}

} // namespace bilan::intake
