// SPDX-License-Identifier: MPL-2.0
//
// A measure as people read it: `Σ benef_f / Σ (benef_f + benef_h)`.
#include "data/measure.hpp"

#include "data/measure_words.hpp"

namespace bilan::data {

namespace {

/// In brackets, unless it is one name.
std::string operand(const Expression& expression)
{
    const bool is_name = expression.operation == Operation::field || expression.operation == Operation::constant;
    return is_name ? expression.text() : "(" + expression.text() + ")";
}

} // namespace

const base::Words& words_of(Aggregate aggregate)
{
    static const base::Words count{"nombre de lignes", "number of rows"};
    static const base::Words mean{"moyenne de ", "mean of "};
    static const base::Words median{"médiane de ", "median of "};
    static const base::Words minimum{"minimum de ", "minimum of "};
    static const base::Words maximum{"maximum de ", "maximum of "};
    static const base::Words different{"valeurs différentes de ", "different values of "};
    static const base::Words known{"part des lignes qui donnent ", "share of rows that give "};
    static const base::Words sum{"Σ ", "Σ "};
    switch (aggregate) {
    case Aggregate::count: return count;
    case Aggregate::mean: return mean;
    case Aggregate::median: return median;
    case Aggregate::minimum: return minimum;
    case Aggregate::maximum: return maximum;
    case Aggregate::count_distinct: return different;
    case Aggregate::known: return known;
    case Aggregate::sum:
    case Aggregate::ratio: break;
    }
    return sum;
}

std::string text_of(const Measure& measure, base::Language language)
{
    std::string text = words_of(measure.aggregate).in(language);
    if (measure.aggregate == Aggregate::count) {
        if (measure.expression) text += base::Words{" où ", " where "}.in(language) + measure.expression->text();
    } else if (measure.expression) {
        text += operand(*measure.expression);
    }
    if (measure.aggregate == Aggregate::ratio && measure.denominator) text += " / Σ " + operand(*measure.denominator);
    if (measure.where) text += base::Words{", lignes où ", ", rows where "}.in(language) + measure.where->text();
    return text;
}

} // namespace bilan::data
