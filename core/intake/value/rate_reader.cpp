// SPDX-License-Identifier: MPL-2.0
#include "intake/value/rate_reader.hpp"

#include "base/text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

#include <cmath>

namespace bilan::intake {

namespace {

/// 1.05 in a column of fractions is 105 %, not 1.05 %.
constexpr double highest_fraction = 1.5;

Reading within_one(double rate, std::optional<Note> said)
{
    const bool is_outside = rate < 0 || rate > 1;
    Reading reading = Reading::of(as_on_paper(rate));
    reading.note = std::move(said);
    if (is_outside && !reading.note) reading.note = note(Cause::rate_above_one, {number_said(rate * 100, "\u00A0%")});
    return reading;
}

} // namespace

RateReader::RateReader(const ColumnContext& context) : unit_(unit_of_header(context.unit, context.header)) {}

void RateReader::show_bare(double value)
{
    const double size = std::abs(value);
    if (size == 0 || size == 1) return; // says nothing about the scale
    if (size < 1 || (size < highest_fraction && size != std::trunc(size))) {
        ++below_one_;
    } else {
        ++above_one_;
        has_decimals_above_one_ = has_decimals_above_one_ || size != std::trunc(size);
    }
}

void RateReader::show_text(std::string_view text)
{
    texts_.show(text);
    const NumberText& number = texts_.at(texts_.size() - 1);
    if (number.shape == NumberShape::plain && !number.is_percent && number.unsettled == 0) show_bare(number.value);
}

void RateReader::show_number(const Cell& cell)
{
    if (cell.type() == CellType::number && cell.tag.format() != FormatClass::percent && std::isfinite(cell.number))
        show_bare(cell.number);
}

Reading RateReader::read_text(std::size_t index, std::string_view text)
{
    NumberText number = texts_.at(index);
    if (auto refused = refusal_of(number, text)) return std::move(*refused);
    if (texts_.settle(number, false) == NumberColumn::Settled::not_at_all)
        return Reading::refused(
            note(Cause::unsettled, {quoted(text), number_said(number.value), number_said(number.as_decimal)}));
    // « 2 pers. » are no 2 %; « 60 % de femmes » says what it is.
    const bool counts_people = !number.is_percent && (number.counts_persons || number.counts_families);
    if (number.is_euro || number.factor != 1 || counts_people)
        return Reading::refused(note(Cause::no_number, {quoted(text)}));
    const double rate = number.is_percent ? as_on_paper(number.value / 100) : number.value;
    std::optional<Note> said = doubt_of(number, text, rate);
    if (!said && !number.unit.empty())
        said = note(Cause::unit_glued, data::Severity::alert,
                    {quoted(text), number_said(rate), base::for_display(number.unit)});
    if (!number.is_percent) return read_bare(number.value, std::move(said));
    return within_one(rate, std::move(said));
}

Reading RateReader::read_bare(double value, std::optional<Note> said)
{
    const double size = std::abs(value);
    if (size == 0) return within_one(0, std::move(said));
    if (above_one_ == 0 && below_one_ == 0) // only ones: all of it, or one percent
        return Reading::refused(note(Cause::unsettled_rate, {number_said(value)}));
    const bool is_fraction = size < 1 || (size < highest_fraction && size != std::trunc(size));
    if (is_in_percents()) {
        // 0.12 among 45, 60: a fraction. 0.8 among 45.5, 60.2: less than one percent.
        const bool is_odd = size < 1;
        const bool is_whole_rate = is_odd && !has_decimals_above_one_;
        const double rate = is_whole_rate ? value : value / 100;
        if (is_odd)
            return Reading::of(as_on_paper(rate),
                               note(Cause::odd_fraction, {number_said(value), number_said(rate * 100)}));
        has_read_percents_ = true;
        return within_one(rate, std::move(said));
    }
    if (!is_fraction && size != 1)
        return Reading::of(as_on_paper(value / 100),
                           note(Cause::count_as_rate, {number_said(value), number_said(value)}));
    has_read_fractions_ = true;
    return within_one(value, std::move(said));
}

Reading RateReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return Reading::refused(note(Cause::boolean_as_number, {printed(cell)}));
    if (!std::isfinite(cell.number)) return Reading::refused(note(Cause::excel_error, {printed(cell)}));
    if (cell.type() == CellType::date) return Reading::refused(note(Cause::date_as_number, {printed(cell)}));
    const FormatClass format = cell.tag.format();
    if (format == FormatClass::time || format == FormatClass::duration)
        return Reading::refused(note(Cause::time_as_number));
    if (format != FormatClass::percent) return read_bare(cell.number, std::nullopt);
    // 12 typed into a cell that had a percent format already shows 1200 %.
    if (cell.number >= 2 && cell.number <= 100 && cell.number == std::trunc(cell.number))
        return Reading::of(as_on_paper(cell.number / 100),
                           note(Cause::count_as_rate, {printed(cell), printed(cell.number)}));
    return within_one(cell.number, std::nullopt);
}

std::vector<Note> RateReader::column_notes() const
{
    if (has_read_percents_) return {note(Cause::column_in_percent, {"12 = 12\u00A0%"})};
    if (has_read_fractions_ && unit_.is_percent) return {note(Cause::column_in_percent, {"0,12 = 12\u00A0%"})};
    return {};
}

} // namespace bilan::intake
