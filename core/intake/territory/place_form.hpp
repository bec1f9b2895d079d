// SPDX-License-Identifier: MPL-2.0
//
// Whether a text has the form of a French name of a place, as far as that can be told without a list. Pure function,
// any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace bilan::intake {

enum class PlaceForm : std::uint8_t {
    none,    ///< a sentence, a plural (« Inscrits »), something with digits
    perhaps, ///< one word with a capital: « Bellevue »
    likely   ///< « Les Dervallières », « Haute-Rive », « Val d'Orse », « Quartier Nord »
};

[[nodiscard]] PlaceForm place_form(std::string_view written);

/// « champ », « val »: a folded word that many names of places begin with.
[[nodiscard]] bool is_noun_of_places(std::string_view folded);

} // namespace bilan::intake
