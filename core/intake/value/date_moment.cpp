// SPDX-License-Identifier: MPL-2.0
#include "intake/value/date_moment.hpp"

#include "intake/value/date_parts.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr int any_leap_year = 2024; // 29 February is possible until the year says no

bool is_year(const DateToken& number)
{
    return number.digits == 4 && number.value >= 1900 && number.value <= 2200;
}

bool is_month(const DateToken& number)
{
    return number.digits <= 2 && number.value >= 1 && number.value <= 12;
}

/// `24` is 2024, `98` is 1998.
int full_year(const DateToken& number)
{
    if (number.digits > 2) return number.value;
    return number.value + (number.value < 70 ? 2000 : 1900);
}

void set_months(Moment& moment, int first, int last, std::optional<int> year)
{
    moment.is_read = true;
    moment.year = year;
    moment.first_month = first;
    moment.last_month = last;
    moment.first_day = 1;
    moment.last_day = base::days_in_month(year.value_or(any_leap_year - 1), last);
}

void set_day(Moment& moment, std::optional<int> year, int month, int day)
{
    moment.is_read = true;
    moment.is_day = true;
    moment.year = year;
    moment.first_month = moment.last_month = month;
    moment.first_day = moment.last_day = day;
    moment.is_impossible = !base::is_valid({year.value_or(any_leap_year), month, day});
}

/// Day and month as the French write them, unless only the other order is a date, or the column says so.
void set_ordered_day(Moment& moment, std::optional<int> year, int first, int second, bool is_month_first)
{
    const int for_leap = year.value_or(any_leap_year);
    const bool is_french = base::is_valid({for_leap, second, first});
    const bool is_american = base::is_valid({for_leap, first, second});
    moment.is_day_first = is_french && !is_american;
    moment.is_month_first = is_american && !is_french;
    moment.is_order_open = is_french && is_american && first != second;
    if ((is_month_first && is_american) || moment.is_month_first) {
        set_day(moment, year, first, second);
    } else {
        set_day(moment, year, second, first);
    }
}

void set_years(Moment& moment, int first, int last)
{
    set_months(moment, 1, 12, first);
    moment.years = last - first + 1;
    if (moment.years != 2) return;
    moment.first_month = 9; // a school year
    moment.last_month = 8;
}

void read_month_word(const DateParts& parts, Moment& moment)
{
    const int month = *parts.month;
    if (parts.count == 0) return set_months(moment, month, month, std::nullopt);
    const DateToken& first = parts.numbers[0];
    if (parts.count == 1 && (is_year(first) || (parts.numbers_before_month == 0 && first.digits == 2)))
        return set_months(moment, month, month, full_year(first));
    if (parts.numbers_before_month == 0 || first.digits > 2) return;
    if (parts.count == 1) return set_day(moment, std::nullopt, month, first.value);
    const DateToken& second = parts.numbers[1];
    if (parts.count == 2 && parts.numbers_before_month == 1 && (is_year(second) || second.digits == 2))
        set_day(moment, full_year(second), month, first.value);
}

/// « T1 2024 », « 2e semestre », « été 2023 ».
void read_part_of_year(const DateParts& parts, Moment& moment)
{
    std::optional<int> part;
    std::optional<int> year;
    for (std::size_t at = 0; at < parts.count; ++at) {
        const DateToken& number = parts.numbers[at];
        if (number.digits == 1 && !part) {
            part = number.value;
        } else if ((is_year(number) || number.digits == 2) && !year) {
            year = full_year(number);
        } else {
            return;
        }
    }
    const int months = parts.is_quarter ? 3 : 6;
    if (parts.season && !part) return set_months(moment, parts.season->first, parts.season->last, year);
    if (part && *part >= 1 && *part <= 12 / months) set_months(moment, (*part - 1) * months + 1, *part * months, year);
}

void read_two_numbers(const DateParts& parts, Moment& moment, bool is_month_first)
{
    const DateToken& first = parts.numbers[0];
    const DateToken& second = parts.numbers[1];
    if (is_year(first) && is_year(second)) {
        if (second.value > first.value && second.value - first.value < 30) set_years(moment, first.value, second.value);
        return;
    }
    const bool is_next_year = second.digits == 2 && second.value == (first.value + 1) % 100;
    if (is_year(first)) {
        if (is_next_year && (parts.is_school_year || !is_month(second)))
            return set_years(moment, first.value, first.value + 1);
        if (is_month(second)) set_months(moment, second.value, second.value, first.value);
        return;
    }
    if (is_year(second)) {
        if (is_month(first)) set_months(moment, first.value, first.value, second.value);
        return;
    }
    if (first.digits > 2 || second.digits > 2) return;
    if (parts.is_school_year || (is_next_year && first.value > 12 && first.value != 12 && !is_month(second))) {
        if (is_next_year) set_years(moment, full_year(first), full_year(first) + 1);
        return;
    }
    set_ordered_day(moment, std::nullopt, first.value, second.value, is_month_first);
    if (moment.is_month_first) { // 06/24 is June 2024 for a Frenchman, not 24 June
        const Moment nothing;
        moment = nothing;
        set_months(moment, first.value, first.value, full_year(second));
    }
}

void read_three_numbers(const DateParts& parts, Moment& moment, bool is_month_first)
{
    const auto& numbers = parts.numbers;
    if (numbers[0].digits == 4) {
        if (numbers[1].digits <= 2 && numbers[2].digits <= 2)
            set_day(moment, numbers[0].value, numbers[1].value, numbers[2].value);
        return;
    }
    if (numbers[0].digits > 2 || numbers[1].digits > 2 || (numbers[2].digits != 4 && numbers[2].digits != 2)) return;
    set_ordered_day(moment, full_year(numbers[2]), numbers[0].value, numbers[1].value, is_month_first);
}

void read_one_number(const DateParts& parts, Moment& moment)
{
    const DateToken& number = parts.numbers[0];
    if (is_year(number)) {
        set_months(moment, 1, 12, number.value);
        if (parts.is_school_year) set_years(moment, number.value, number.value + 1);
    } else if (number.digits == 8) {
        const base::CivilDate date{number.value / 10000, number.value / 100 % 100, number.value % 100};
        if (base::is_valid(date) && date.year >= 1900 && date.year <= 2200)
            set_day(moment, date.year, date.month, date.day);
    } else if (number.digits <= 2 && number.value >= 1 && number.value <= 31) {
        moment.is_day_only = true;
        moment.first_day = moment.last_day = number.value;
    }
}

/// « début », « mi », « fin » take a third of the month or the year.
void narrow(DateQualifier qualifier, Moment& moment)
{
    if (qualifier == DateQualifier::none || !moment.is_read || moment.is_day || moment.years > 1) return;
    const int third = static_cast<int>(qualifier) - 1;
    moment.is_vague = true;
    if (moment.first_month == moment.last_month) {
        moment.first_day = 1 + 10 * third;
        if (third < 2) moment.last_day = 10 + 10 * third;
    } else if (moment.first_month == 1 && moment.last_month == 12) {
        set_months(moment, 1 + 4 * third, 4 + 4 * third, moment.year);
    }
}

} // namespace

Moment read_moment(std::span<const DateToken> tokens, bool is_month_first)
{
    Moment moment;
    const auto parts = sort_parts(tokens);
    if (!parts) return moment;
    moment.is_vague = parts->is_vague || parts->is_whole_year || parts->season.has_value();
    const bool is_vague = moment.is_vague;
    if (parts->month) {
        if (!parts->is_quarter && !parts->is_half) read_month_word(*parts, moment);
    } else if (parts->is_quarter || parts->is_half || parts->season) {
        read_part_of_year(*parts, moment);
    } else if (parts->count == 3) {
        read_three_numbers(*parts, moment, is_month_first);
    } else if (parts->count == 2) {
        read_two_numbers(*parts, moment, is_month_first);
    } else if (parts->count == 1) {
        read_one_number(*parts, moment);
    } else if (parts->is_whole_year) {
        set_months(moment, 1, 12, std::nullopt);
    }
    moment.is_vague = moment.is_vague || is_vague;
    narrow(parts->qualifier, moment);
    return moment;
}

} // namespace bilan::intake
