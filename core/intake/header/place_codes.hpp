// SPDX-License-Identifier: MPL-2.0
//
// « Commune », « Ville », « Département », « Région » name a funder and a place: whether the numbers below are codes of
// places or amounts. Pure functions, any thread.
#pragma once

#include "intake/header/column.hpp"

#include <cstdint>
#include <string_view>

namespace bilan::intake {

enum class PlaceCodes : std::uint8_t {
    no,      ///< some number can be no code
    perhaps, ///< codes or amounts: a person must say
    surely
};

/// `place`: `commune` (INSEE codes and postcodes), `departement`, `region` or `epci` (SIREN); `no` for any other.
[[nodiscard]] PlaceCodes place_codes(const ContentProfile& content, std::string_view place);

/// Four rows or more of whole numbers, several of them met again, that are all codes of departments.
[[nodiscard]] bool may_be_departments(const ContentProfile& content);

enum class Beside : std::uint8_t { nothing, place, commitments };

/// « CP » above numbers is a postcode as well as « crédits de paiement », which stand beside « AE » (`commitments`):
/// `surely` where a column beside it is of places, `perhaps` where all numbers can be postcodes.
[[nodiscard]] PlaceCodes postcodes(const HeaderColumn& column, Beside beside);

/// « Commune », « Adresse », « Code INSEE »: what stands beside a postcode.
[[nodiscard]] bool names_place(const HeaderWords& words);

} // namespace bilan::intake
