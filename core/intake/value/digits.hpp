// SPDX-License-Identifier: MPL-2.0
//
// One number as people group and point it: `1 234,50`, `1.234,50`, `1'234`, `1,234.50`, `12,5`. Pure functions, any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::intake {

/// What the separators of one number prove about the others of its column.
enum SeparatorProof : std::uint8_t {
    dot_is_decimal = 1,
    dot_is_thousand = 2,
    comma_is_decimal = 4,
    comma_is_thousand = 8,
};

struct Digits {
    double value = 0;
    std::size_t length = 0; ///< bytes read
    std::uint8_t proof = 0; ///< of SeparatorProof
    char unsettled = 0;     ///< `.` or `,` when it may be either: `value` is with thousands, `as_decimal` the other
    double as_decimal = 0;
    bool is_damaged = false;    ///< groups that are no groups: `5 00`, `1 2345`, more than 15 digits
    bool is_grouped = false;    ///< has separators between thousands
    bool is_scientific = false; ///< `3,8E+13`
};

/// The number at the beginning of a plain spelling; nothing when it begins with none.
[[nodiscard]] std::optional<Digits> read_digits(std::string_view text);

} // namespace bilan::intake
