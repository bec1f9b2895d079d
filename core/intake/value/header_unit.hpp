// SPDX-License-Identifier: MPL-2.0
//
// What a header says about the unit of its numbers. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

struct HeaderUnit {
    double factor = 1; ///< to euros
    std::string name;  ///< `k€`, `M€`; empty when the factor is 1
    bool is_percent = false;
    bool is_euro = false; ///< plain euros, said aloud
    bool is_hours = false;
};

/// `unit` as the header gives it, else what the header says itself.
[[nodiscard]] HeaderUnit unit_of_header(std::string_view unit, std::string_view header);

} // namespace bilan::intake
