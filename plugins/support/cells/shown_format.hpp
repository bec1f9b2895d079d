// SPDX-License-Identifier: MPL-2.0
//
// Number formats that show something else than the number: `0"000"`, `"QP"000000`, `"oui";"non"`, and those whose
// sections are of several classes. Pure functions, any thread.
#pragma once

#include <bilan/cell.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::cells {

/// What the section of a format that shows a number makes of it.
enum class Showing : std::uint8_t {
    as_stored, ///< the number, perhaps with a unit or rounded
    otherwise, ///< other digits, a word that multiplies it, a word in its stead, or nothing at all
    code,      ///< letters or digits and then zeros that the number fills: a code of a fixed length
};

struct Shown {
    Showing showing = Showing::as_stored;
    std::optional<FormatClass> format; ///< of the section; none when it shows no number
    std::string code;                  ///< what people see, of a code
};

/// Whether some number may be shown otherwise than stored under the format, or in another class than `format_class`
/// says. Only then need `shown_as` be asked.
[[nodiscard]] bool is_odd_format(std::string_view code);

/// What people see of a number under a format, by the section that its sign or a condition (`[<1]`) chooses.
[[nodiscard]] Shown shown_as(std::string_view code, double number);

} // namespace bilan::cells
