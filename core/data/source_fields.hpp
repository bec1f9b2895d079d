// SPDX-License-Identifier: MPL-2.0
//
// Which fields an expression reads, and of which rows: of « a, or b where a is unknown » only one enters a figure.
// Pure, any thread.
#pragma once

#include "data/expression.hpp"

#include <string>
#include <vector>

namespace bilan::data {

struct SourceField {
    std::string name;
    ExpressionPointer where; ///< holds where its values enter; null: everywhere
};

/// In order of appearance, each once, with those that functions of a script read. Empty expressions read nothing.
[[nodiscard]] std::vector<SourceField> source_fields(const std::vector<ExpressionPointer>& expressions);

} // namespace bilan::data
