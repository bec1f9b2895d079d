// SPDX-License-Identifier: MPL-2.0
#include "intake/header/place_codes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace bilan::intake {

namespace {

bool is_between(double number, double low, double high)
{
    return number >= low && number <= high;
}

template <class Test>
bool are_all(const std::vector<double>& numbers, const Test& test)
{
    return std::ranges::all_of(numbers, test);
}

std::ptrdiff_t multiples(const std::vector<double>& numbers, double of)
{
    return std::ranges::count_if(numbers, [&](double number) { return std::fmod(number, of) == 0; });
}

/// Five digits, the first of which may be a lost zero. Codes of one department begin alike, and few end with zeros;
/// amounts do, and postcodes.
PlaceCodes municipalities(const ContentProfile& content)
{
    constexpr double lowest = 1'001;
    constexpr double highest = 98'999;
    constexpr double five_digits = 10'000;
    constexpr double of_department = 1'000;
    const std::vector<double>& numbers = content.some_numbers;
    if (!are_all(numbers, [](double number) { return is_between(number, lowest, highest); })) return PlaceCodes::no;
    const auto count = static_cast<std::ptrdiff_t>(numbers.size());
    const bool are_five = are_all(numbers, [](double number) { return number >= five_digits; });
    const bool are_odd = multiples(numbers, 10) * 2 < count; // « 12 345 » is a rare amount
    const double department = std::floor(numbers.front() / of_department);
    const bool are_alike =
        are_all(numbers, [&](double number) { return std::floor(number / of_department) == department; });
    const bool is_met_again = content.numbers > 1;
    if (!are_five) return are_odd ? PlaceCodes::perhaps : PlaceCodes::no;
    if (are_odd && (count > 1 || is_met_again)) return PlaceCodes::surely;
    if (are_odd) return PlaceCodes::perhaps;
    if (are_alike && count > 1) return multiples(numbers, 100) < count ? PlaceCodes::surely : PlaceCodes::perhaps;
    const bool is_thousands = multiples(numbers, of_department) == count;
    return are_alike && (is_met_again || !is_thousands) ? PlaceCodes::perhaps : PlaceCodes::no;
}

bool is_department(double number)
{
    return is_between(number, 1, 95) || is_between(number, 971, 976);
}

bool is_region(double number)
{
    // Those of today, and those of before 2016.
    constexpr std::array<double, 34> codes{1,  2,  3,  4,  6,  11, 24, 27, 28, 32, 44, 52, 53, 75, 76, 84, 93,
                                           94, 21, 22, 23, 25, 26, 31, 41, 42, 43, 54, 72, 73, 74, 82, 83, 91};
    return std::ranges::find(codes, number) != codes.end();
}

/// Amounts of so few euros are rare, amounts in thousands that nothing says are not.
template <class Test>
PlaceCodes small_codes(const ContentProfile& content, const Test& is_code)
{
    if (!are_all(content.some_numbers, is_code)) return PlaceCodes::no;
    return content.some_numbers.size() == 1 && content.numbers > 1 ? PlaceCodes::surely : PlaceCodes::perhaps;
}

} // namespace

PlaceCodes place_codes(const ContentProfile& content, std::string_view place)
{
    constexpr double nine_digits = 100'000'000;
    if (content.some_numbers.empty() || content.fractions > 0 || !content.is_mostly(content.numbers))
        return PlaceCodes::no;
    const bool is_place = place == "commune" || place == "departement" || place == "region" || place == "epci";
    if (!is_place) return PlaceCodes::no;
    if (content.padded > 0) return PlaceCodes::surely; // no amount is written « 01004 »
    if (place == "commune") return municipalities(content);
    if (place == "epci") {
        // Several are told by holds_identifiers.
        return content.filled == 1 && content.largest >= nine_digits ? PlaceCodes::perhaps : PlaceCodes::no;
    }
    return place == "region" ? small_codes(content, is_region) : small_codes(content, is_department);
}

bool may_be_departments(const ContentProfile& content)
{
    constexpr std::uint32_t fewest_rows = 4;
    constexpr std::uint32_t several = 2;
    const std::vector<double>& numbers = content.some_numbers;
    const bool are_codes = !numbers.empty() && content.fractions == 0 && content.numbers == content.filled &&
                           content.largest <= 976 && are_all(numbers, is_department);
    return are_codes && content.numbers >= fewest_rows && content.numbers >= numbers.size() + several;
}

PlaceCodes postcodes(const HeaderColumn& column, Beside beside)
{
    constexpr double lowest = 10'000;
    constexpr double highest = 98'999;
    if (!column.has_header() || column.leaf().folded != "cp" || beside == Beside::commitments) return PlaceCodes::no;
    const ContentProfile& content = column.content;
    if (content.padded > 0 || beside == Beside::place) return PlaceCodes::surely;
    const bool can_be =
        content.fractions == 0 && !content.some_numbers.empty() &&
        are_all(content.some_numbers, [](double number) { return is_between(number, lowest, highest); });
    return can_be ? std::max(PlaceCodes::perhaps, place_codes(content, "commune")) : PlaceCodes::no;
}

bool names_place(const HeaderWords& words)
{
    constexpr std::array<std::string_view, 9> places{"commune", "ville", "adresse",  "rue",   "voie",
                                                     "insee",   "cedex", "localite", "mairie"};
    return std::ranges::any_of(
        words.tokens, [&](const std::string& token) { return std::ranges::find(places, token) != places.end(); });
}

} // namespace bilan::intake
