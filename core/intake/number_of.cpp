// SPDX-License-Identifier: MPL-2.0
#include "intake/number_of.hpp"

#include "intake/value/number_text.hpp"

namespace bilan::intake {

std::optional<double> number_of(std::string_view text)
{
    const NumberText number = read_number_text(text);
    const bool says_one = number.shape == NumberShape::plain || number.shape == NumberShape::approximate ||
                          number.shape == NumberShape::total || number.shape == NumberShape::parts;
    if (!says_one || number.unsettled != 0 || number.has_unknown_words || number.is_other_currency) return std::nullopt;
    constexpr double hundred = 100;
    return number.is_percent ? number.value / hundred : number.value;
}

} // namespace bilan::intake
