// SPDX-License-Identifier: MPL-2.0
//
// The départements: codes and names (domain.md 6.4). Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

/// The code (`01`, `2A`, `974`) of a code or a folded name as people write them: `1`, `001`, `2a`, `ain`, `01 - ain`.
[[nodiscard]] std::optional<std::string> department_of(std::string_view folded);

} // namespace bilan::intake
