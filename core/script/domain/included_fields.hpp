// SPDX-License-Identifier: MPL-2.0
//
// Fields that a schema takes from the files that several share. Throws Mistake. Pure; any thread.
#pragma once

#include "data/schema.hpp"
#include "script/mistake.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

/// Fields of the files that several schemas share, by the name of the file.
using SharedFields = std::map<std::string, std::vector<data::Field>>;

/// Puts the fields of `include` before those of the schema: `commun` takes all fields of a file, `commun.exercice` one
/// of them. A schema's own field takes the place of a shared one, and what partners write for that one is meant for it.
void include_fields(data::Schema& schema, const std::vector<std::string>& include, const SharedFields& fields);

/// What is to be said of a name that is none of the keys of `known`.
template <class Map>
[[nodiscard]] Mistake unknown_entry(std::string_view where, const std::string& name, const Map& known)
{
    std::vector<std::string> names;
    names.reserve(known.size());
    for (const auto& [key, unused] : known) names.push_back(key);
    return unknown_name("BIL-612", "BIL-613", name, where, names);
}

} // namespace bilan::script
