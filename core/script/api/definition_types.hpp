// SPDX-License-Identifier: MPL-2.0
//
// The tables of options in editor definitions: words of kinds and units come from the lists that reading uses. Pure.
#pragma once

#include <string>
#include <vector>

namespace bilan::script {

[[nodiscard]] std::string option_types();

/// Those of a theme of one's own, a part of the above.
[[nodiscard]] std::string domain_types();
/// `---@alias NAME` and its words.
[[nodiscard]] std::string alias(const std::string& name, const std::vector<std::string>& words);

} // namespace bilan::script
