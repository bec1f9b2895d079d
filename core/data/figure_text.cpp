// SPDX-License-Identifier: MPL-2.0
#include "data/figure_text.hpp"

#include "base/date.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::data {

int euro_decimals(double euros, bool is_lower_bound)
{
    constexpr double small = 100;
    constexpr int cents = 2;
    const double whole = base::round_half_away(euros, 0);
    const double exact = base::round_half_away(euros, cents);
    if (exact == whole) return 0;
    return std::abs(exact) < small || (is_lower_bound && whole > exact) ? cents : 0;
}

int number_decimals(double number)
{
    constexpr double near_zero = 0.1;
    constexpr int most = 6;
    if (std::trunc(number) == number) return 0;
    if (!(std::abs(number) < near_zero)) return 1;
    return std::min(most, 1 - static_cast<int>(std::floor(std::log10(std::abs(number)))));
}

std::string for_people(const Figure& figure, base::Language language)
{
    if (!figure.value) return std::string(code(figure.cause));
    const double value = *figure.value;
    const auto digits = [&](int usual) { return figure.decimals < 0 ? usual : int{figure.decimals}; };
    switch (figure.unit) {
    case Unit::rate: return base::percent_for_people(value, digits(1), language);
    case Unit::points:
        return base::for_people(value, digits(1), language) +
               (language == base::Language::french ? "\u00A0points" : " points");
    case Unit::euro:
        return base::for_people(value, digits(euro_decimals(value, figure.lower_bound)), language) + "\u00A0€";
    case Unit::year: return base::shortest(value);
    case Unit::date: {
        const auto date = base::civil_of(std::trunc(value));
        return date ? base::for_people(*date, language) : base::shortest(value);
    }
    default: return base::for_people(value, digits(number_decimals(value)), language);
    }
}

std::string marked_for_people(const Figure& figure, base::Language language)
{
    std::string text = for_people(figure, language);
    if (!figure.value || (figure.unknown == 0 && !figure.lower_bound)) return text;
    return figure.lower_bound ? "≥\u00A0" + text : text + "\u00A0*";
}

} // namespace bilan::data
