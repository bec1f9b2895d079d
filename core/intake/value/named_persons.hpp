// SPDX-License-Identifier: MPL-2.0
//
// Persons named inside a text that is about something else: « Atelier couture (Mme Durand) », « Association fictive -
// Jeanne Valmont ». Their names are taken out; what bears the name of a person (« École Jean Moulin ») keeps it. Pure
// functions, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bilan::intake {

struct WithoutPersons {
    std::string text; ///< may be empty: the text was a name
    std::size_t persons = 0;
};

[[nodiscard]] WithoutPersons without_named_persons(std::string_view text);

/// Only those called by a form of address (« Mme Durand »): quarters and headers bear first names of persons, no such.
[[nodiscard]] WithoutPersons without_addressed_persons(std::string_view text);

/// The first question without the text.
[[nodiscard]] bool names_persons(std::string_view text);

} // namespace bilan::intake
