// SPDX-License-Identifier: MPL-2.0
//
// Texts that name a person or number one, told from their form alone. Nothing is kept of them. Pure functions, any
// thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// « Mme DURAND », « DURAND Jeanne », « Jeanne Durand »: a form of address, or two or three words of which one is a
/// first name. Schools and streets bear such names too: the header has its say.
[[nodiscard]] bool looks_like_person(std::string_view text);

/// The same when no word of it is that of a place or a body, nor the whole a famous name: « MARTIN JEAN ».
[[nodiscard]] bool calls_a_person(std::string_view text);

/// « Marie », « JEAN-PAUL », « Karim B. »: alone it may be the name of anything.
[[nodiscard]] bool is_lone_first_name(std::string_view text);

/// A number of social security: 13 digits with a sex and a month, with 15 also the key (Corsica included).
[[nodiscard]] bool is_national_id(std::string_view text);

/// « 06 12 34 56 78 », « +33 6 … ».
[[nodiscard]] bool is_phone(std::string_view text);
[[nodiscard]] bool is_mail(std::string_view text);

/// A day in a year in which people who are now counted were born, and in which no action of a file took place.
[[nodiscard]] bool is_birth_year(int year);

} // namespace bilan::intake
