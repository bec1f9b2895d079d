// SPDX-License-Identifier: MPL-2.0
//
// Kinds of values that words of plugins take and give, as the language server calls them. Pure; any thread.
#pragma once

#include <bilan/function.hpp>

namespace bilan::script {

[[nodiscard]] constexpr const char* value_type_name(ValueType type)
{
    switch (type) {
    case ValueType::boolean: return "boolean";
    case ValueType::number: return "number";
    case ValueType::text: return "string";
    case ValueType::numbers: return "number[]";
    }
    return "any";
}

} // namespace bilan::script
