// SPDX-License-Identifier: MPL-2.0
#include "intake/value/number_reader.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace bilan::intake {

namespace {

constexpr double one_thousand = 1000;
constexpr double secret_up_to = 11; // the highest threshold of statistical secrecy (domain.md 8.1)

/// 11.999999999999998, a sum of a spreadsheet, counts 12.
double without_noise(double value)
{
    const double whole = std::round(value);
    return std::abs(value - whole) <= 1e-9 * std::max(1.0, std::abs(value)) ? whole : value;
}

/// The number that somebody typed into a cell with the format of a date, from the day that it became; nothing for the
/// two numbers that became 28 February 1900.
std::optional<double> stored_number(double day, const ColumnContext& context)
{
    constexpr double days_1904 = 1462; // from 30 December 1899 to 1 January 1904
    constexpr double last_of_february = 60;
    if (context.is_date_1904) return day >= days_1904 ? day - days_1904 : day;
    if (!context.has_leap_day_1900 || day > last_of_february) return day;
    return day == last_of_february ? std::nullopt : std::optional(day - 1);
}

/// The middle one of those below, of which there are enough; and none of them comes near.
bool is_a_thousand_times(const std::vector<double>& sorted, std::size_t at)
{
    constexpr std::size_t fewest = 3;
    constexpr double near = 10;
    return at >= fewest && at * 2 > sorted.size() && sorted[at] >= one_thousand * sorted[(at - 1) / 2] &&
           sorted[at] >= near * sorted[at - 1];
}

} // namespace

NumberReader::NumberReader(const ColumnContext& context) : context_(context)
{
    if (is_money())
        unit_ = unit_of_amounts(context.unit, context.header);
    else
        unit_ = unit_of_numbers(context.unit, context.header);
}

void NumberReader::show_text(std::string_view text)
{
    texts_.show(text);
    const NumberText& number = texts_.at(texts_.size() - 1);
    const bool says_unit = number.is_euro || number.factor != 1;
    if (unit_.factor != 1 && number.shape == NumberShape::plain && !says_unit && number.unsettled == 0)
        amounts_.push_back(number.value);
    if (number.shape == NumberShape::plain && !says_unit && number.unsettled == 0) show_amount(number.value);
    if (number.shape == NumberShape::plain && unit_.factor == 1) scale_.factor = std::max(scale_.factor, number.factor);
}

void NumberReader::show_number(const Cell& cell)
{
    if (unit_.factor != 1 && std::isfinite(cell.number)) amounts_.push_back(cell.number);
    if (cell.tag.format() != FormatClass::currency) show_amount(cell.number);
}

void NumberReader::show_amount(double amount)
{
    if (!is_money() || unit_.factor != 1 || unit_.is_euro || !(amount > 0) || !std::isfinite(amount)) return;
    scale_.most = std::max(scale_.most, amount);
    if (amount < one_thousand) {
        ++scale_.small;
        return;
    }
    scale_.least_large = scale_.large == 0 ? amount : std::min(scale_.least_large, amount);
    ++scale_.large;
}

/// 12 where all others are 8000 to 30000: a hundred times below the least of them, and one of few.
bool NumberReader::may_be_thousands(double amount) const
{
    constexpr double gap = 100;
    constexpr double likely = 10;
    constexpr std::size_t fewest = 3;
    if (scale_.large < fewest || scale_.small > scale_.large / fewest) return false;
    return amount > 0 && amount < one_thousand && amount * gap <= scale_.least_large &&
           amount * one_thousand <= scale_.most * likely;
}

/// 8 beside « 5 k€ », where no amount without a unit is of the size of euros.
bool NumberReader::may_be_of_multiple(double amount) const
{
    return is_money() && scale_.factor != 1 && scale_.large == 0 && amount > 0 && amount < one_thousand;
}

/// What is worth a look about an amount that nothing but its column gives a unit.
std::optional<Note> NumberReader::doubt_of_size(double amount) const
{
    if (may_be_of_multiple(amount))
        return note(Cause::perhaps_in_multiple, {number_said(amount), number_said(amount * scale_.factor)});
    if (may_be_thousands(amount))
        return note(Cause::perhaps_thousands, {number_said(amount), number_said(amount * one_thousand)});
    return std::nullopt;
}

/// 15000 under « k€ » where the others are 5 to 40: a gap of a hundred times and more, above which all would be
/// millions. 85 000 over 27, 45, 98 and 1 180 is no such gap, and a thousand times what is usual there.
bool NumberReader::are_euros(double written)
{
    constexpr double gap = 100;
    constexpr double fewest_euros = 1000;
    if (!from_euros_) {
        from_euros_ = std::numeric_limits<double>::infinity();
        std::erase_if(amounts_, [](double amount) { return !(amount > 0); });
        std::ranges::sort(amounts_);
        for (std::size_t at = 1; at < amounts_.size() && std::isinf(*from_euros_); ++at)
            if (amounts_[at] >= fewest_euros &&
                (amounts_[at] >= gap * amounts_[at - 1] || is_a_thousand_times(amounts_, at)))
                from_euros_ = amounts_[at];
        amounts_.clear();
    }
    return written >= *from_euros_;
}

Note NumberReader::too_large(std::string shown, double written) const
{
    std::string multiplied = number_said(written * unit_.factor);
    if (!is_money()) return note(Cause::ones_in_thousands, {std::move(shown), std::move(multiplied)});
    return note(Cause::euros_in_thousands, {std::move(shown), unit_.name, std::move(multiplied)});
}

bool NumberReader::is_masked(const NumberText& number) const
{
    if (!context_.field->people || number.is_percent || unit_.factor != 1) return false;
    if (number.shape == NumberShape::at_most) return number.value >= 0 && number.value <= secret_up_to;
    return number.shape == NumberShape::several && (number.value == 0 || number.value == 1) &&
           number.second > number.value && number.second <= secret_up_to;
}

Reading NumberReader::read_text(std::size_t index, std::string_view text)
{
    NumberText number = texts_.at(index);
    if (is_masked(number)) return Reading::none(data::State::secret);
    if (auto refused = refusal_of(number, text)) return std::move(*refused);
    if (number.is_percent && (counts() || is_money()))
        return Reading::refused(note(Cause::percent_count, {quoted(text)}));
    // A word that nobody knows may change the size of an amount (« 1,2 M »).
    if (number.has_unknown_words && is_money()) return Reading::refused(note(Cause::no_number, {quoted(text)}));
    const double with_thousands = number.value;
    const double with_decimals = number.as_decimal;
    // « 9,957 k€ » has decimals, as all French numbers with a comma: its three digits are the euros.
    const bool is_in_thousands = unit_.factor != 1 || number.factor != 1;
    const auto settled =
        is_in_thousands ? texts_.settle_thousands(number) : texts_.settle(number, counts() || is_money());
    if (settled == NumberColumn::Settled::not_at_all)
        return Reading::refused(
            note(Cause::unsettled, {quoted(text), number_said(with_thousands), number_said(with_decimals)}));
    const std::size_t before = multiplied_;
    Reading reading = read_clear(number, settled == NumberColumn::Settled::by_column, text);
    if (multiplied_ > before) multiplied_texts_.insert(index);
    return reading;
}

void NumberReader::meet_again(std::size_t index)
{
    if (multiplied_texts_.contains(index)) ++multiplied_;
}

Reading NumberReader::read_clear(const NumberText& number, bool is_settled_by_column, std::string_view text)
{
    double value = number.value;
    if (context_.field->id.ends_with("_f") && number.women >= 0) value = number.women;
    if (context_.field->id.ends_with("_h") && number.men >= 0) value = number.men;
    if (number.is_percent) value /= 100;
    const bool says_unit = number.is_euro || number.factor != 1;
    if (unit_.factor != 1 && !says_unit) {
        if (are_euros(value)) return Reading::refused(too_large(quoted(text), value));
        value *= unit_.factor;
        ++multiplied_;
    }
    value = as_on_paper(value);
    const bool is_mixed =
        unit_.factor != 1 ? says_unit && number.factor != unit_.factor : unit_.is_euro && number.factor != 1;
    std::optional<Note> said = doubt_of(number, text, value);
    if (!said && is_mixed) said = note(Cause::mixed_units, {quoted(text), number_said(value)});
    if (!said && is_settled_by_column) said = note(Cause::settled, {quoted(text), number_said(value)});
    if (!said && !says_unit) said = doubt_of_size(value);
    if (!said) said = conversion_of(number, text, value);
    return judged(value, std::move(said));
}

std::optional<Note> NumberReader::conversion_of(const NumberText& number, std::string_view text, double value) const
{
    using data::Severity;
    if (number.factor != 1) return note(Cause::multiple, {quoted(text), number_said(value)});
    const bool is_foreign =
        (number.is_euro && !is_money()) || (!number.unit.empty() && is_money()) || number.is_percent ||
        (context_.field->people && !number.unit.empty() && !number.counts_persons); // « 12 dossiers », « 3 ETP »
    if (is_foreign || !number.unit.empty()) {
        const std::string unit = number.is_percent ? "%" : number.unit.empty() ? "€" : base::for_display(number.unit);
        return note(Cause::unit_glued, is_foreign ? Severity::alert : Severity::information,
                    {quoted(text), number_said(value), unit});
    }
    if (context_.numbers_are_texts) return std::nullopt;
    return note(Cause::text_number, {quoted(text), number_said(value)});
}

Reading NumberReader::judged(double value, std::optional<Note> said) const
{
    if (counts()) {
        value = without_noise(value);
        if (value < 0) return Reading::of(value, note(Cause::negative_count, {number_said(value)}));
        if (value > 0 && value < 1) return Reading::refused(note(Cause::fraction_count, {number_said(value)}));
        if (value != std::trunc(value)) return Reading::of(value, note(Cause::broken_count, {number_said(value)}));
    }
    if (context_.field->never_negative && value < 0)
        return Reading::of(value, note(Cause::negative_count, {number_said(value)}));
    Reading reading = Reading::of(value == 0 ? 0.0 : value);
    reading.note = is_money() && value < 0 ? note(Cause::negative_amount, {number_said(value)}) : std::move(said);
    return reading;
}

Reading NumberReader::read_formatted(const Cell& cell) const
{
    const double value = cell.number;
    switch (cell.tag.format()) {
    case FormatClass::percent:
        if (counts() || is_money()) return Reading::refused(note(Cause::percent_count, {printed(cell)}));
        return Reading::of(value);
    case FormatClass::time: return Reading::refused(note(Cause::time_as_number));
    case FormatClass::duration:
        if (counts() || is_money()) return Reading::refused(note(Cause::time_as_number));
        return Reading::of(as_on_paper(value * 24), note(Cause::unit_glued, data::Severity::alert,
                                                         {number_said(value * 24), number_said(value * 24), "[h]:mm"}));
    case FormatClass::currency:
        if (!counts()) break;
        return judged(value,
                      note(Cause::unit_glued, data::Severity::alert, {number_said(value), number_said(value), "€"}));
    default: return judged(value, doubt_of_size(value));
    }
    return judged(value, std::nullopt);
}

Reading NumberReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return Reading::refused(note(Cause::boolean_as_number, {printed(cell)}));
    if (!std::isfinite(cell.number)) return Reading::refused(note(Cause::excel_error, {printed(cell)}));
    if (cell.type() == CellType::date) {
        const bool is_small = cell.number >= 0 && cell.number < first_real_date;
        const bool is_whole = cell.number == std::trunc(cell.number);
        if (!is_small) return Reading::refused(note(Cause::date_as_number, {printed(cell)}));
        if (!is_whole || cell.tag.format() == FormatClass::time) return Reading::refused(note(Cause::time_as_number));
        const std::optional<double> stored = stored_number(cell.number, context_);
        if (!stored) return Reading::refused(note(Cause::date_as_number, {printed(cell)}));
        return judged(*stored, note(Cause::number_as_date, {number_said(*stored)}));
    }
    if (unit_.factor == 1 || cell.tag.format() == FormatClass::percent) return read_formatted(cell);
    if (are_euros(cell.number)) return Reading::refused(too_large(printed(cell.number), cell.number));
    ++multiplied_;
    return judged(as_on_paper(cell.number * unit_.factor), std::nullopt);
}

std::optional<double> NumberReader::plain_number(const Cell& cell) const
{
    const FormatClass format = cell.tag.format();
    const bool is_plain = format == FormatClass::general || format == FormatClass::number ||
                          (format == FormatClass::currency && !counts());
    if (cell.type() != CellType::number || !is_plain || unit_.factor != 1) return std::nullopt;
    if (!std::isfinite(cell.number) || cell.number < 0) return std::nullopt; // below zero there is something to say
    if (format != FormatClass::currency && (may_be_thousands(cell.number) || may_be_of_multiple(cell.number)))
        return std::nullopt;
    if (counts() && cell.number != std::trunc(cell.number)) return std::nullopt;
    return cell.number == 0 ? 0.0 : cell.number; // there is no -0 on paper
}

std::vector<Note> NumberReader::column_notes() const
{
    if (multiplied_ == 0) return {};
    const std::string count = std::to_string(multiplied_);
    if (!is_money()) return {note(Cause::column_in_thousands, {count})};
    return {note(Cause::column_in_multiple, {unit_.name, count, number_said(unit_.factor)})};
}

} // namespace bilan::intake
