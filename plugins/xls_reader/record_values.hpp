// SPDX-License-Identifier: MPL-2.0
//
// Values as records pack them. Pure functions, any thread.
#pragma once

#include "xls_reader/bytes.hpp"

#include <bilan/cell.hpp>

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::xls {

/// A number in four bytes: the upper ones of a double, or a whole number; either of them perhaps in hundredths.
[[nodiscard]] inline double rk_number(std::uint32_t packed)
{
    const bool is_whole = (packed & 2U) != 0;
    const bool is_in_hundredths = (packed & 1U) != 0;
    const double number = is_whole ? static_cast<double>(static_cast<std::int32_t>(packed) >> 2)
                                   : std::bit_cast<double>(std::uint64_t{packed & 0xFFFF'FFFCU} << 32U);
    return is_in_hundredths ? number / 100 : number;
}

[[nodiscard]] inline std::optional<CellError> error_of(std::uint8_t number)
{
    switch (number) {
    case 0x00: return CellError::null;
    case 0x07: return CellError::division;
    case 0x0F: return CellError::value;
    case 0x17: return CellError::reference;
    case 0x1D: return CellError::name;
    case 0x24: return CellError::number;
    case 0x2A: return CellError::not_available;
    case 0x2B: return CellError::getting_data;
    default: return std::nullopt;
    }
}

struct FormulaResult {
    enum class Kind : std::uint8_t { number, text, boolean, error, empty_text, none };
    Kind kind = Kind::none;
    double number = 0;
    std::uint8_t byte = 0; ///< of a boolean or an error
};

/// The result of a formula, from the rest of its record behind place and style: eight bytes that are a number, or
/// something else where a number would be none, then flags. Programs that write formulas without calculating them leave
/// a zero and ask for a calculation at the next opening; Excel itself never asks. That zero is no result.
[[nodiscard]] inline FormulaResult formula_result(std::string_view bytes)
{
    using Kind = FormulaResult::Kind;
    constexpr unsigned to_be_calculated = 0x02;
    if (word_at(bytes, 6) != 0xFFFF) {
        const bool asks = bytes.size() >= 10 && (word_at(bytes, 8) & to_be_calculated) != 0;
        const bool is_left_open = asks && number_at<std::uint64_t>(bytes, 0) == 0;
        return is_left_open ? FormulaResult{} : FormulaResult{Kind::number, double_at(bytes, 0)};
    }
    switch (byte_at(bytes, 0)) {
    case 0: return {Kind::text};
    case 1: return {Kind::boolean, 0, byte_at(bytes, 2)};
    case 2: return {Kind::error, 0, byte_at(bytes, 2)};
    case 3: return {Kind::empty_text};
    default: return {};
    }
}

} // namespace bilan::xls
