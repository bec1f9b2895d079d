// SPDX-License-Identifier: MPL-2.0
#include "script/api/measure_words.hpp"

#include "base/number.hpp"

#include <vector>

namespace bilan::script {

std::string words_of(const data::Measure& measure)
{
    static const std::vector<std::string> names = {
        "count", "sum", "mean",           "median", "quantile",    "standard_deviation",
        "min",   "max", "count_distinct", "ratio",  "completeness"};
    std::string text = names[static_cast<std::size_t>(measure.aggregate)] + '(';
    if (measure.expression) text += measure.expression->text();
    if (measure.aggregate == data::Aggregate::quantile) text += ", " + base::shortest(measure.fraction);
    if (measure.denominator) text += ", " + measure.denominator->text();
    text += ')';
    if (measure.where) text += " where " + measure.where->text();
    return text;
}

} // namespace bilan::script
