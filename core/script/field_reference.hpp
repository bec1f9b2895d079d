// SPDX-License-Identifier: MPL-2.0
//
// The schemas and their fields in words: what an answer in mappings.toml or a script may name. Pure functions, any
// thread.
#pragma once

#include "base/language.hpp"
#include "data/schema.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

/// What `bilan doc` says of `champs` (the schemas), of one of them, or of a field; nothing for any other name.
[[nodiscard]] std::optional<std::string> fields_of(const data::Domain& domain, std::string_view name,
                                                   base::Language language);
/// The names that it has a page for.
[[nodiscard]] std::vector<std::string> names_of_fields(const data::Domain& domain);

} // namespace bilan::script
