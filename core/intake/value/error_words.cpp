// SPDX-License-Identifier: MPL-2.0
#include "intake/value/error_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

bool is_error_text(std::string_view folded)
{
    constexpr std::array<std::string_view, 25> errors{
        "#ref!",         "#div/0!",   "#valeur!",   "#value!",   "#nom?",         "#name?",    "#nombre!",
        "#num!",         "#nul!",     "#null!",     "#spill!",   "#propagation!", "#calc!",    "#field!",
        "#champ!",       "#blocked!", "#bloque!",   "#connect!", "#unknown!",     "#inconnu!", "#busy!",
        "#getting_data", "#python!",  "#external!", "#timeout!"};
    if (std::ranges::find(errors, folded) != errors.end()) return true;
    return folded.starts_with("err:") || (folded.size() > 2 && folded.find_first_not_of('#') == std::string_view::npos);
}

bool may_be_error(std::string_view text)
{
    text = base::trim(text);
    return text.starts_with('#') || (text.find(':') != std::string_view::npos && (text.front() | 0x20) == 'e');
}

} // namespace bilan::intake
