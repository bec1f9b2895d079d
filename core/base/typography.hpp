// SPDX-License-Identifier: MPL-2.0
//
// How French is set. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::base {

/// French typography: an ordinary space before `: ; ! ? % € »` or after `«` becomes one at which no line breaks. For
/// words of ours and of scripts; what partners wrote stays as it is.
[[nodiscard]] std::string french_spaces(std::string_view text);

} // namespace bilan::base
