// SPDX-License-Identifier: MPL-2.0
#include "script/api/figure_arithmetic.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::script {

namespace {

using data::Figure;
using data::Unit;

/// Unit and sources of both sides; no value, and the cause of the first unknown side.
Figure joined(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure;
    figure.unit = left.is_number ? right.figure.unit : left.figure.unit;
    if (!left.is_number && !right.is_number && left.figure.unit != right.figure.unit) figure.unit = Unit::number;
    figure.cause = left.figure.value ? right.figure.cause : left.figure.cause;
    figure.sources = left.figure.sources;
    figure.sources.insert(figure.sources.end(), right.figure.sources.begin(), right.figure.sources.end());
    return figure;
}

/// Counts of both sides together: they may rest on different rows.
void add_rows(Figure& figure, const FigureOrNumber& left, const FigureOrNumber& right)
{
    figure.base = left.figure.base + right.figure.base;
    figure.unknown = left.figure.unknown + right.figure.unknown;
    figure.not_applicable = left.figure.not_applicable + right.figure.not_applicable;
}

/// The side that is known less well; a plain number says nothing about rows.
void keep_weaker_rows(Figure& figure, const FigureOrNumber& left, const FigureOrNumber& right)
{
    const bool is_left = right.is_number || (!left.is_number && left.figure.coverage() <= right.figure.coverage());
    const Figure& weaker = is_left ? left.figure : right.figure;
    figure.base = weaker.base;
    figure.unknown = weaker.unknown;
    figure.not_applicable = weaker.not_applicable;
}

bool both_known(const FigureOrNumber& left, const FigureOrNumber& right)
{
    return left.figure.value && right.figure.value;
}

void set_value(Figure& figure, double value)
{
    if (std::isfinite(value))
        figure.value = value;
    else
        figure.cause = data::State::error;
}

} // namespace

Figure sum_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    add_rows(figure, left, right);
    figure.lower_bound = left.figure.lower_bound || right.figure.lower_bound;
    if (both_known(left, right)) set_value(figure, *left.figure.value + *right.figure.value);
    return figure;
}

Figure difference_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    add_rows(figure, left, right);
    figure.lower_bound = left.figure.lower_bound && !right.figure.lower_bound;
    if (!left.is_number && !right.is_number && figure.unit == Unit::rate) figure.unit = Unit::points;
    if (both_known(left, right)) set_value(figure, *left.figure.value - *right.figure.value);
    return figure;
}

Figure product_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    if (!left.is_number && !right.is_number) {
        if (left.figure.unit == Unit::rate)
            figure.unit = right.figure.unit;
        else if (right.figure.unit == Unit::rate)
            figure.unit = left.figure.unit;
        else
            figure.unit = Unit::number;
    }
    keep_weaker_rows(figure, left, right);
    if (both_known(left, right)) set_value(figure, *left.figure.value * *right.figure.value);
    return figure;
}

Figure quotient_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    if (right.is_number)
        figure.unit = left.figure.unit;
    else if (left.is_number)
        figure.unit = Unit::number;
    else if (left.figure.unit == right.figure.unit)
        figure.unit = Unit::rate;
    else
        figure.unit = left.figure.unit == Unit::euro ? Unit::euro : Unit::number;
    keep_weaker_rows(figure, left, right);
    if (!both_known(left, right)) return figure;
    figure.numerator = left.figure.value;
    figure.denominator = right.figure.value;
    if (*right.figure.value == 0)
        figure.cause = data::State::error;
    else
        set_value(figure, *left.figure.value / *right.figure.value);
    return figure;
}

std::string for_people(const Figure& figure, base::Language language)
{
    if (!figure.value) return std::string(data::code(figure.cause));
    const double value = *figure.value;
    const bool is_whole = std::trunc(value) == value;
    switch (figure.unit) {
    case Unit::rate: return base::percent_for_people(value, 1, language);
    case Unit::points:
        return base::for_people(value * 100, 1, language) +
               (language == base::Language::french ? "\u00A0points" : " points");
    case Unit::euro: return base::for_people(value, 0, language) + "\u00A0€";
    case Unit::year: return base::shortest(value);
    default: return base::for_people(value, is_whole ? 0 : 1, language);
    }
}

} // namespace bilan::script
