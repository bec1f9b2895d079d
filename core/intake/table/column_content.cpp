// SPDX-License-Identifier: MPL-2.0
#include "intake/table/column_content.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/header/persons.hpp"
#include "intake/value/birth_data.hpp"
#include "intake/value/boolean_reader.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/date_text.hpp"
#include "intake/value/told_year.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

bool is_padded(std::string_view text)
{
    return text.size() > 1 && text.front() == '0' &&
           std::all_of(text.begin(), text.end(), [](char character) { return character >= '0' && character <= '9'; }) &&
           text.find_first_not_of('0') != std::string_view::npos;
}

} // namespace

ColumnContent::Look ColumnContent::look_at(std::string_view written)
{
    // `<b>61</b>`, « 3 000&nbsp;€ », `**4000**`: what stands below the marks, as the cell will be read.
    const std::string bare = may_have_marks(written) ? clean_text(written).text : std::string();
    const std::string_view text = bare.empty() ? written : std::string_view(bare);
    constexpr std::size_t longest_tick = 20;
    Look look;
    look.kind = looks(text);
    look.is_tick = boolean_of(base::fold(base::head(base::trim(text), longest_tick))).has_value();
    if (look.kind == Looks::number) look.number = plain_number(text).value_or(0);
    look.is_padded = look.kind == Looks::number && is_padded(base::trim(text));
    if (look.kind == Looks::text) {
        look.is_person = looks_like_person(base::trim(text));
        look.is_called = look.is_person && calls_a_person(base::trim(text));
        look.is_first_name = is_lone_first_name(base::trim(text));
    }
    look.tells_birth = tells_day_of_birth(text);
    if (look.kind == Looks::date) {
        const DateText date = read_date_text(text);
        look.is_birth = date.shape == DateShape::day && is_birth_year(date.first.year);
    }
    return look;
}

void ColumnContent::keep_some(std::string_view text)
{
    constexpr std::size_t kept = 12;
    constexpr std::size_t longest = 120;
    std::vector<std::string>& some = content_.some_texts;
    if (some.size() >= kept || text.size() > longest) return;
    std::string folded = base::fold(text);
    if (std::find(some.begin(), some.end(), folded) == some.end()) some.push_back(std::move(folded));
}

void ColumnContent::count_text(const Look& look)
{
    if (look.is_tick) {
        ++content_.ticks;
        if (look.kind == Looks::nothing) ++content_.crosses;
    }
    if (look.kind == Looks::nothing) return;
    content_.padded += static_cast<std::uint32_t>(look.is_padded);
    if (look.kind == Looks::number) return content_.add_number(look.number);
    ++content_.filled;
    content_.dates += static_cast<std::uint32_t>(look.kind == Looks::date);
    content_.births += static_cast<std::uint32_t>(look.is_birth);
    content_.told_births += static_cast<std::uint32_t>(look.tells_birth);
    content_.texts += static_cast<std::uint32_t>(look.kind == Looks::text);
    content_.persons += static_cast<std::uint32_t>(look.is_person);
    content_.called += static_cast<std::uint32_t>(look.is_called);
    content_.first_names += static_cast<std::uint32_t>(look.is_first_name);
    content_.mails += static_cast<std::uint32_t>(look.kind == Looks::mail);
    content_.phones += static_cast<std::uint32_t>(look.kind == Looks::phone);
    content_.national_ids += static_cast<std::uint32_t>(look.kind == Looks::national_id);
}

bool ColumnContent::add(std::uint32_t row)
{
    const Cell cell = view_->at(row, column_);
    if (!view_->is_filled(cell)) return false;
    content_.print = (content_.print ^ (cell.bits + row * 0x9E3779B97F4A7C15ULL)) * 0x100000001B3ULL;
    if (cell.type() == CellType::text) {
        const auto [look, is_new] = looks_.try_emplace(cell.text());
        const std::string_view text = view_->book().text(cell);
        if (is_new) look->second = look_at(text);
        const bool is_span = look->second.kind == Looks::date && tells_a_year(text); // « 2023-2024 »
        if (is_new && (look->second.kind == Looks::text || is_span)) keep_some(text);
        if (is_new && look->second.kind == Looks::text) ++content_.different_texts;
        if (is_new && look->second.is_first_name) ++content_.different_first_names;
        count_text(look->second);
        // « 45 % » is less than one, whatever its digits say.
        if (look->second.kind == Looks::number && text.find('%') != std::string_view::npos) ++content_.fractions;
    } else if (cell.type() == CellType::number) {
        content_.add_number(cell.number);
        if (cell.number == 0 || cell.number == 1) ++content_.ticks;
        constexpr double smallest_national_id = 1e12;
        if (cell.number >= smallest_national_id && is_national_id(base::shortest(cell.number))) ++content_.national_ids;
    } else if (cell.type() == CellType::boolean) {
        ++content_.filled;
        ++content_.ticks;
    } else if (cell.type() == CellType::date) {
        ++content_.filled;
        ++content_.dates;
        if (const auto date = base::civil_of(cell.number); date && is_birth_year(date->year)) ++content_.births;
    }
    return true;
}

} // namespace bilan::intake
