// SPDX-License-Identifier: MPL-2.0
//
// Words that tell whether a name of a person is that of a person: what bears such names, who is announced, and names so
// famous that only things bear them. Words come through base::fold. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace bilan::intake {

/// « École », « rue », « centre », « association »: what stands behind is its name.
[[nodiscard]] bool bears_names(std::string_view folded);
/// Words of organisations, functions and places: no names of persons.
[[nodiscard]] bool is_common_noun_of_bodies(std::string_view folded);
/// « animé par », « contact », « référente »: a person follows.
[[nodiscard]] bool announces_person(std::string_view folded);
/// « mme », « monsieur », « m »: a name follows; « mm », « mesdames »: several do; « docteur »: a name where it is
/// written as a title.
enum class Address : std::uint8_t { none, one, several, title };
[[nodiscard]] Address address_of(std::string_view folded);
/// « leo lagrange »: of organisations and places.
[[nodiscard]] bool is_famous_name(std::string_view folded);

} // namespace bilan::intake
