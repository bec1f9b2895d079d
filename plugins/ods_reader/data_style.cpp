// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/data_style.hpp"

#include "cells/number_format.hpp"

#include <array>
#include <utility>

namespace bilan::ods {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name)
{
    for (const std::string_view known : names) {
        if (known == name) return true;
    }
    return false;
}

constexpr std::array<std::string_view, 6> date_parts = {"day", "month", "year", "era", "day-of-week", "quarter"};
constexpr std::array<std::string_view, 4> time_parts = {"hours", "minutes", "seconds", "am-pm"};

} // namespace

void DataStyleReader::begin(std::string_view kind, xml::Attributes attributes)
{
    *this = DataStyleReader();
    kind_ = kind;
    is_elapsed_ = attributes.find(":datastyle:1.0", "truncate-on-overflow").value_or("true") == "false";
}

void DataStyleReader::part(std::string_view local, xml::Attributes attributes)
{
    if (local == "number") {
        has_number_ = true;
        if (attributes.find(":datastyle:1.0", "decimal-places")) is_plain_ = false;
        if (attributes.find(":datastyle:1.0", "display-factor").value_or("1") != "1") is_divided_ = true;
    } else if (local == "scientific-number" || local == "fraction") {
        has_number_ = true;
        is_plain_ = false;
    } else if (is_one_of(date_parts, local) || local == "week-of-year") {
        has_date_ = true;
    } else if (is_one_of(time_parts, local)) {
        has_time_ = true;
    }
}

std::optional<FormatClass> DataStyleReader::own() const
{
    if (kind_ == "date-style" || kind_ == "time-style") {
        if (has_date_) return has_time_ ? FormatClass::datetime : FormatClass::date;
        if (!has_time_) return std::nullopt;
        return is_elapsed_ ? FormatClass::duration : FormatClass::time;
    }
    if (kind_ == "boolean-style") return FormatClass::general;
    if (!has_number_) return std::nullopt;
    if (kind_ == "percentage-style") return FormatClass::percent;
    if (kind_ == "currency-style" || cells::names_money(shown_)) return FormatClass::currency;
    return is_plain_ ? FormatClass::general : FormatClass::number;
}

DataStyle DataStyleReader::finish()
{
    style_.own = own();
    const bool is_of_numbers = kind_ == "number-style" || kind_ == "currency-style";
    if (is_of_numbers && has_number_ && !is_divided_) style_.unit = cells::shown_unit("0\"" + shown_ + '"');
    return std::move(style_);
}

} // namespace bilan::ods
