// SPDX-License-Identifier: MPL-2.0
//
// Whether a page came whole. A parser of html closes by itself whatever is open, so a page that was cut on its way
// looks like a shorter one. Pure functions, any thread.
#pragma once

#include <string_view>

namespace bilan::html {

/// True when the page ends within a table. A page that ends with its body or its root is whole, though a table in it
/// was never closed: some programs forget that.
[[nodiscard]] bool is_cut(std::string_view page);

} // namespace bilan::html
