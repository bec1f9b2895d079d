// SPDX-License-Identifier: MPL-2.0
//
// The controls of the domain in words: every rule, where it is judged, and why one is not. Pure functions, any thread.
#pragma once

#include "base/language.hpp"
#include "data/schema.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace bilan::script {

/// What `bilan doc` says of `controles` (all of them) of one, by its id (`C02`), or of a kind of
/// rules (`agrees`); nothing for any other name.
[[nodiscard]] std::optional<std::string> controls_of(const data::Domain& domain, std::string_view name,
                                                     base::Language language);
/// What `bilan doc` says of any name: a control, a schema, a field, or a word of the script interface. Throws
/// base::Error (exit 2) with the nearest of all names.
[[nodiscard]] std::string reference_of(const data::Domain& domain, const std::string& name, base::Language language);
/// The page `controls.md` of the reference.
[[nodiscard]] std::string controls_page(const data::Domain& domain);

} // namespace bilan::script
