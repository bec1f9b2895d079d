// SPDX-License-Identifier: MPL-2.0
//
// Fields in the hands of Lua's own words: `f.a:gt(3) and f.b:gt(2)` is the second condition alone, `f.a == 1` is false
// whatever the rows hold. No error, a wrong figure: so it is looked for in the text. Pure; any thread.
#pragma once

#include "script/mistake.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace bilan::script {

struct FieldLogic {
    Mistake mistake;
    int line = 0; ///< from 1
};

/// The first such place. Fields are what stands behind a name that the code gives to `bilan.field`, or that is among
/// `names`; a name that the code gives to something else too is left alone.
[[nodiscard]] std::optional<FieldLogic> field_logic(std::string_view code,
                                                    std::set<std::string, std::less<>> names = {});

} // namespace bilan::script
