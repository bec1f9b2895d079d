// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/data_style.hpp"

#include "cells/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
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
        number(attributes);
    } else if (local == "scientific-number" || local == "fraction") {
        has_number_ = true;
        is_plain_ = false;
        code_ += "#.0";
    } else if (is_one_of(date_parts, local) || local == "week-of-year") {
        has_date_ = true;
    } else if (is_one_of(time_parts, local)) {
        has_time_ = true;
    }
}

void DataStyleReader::number(xml::Attributes attributes)
{
    const auto said = [&](const char* name, std::string_view otherwise) {
        return attributes.find(":datastyle:1.0", name).value_or(otherwise);
    };
    has_number_ = true;
    const std::string_view decimals = said("decimal-places", "");
    if (!decimals.empty()) is_plain_ = false;
    if (said("display-factor", "1") != "1") is_divided_ = true;
    constexpr unsigned most_zeros = 30;
    unsigned zeros = 1;
    const std::string_view digits = said("min-integer-digits", "1");
    std::from_chars(digits.data(), digits.data() + digits.size(), zeros);
    const bool is_whole = decimals == "0" && said("grouping", "false") != "true";
    code_ += is_whole ? std::string(std::min(zeros, most_zeros), '0') : "#.0";
    if (is_divided_) code_ += ',';
}

void DataStyleReader::other(std::string_view name, std::string_view condition)
{
    constexpr std::string_view subject = "value()";
    if (condition.starts_with(subject)) condition.remove_prefix(subject.size());
    style_.others.push_back({std::string(name), std::string(condition)});
}

void DataStyleReader::text(std::string_view piece)
{
    shown_ += piece;
    code_ += '"';
    for (const char letter : piece) {
        if (letter != '"') code_ += letter;
    }
    code_ += '"';
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
    if (is_of_numbers) style_.code = code_;
    if (is_of_numbers && has_number_ && !is_divided_) style_.unit = cells::shown_unit("0\"" + shown_ + '"');
    return std::move(style_);
}

} // namespace bilan::ods
