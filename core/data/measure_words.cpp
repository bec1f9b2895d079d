// SPDX-License-Identifier: MPL-2.0
#include "data/measure_words.hpp"

#include "base/number.hpp"
#include "data/brief.hpp"
#include "data/expression_words.hpp"

#include <utility>

namespace bilan::data {

namespace {

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

namespace {

void say_measure(ExpressionWords& words, const Measure& measure, base::Language language)
{
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
}

/// « À défaut de « A » : « B », puis « C ». »
std::string in_words(const Briefing::Fallback& fallback, const Dataset& dataset, base::Language language)
{
    ExpressionWords words(dataset, language);
    words.add(base::Words{"À défaut de ", "Failing "});
    words.say(*fallback.wanted, 0);
    words.add(base::Words{"\u00A0: ", ": "});
    for (std::size_t at = 0; at < fallback.taken.size(); ++at) {
        if (at > 0) words.add(base::Words{", puis ", ", then "});
        words.say(*fallback.taken[at], 0);
    }
    words.add(".");
    return std::move(words).text();
}

/// « Inconnu, compte 0 : « A », « B ». »
std::string zeros_in_words(const base::Words& why, const std::vector<std::string>& fields, const Dataset& dataset,
                           base::Language language)
{
    ExpressionWords words(dataset, language);
    words.add(why);
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (at > 0) words.add(", ");
        words.say(*field(fields[at]), 0);
    }
    words.add(".");
    return std::move(words).text();
}

} // namespace

RuleWords in_words(const Measure& measure, const Dataset& dataset, base::Language language)
{
    Briefing briefing;
    Measure told = measure;
    for (ExpressionPointer* const part : {&told.expression, &told.denominator, &told.where})
        if (*part != nullptr) *part = briefing.of(*part);
    ExpressionWords words(dataset, language);
    say_measure(words, told, language);
    RuleWords rule{std::move(words).text(), {}};
    if (!briefing.zeros().empty())
        rule.remarks.push_back(
            zeros_in_words({"Inconnu, compte 0\u00A0: ", "Unknown, counts 0: "}, briefing.zeros(), dataset, language));
    if (!briefing.blank_zeros().empty())
        rule.remarks.push_back(
            zeros_in_words({"Vide ou non demandé, compte 0\u00A0: ", "Blank or not asked, counts 0: "},
                           briefing.blank_zeros(), dataset, language));
    for (const Briefing::Fallback& fallback : briefing.fallbacks())
        rule.remarks.push_back(in_words(fallback, dataset, language));
    return rule;
}

} // namespace bilan::data
