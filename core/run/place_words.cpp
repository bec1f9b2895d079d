// SPDX-License-Identifier: MPL-2.0
#include "run/place_words.hpp"

#include "base/text.hpp"

#include <cstdint>

namespace bilan::run {

std::string place_words(const Place& place)
{
    std::string words = place.file;
    if (!place.sheet.empty()) words += " › " + base::for_display(place.sheet);
    if (place.row && place.column)
        words += " › " + cell_name({*place.row, *place.column});
    else if (place.row)
        words += " › " + std::to_string(std::uint64_t{*place.row} + 1);
    return words;
}

} // namespace bilan::run
