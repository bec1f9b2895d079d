// SPDX-License-Identifier: MPL-2.0
#include "intake/value/date_reader.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

constexpr double first_serial = 20000; // October 1954
constexpr double last_serial = 73050;  // the end of 2099
constexpr int first_probable_year = 1950;
constexpr int last_probable_year = 2100;

std::string shown(const base::CivilDate& date)
{
    return base::for_people(date, base::Language::french);
}

bool is_serial(double number)
{
    return number >= first_serial && number <= last_serial;
}

bool is_improbable(const base::CivilDate& date)
{
    return date.year < first_probable_year || date.year > last_probable_year;
}

} // namespace

DateReader::DateReader(const ColumnContext& context, PeriodEnd end) : context_(context), end_(end), year_(context.year)
{
}

namespace {

/// « Arrêté n° 2015-0412 du 12/03/2015 », « 2015-0412 du 12/03/2015 »: the day of an act that is named by it. Empty for
/// all else: « renouvelé le » is another day than that of the act.
std::string_view day_of_act(std::string_view text)
{
    constexpr std::array<std::string_view, 6> acts{"n\u00B0", "arrete", "ap ", "ap n", "deliberation", "decision"};
    constexpr std::string_view day = " du ";
    const std::string folded = base::fold(text);
    const std::size_t at = text.rfind(day);
    constexpr std::size_t shortest_number = 6;
    const std::size_t number = text.find_first_not_of("0123456789-/.");
    const bool is_act = (number == at && number != std::string_view::npos && number >= shortest_number) ||
                        std::ranges::any_of(acts, [&](std::string_view act) { return folded.starts_with(act); });
    return is_act && at != std::string_view::npos ? text.substr(at + day.size()) : std::string_view();
}

/// « 2023 (prolongé) » is read without its note, and is then no sure date any more. A note with digits may be another.
DateText read_beside_note(std::string_view text, const DateOptions& options)
{
    DateText found = read_date_text(text, options);
    if (found.shape == DateShape::nothing)
        if (const std::string_view act = day_of_act(text); !act.empty())
            if (DateText day = read_date_text(act, options); day.shape == DateShape::day) return day;
    const std::string_view whole = base::trim(text);
    const std::size_t note = whole.find('(');
    const bool has_note = found.shape == DateShape::nothing && note != std::string_view::npos && note > 0 &&
                          whole.ends_with(')') && whole.find_first_of("0123456789", note) == std::string_view::npos;
    if (!has_note) return found;
    DateText before = read_date_text(whole.substr(0, note), options);
    if (!before.has_date()) return found;
    before.is_vague = true;
    return before;
}

/// « jusqu'au 30/06/2024 » says nothing of the first day, « à partir du 01/03/2024 » nothing of the last.
bool opens_with_any(std::string_view text, std::initializer_list<std::string_view> openings)
{
    const std::string folded = base::fold(text);
    return std::ranges::any_of(openings, [&](std::string_view words) { return folded.starts_with(words); });
}

} // namespace

void DateReader::show_text(std::string_view text)
{
    dates_.push_back(read_beside_note(text, {year_, false}));
    if (dates_.back().is_month_first) ++american_;
    if (dates_.back().is_day_first) ++french_;
    if (dates_.back().is_order_open) ++open_;
}

/// A program that reads 12/31/2024 in the French order leaves it as text and turns 03/04/2024 round: a real date after
/// the 12th was never touched.
void DateReader::show_number(const Cell& cell)
{
    if (cell.type() != CellType::date || french_ > 0) return; // one says as much as many
    if (const auto date = base::civil_of(cell.number); date && date->day > 12) ++french_;
}

Reading DateReader::read_text(std::size_t index, std::string_view text)
{
    const DateText& as_french = dates_[index];
    if (as_french.is_order_open && is_american()) return read_found(read_beside_note(text, {year_, true}), text);
    if (as_french.shape == DateShape::nothing)
        if (const auto number = base::parse_number(plain_spelling(text)); number && is_serial(*number))
            return read_number(*number);
    return read_found(as_french, text);
}

base::CivilDate DateReader::chosen(const DateText& date) const
{
    // « fin juin » ends when June does; « juin » alone is June, of which the first day is kept.
    const bool is_end = date.is_longer_than_a_month() || date.is_part_of_month();
    const bool is_last = end_ == PeriodEnd::both_last || (end_ == PeriodEnd::own_last && is_end);
    return is_last ? date.last : date.first;
}

Reading DateReader::read_found(const DateText& date, std::string_view text) const
{
    switch (date.shape) {
    case DateShape::nothing: return Reading::refused(note(Cause::no_date, {quoted(text)}));
    case DateShape::impossible: return Reading::refused(note(Cause::impossible_date, {quoted(text)}));
    case DateShape::no_year: return Reading::refused(note(Cause::no_exercise, {quoted(text)}));
    default: break;
    }
    if (date.shape == DateShape::day && end_ == PeriodEnd::both_first && opens_with_any(text, {"jusqu", "avant le"})) {
        Reading open = Reading::none(data::State::not_given);
        open.note = note(Cause::end_only, {quoted(text), shown(date.last)});
        return open;
    }
    if (date.shape == DateShape::day && end_ == PeriodEnd::both_last &&
        opens_with_any(text, {"a partir d", "a compter d", "depuis", "des le"}))
        return Reading::none(data::State::not_given); // the reader of the first day says it
    const base::CivilDate kept = chosen(date);
    Reading reading = Reading::of(base::serial_of(kept));
    reading.note = note_of(date, text, kept);
    return reading;
}

std::optional<Note> DateReader::note_of(const DateText& date, std::string_view text, const base::CivilDate& kept) const
{
    const auto say = [&](Cause cause) { return note(cause, {quoted(text), shown(kept)}); };
    if (is_improbable(kept)) return note(Cause::improbable_date, {quoted(text)});
    if (date.is_month_first) return say(Cause::american_date);
    if (date.is_order_open && (american_ > 0 || is_american()))
        return say(french_ > 0 || is_american() ? Cause::month_day_settled : Cause::month_day_open);
    if (date.is_year_guessed) return say(Cause::date_without_year);
    if (date.is_vague) return say(Cause::vague_period);
    const bool has_both = end_ == PeriodEnd::both_first || end_ == PeriodEnd::both_last;
    if (date.shape != DateShape::day && !has_both) return say(Cause::period_start);
    if (context_.numbers_are_texts) return std::nullopt;
    if (quoted(text) == shown(kept)) return note(Cause::text_date, {quoted(text)}); // the same words twice say nothing
    return say(Cause::rewritten);
}

Reading DateReader::read_number(double number) const
{
    const std::string written = printed(number);
    if (number == std::trunc(number) && number >= 1900 && number <= 2200)
        return read_found(read_date_text(written, {year_, false}), written);
    if (!is_serial(number)) {
        const DateText compact = read_date_text(written, {year_, false}); // 20241231
        if (compact.shape == DateShape::day && number > last_serial) return read_found(compact, written);
        return Reading::refused(note(Cause::no_date, {written}));
    }
    if (context_.is_date_1904) return Reading::refused(note(Cause::doubtful_serial, {written}));
    const auto date = base::civil_of(number);
    if (!date) return Reading::refused(note(Cause::no_date, {written}));
    return Reading::of(std::floor(number), note(Cause::serial_date, {written, shown(*date)}));
}

Reading DateReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return Reading::refused(note(Cause::boolean_as_number, {printed(cell)}));
    if (!std::isfinite(cell.number)) return Reading::refused(note(Cause::excel_error, {printed(cell)}));
    if (cell.type() != CellType::date) return read_number(cell.number);
    const auto date = base::civil_of(cell.number);
    if (!date || cell.number < 1) return Reading::refused(note(Cause::no_date, {printed(cell)}));
    const double day = std::floor(cell.number);
    if (is_improbable(*date)) return Reading::of(day, note(Cause::improbable_date, {printed(cell)}));
    // Beside texts in the American order, a spreadsheet program has turned the other dates round.
    if (is_american() && date->day <= 12 && date->day != date->month)
        return Reading::of(day, note(Cause::month_day_settled, {printed(cell), shown(*date)}));
    return Reading::of(day);
}

std::optional<double> DateReader::plain_number(const Cell& cell) const
{
    static const double first = base::serial_of({first_probable_year, 1, 1});
    static const double beyond = base::serial_of({last_probable_year + 1, 1, 1});
    if (cell.type() != CellType::date || is_american()) return std::nullopt;
    return cell.number >= first && cell.number < beyond ? std::optional(std::floor(cell.number)) : std::nullopt;
}

} // namespace bilan::intake
