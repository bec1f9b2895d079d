// SPDX-License-Identifier: MPL-2.0
//
// A number format taken apart: its sections, their conditions, and what they write around the number. Pure functions,
// any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::cells {

struct Condition {
    std::string_view sign; ///< `<`, `>=`, …
    double bound = 0;

    [[nodiscard]] bool holds(double number) const
    {
        if (sign == "<") return number < bound;
        if (sign == "<=") return number <= bound;
        if (sign == ">") return number > bound;
        if (sign == ">=") return number >= bound;
        return sign == "=" ? number == bound : number != bound;
    }
};

/// One section of a format, taken apart.
struct Section {
    std::string_view code;
    std::optional<Condition> condition;
    std::string before;  ///< literals in front of the number, or all of them where there is no number
    std::string between; ///< those within its digits
    std::string after;   ///< those behind it
    std::size_t zeros = 0;
    bool has_number = false;
    bool is_only_zeros = true; ///< no `#`, no decimals, no exponent
    bool is_divided = false;   ///< a comma behind the last digit, or a percentage
    bool takes_texts = false;  ///< `@`
};

/// The sections for numbers; that for texts is left out. At least one. Views into the code.
[[nodiscard]] std::vector<Section> sections_of(std::string_view code);

/// ASCII letters and all that is written in several bytes.
[[nodiscard]] inline bool is_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           static_cast<unsigned char>(letter) >= 0x80;
}

} // namespace bilan::cells
