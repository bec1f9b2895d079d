// SPDX-License-Identifier: MPL-2.0
//
// What stands beside a number that does not rest on all its rows. Value type, any thread.
#pragma once

#include "workbook/document.hpp"

#include <cstdint>

namespace bilan::workbook {

/// A figure that does not rest on all its rows says so beside its number, inside the number format: the cell stays a
/// number.
enum class Mark : std::uint8_t {
    none,
    at_least, ///< `≥ 121`: the unknown rows would only add to it
    partial,  ///< `12,5 % *`: some rows are unknown
};

[[nodiscard]] Mark mark_of(const Value& value);

} // namespace bilan::workbook
