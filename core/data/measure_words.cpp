// SPDX-License-Identifier: MPL-2.0
#include "data/measure_words.hpp"

#include "base/number.hpp"
#include "data/expression_words.hpp"

#include <utility>

namespace bilan::data {

namespace {

/// A condition: its sum is a number of rows.
bool is_test(const Expression& expression)
{
    switch (expression.operation) {
    case Operation::any_of:
    case Operation::all_of:
    case Operation::no:
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::at_most:
    case Operation::greater:
    case Operation::at_least:
    case Operation::one_of:
    case Operation::known:
    case Operation::in_state: return true;
    case Operation::known_or: return expression.operands.size() == 1 && is_test(*expression.operands.front());
    default: return false;
    }
}

void say_count(ExpressionWords& words, const Expression& condition)
{
    words.add(words_of(Aggregate::count));
    words.add(base::Words{" où ", " where "});
    words.say(condition, 0);
}

/// « Σ 1 » counts rows, and so does the sum of a condition.
void say_sum(ExpressionWords& words, const Expression& expression)
{
    if (expression.operation == Operation::constant) return words.add(words_of(Aggregate::count));
    if (is_test(expression)) return say_count(words, expression);
    words.add(words_of(Aggregate::sum));
    words.say_operand(expression);
}

/// « 90 % de », with as many digits as it takes.
void say_fraction(ExpressionWords& words, double fraction, base::Language language)
{
    constexpr int most_digits = 3;
    constexpr double percent = 100;
    int digits = 0;
    while (digits < most_digits && base::round_half_away(fraction * percent, digits) != fraction * percent) ++digits;
    words.add(base::percent_for_people(fraction, digits, language));
    words.add(base::Words{" de ", " of "});
}

} // namespace

const base::Words& words_of(Aggregate aggregate)
{
    static const base::Words count{"nombre de lignes", "number of rows"};
    static const base::Words mean{"moyenne de ", "mean of "};
    static const base::Words median{"médiane de ", "median of "};
    static const base::Words quantile{"quantile à ", "quantile at "};
    static const base::Words deviation{"écart-type de ", "standard deviation of "};
    static const base::Words minimum{"minimum de ", "minimum of "};
    static const base::Words maximum{"maximum de ", "maximum of "};
    static const base::Words different{"valeurs différentes de ", "different values of "};
    static const base::Words known{"part des lignes qui donnent ", "share of rows that give "};
    static const base::Words sum{"Σ ", "Σ "};
    switch (aggregate) {
    case Aggregate::count: return count;
    case Aggregate::mean: return mean;
    case Aggregate::median: return median;
    case Aggregate::quantile: return quantile;
    case Aggregate::deviation: return deviation;
    case Aggregate::minimum: return minimum;
    case Aggregate::maximum: return maximum;
    case Aggregate::count_distinct: return different;
    case Aggregate::known: return known;
    case Aggregate::sum:
    case Aggregate::ratio: break;
    }
    return sum;
}

std::string in_words(const Measure& measure, const Dataset& dataset, base::Language language)
{
    ExpressionWords words(dataset, language);
    const bool is_sum = measure.aggregate == Aggregate::sum || measure.aggregate == Aggregate::ratio;
    if (measure.expression && measure.aggregate == Aggregate::count) {
        say_count(words, *measure.expression);
    } else if (measure.expression && is_sum) {
        say_sum(words, *measure.expression);
    } else {
        words.add(words_of(measure.aggregate));
        if (measure.aggregate == Aggregate::quantile) say_fraction(words, measure.fraction, language);
        if (measure.expression) words.say_operand(*measure.expression);
    }
    if (measure.aggregate == Aggregate::ratio && measure.denominator) {
        words.add(" / ");
        say_sum(words, *measure.denominator);
    }
    if (measure.where) {
        words.add(base::Words{", lignes où ", ", rows where "});
        words.say(*measure.where, 0);
    }
    return std::move(words).text();
}

} // namespace bilan::data
