// SPDX-License-Identifier: MPL-2.0
//
// What a header says about the unit of its numbers. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

struct HeaderUnit {
    double factor = 1; ///< to euros
    std::string name;  ///< `k€`, `M€`, `milliers`; empty when the factor is 1
    bool is_percent = false;
    bool is_euro = false; ///< plain euros, said aloud
    bool is_hours = false;
};

/// `unit` as the header gives it, else what the header says itself.
[[nodiscard]] HeaderUnit unit_of_header(std::string_view unit, std::string_view header);
/// The same of amounts, where « en milliers » and « x 1000 » are thousands of euros.
[[nodiscard]] HeaderUnit unit_of_amounts(std::string_view unit, std::string_view header);
/// The same of counts and other numbers: their factor, where the header says « en milliers » or « x 1000 »; else 1.
[[nodiscard]] HeaderUnit unit_of_numbers(std::string_view unit, std::string_view header);

} // namespace bilan::intake
