// SPDX-License-Identifier: MPL-2.0
//
// Telling a person from an organisation or a place in a short text, by form and by common French first names. Pure
// functions, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace bilan::intake {

enum class Naming : std::uint8_t {
    other,   ///< an organisation, a place, a function
    perhaps, ///< two to four capitalised words: « Grand Dax » as much as « Jeanne Valmont »
    person,  ///< a first name, a form of address, « Jeanne VALMONT »
};

[[nodiscard]] Naming naming_of(std::string_view text);

/// Some part of the text, cut at slashes, dashes, commas, colons and line breaks, is a person by a first name that many
/// bear or by a form of address: « ex : Jeanne Valmont ». The weaker signs of `naming_of` are left out, for « MJC
/// Bellevue » has them too.
[[nodiscard]] bool holds_person(std::string_view text);
/// The same by all the signs of `naming_of`, the weak ones included.
[[nodiscard]] bool holds_name(std::string_view text);

} // namespace bilan::intake
