// SPDX-License-Identifier: MPL-2.0
//
// Division as people mean it: SQLite gives 0 for 1/2, as it divides whole numbers without their rest, and a count is a
// whole number. Inner header of store/. Pure; any thread.
#pragma once

#include <string>

namespace bilan::store {

/// The statement in which every `/` divides real numbers: `a / b` is `a *1.0/ b`, which binds the same way.
[[nodiscard]] std::string with_real_division(const std::string& sql);

} // namespace bilan::store
