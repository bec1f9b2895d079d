// SPDX-License-Identifier: MPL-2.0
#include "intake/header/another_word.hpp"

#include "intake/territory/place_form.hpp"

namespace bilan::intake {

bool may_be_another_word(std::string_view header, const HeaderWords& words, const HeaderWords& corrected)
{
    if (place_form(header) == PlaceForm::likely) return true; // « Les Vernes » is a name, and no « Versé »
    for (std::size_t at = 0; at < words.tokens.size(); ++at)
        if (words.tokens[at] == corrected.tokens[at] + 'e') return true;
    return false;
}

} // namespace bilan::intake
