// SPDX-License-Identifier: MPL-2.0
#include "data/figure_text.hpp"

#include "base/number.hpp"

#include <cmath>

namespace bilan::data {

std::string for_people(const Figure& figure, base::Language language)
{
    if (!figure.value) return std::string(code(figure.cause));
    const double value = *figure.value;
    const bool is_whole = std::trunc(value) == value;
    switch (figure.unit) {
    case Unit::rate: return base::percent_for_people(value, 1, language);
    case Unit::points:
        return base::for_people(value, 1, language) + (language == base::Language::french ? "\u00A0points" : " points");
    case Unit::euro: return base::for_people(value, 0, language) + "\u00A0€";
    case Unit::year: return base::shortest(value);
    default: return base::for_people(value, is_whole ? 0 : 1, language);
    }
}

std::string marked_for_people(const Figure& figure, base::Language language)
{
    std::string text = for_people(figure, language);
    if (!figure.value || (figure.unknown == 0 && !figure.lower_bound)) return text;
    return figure.lower_bound ? "≥\u00A0" + text : text + "\u00A0*";
}

} // namespace bilan::data
