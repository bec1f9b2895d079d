// SPDX-License-Identifier: MPL-2.0
//
// Showing what a cell holds without showing who: texts that may name a person are never quoted (domain.md 8). Pure
// functions, any thread.
#pragma once

#include <bilan/book.hpp>

#include <string>
#include <string_view>

namespace bilan::intake {

/// An e-mail, a telephone number, a NIR, a form of address (« Mme … »).
[[nodiscard]] bool may_name_a_person(std::string_view text);

/// What stands for a text that is not shown.
inline constexpr std::string_view masked = "[masqué]";

/// The text, shortened; `[masqué]` when it may name a person or holds a person's name.
[[nodiscard]] std::string quoted(std::string_view text);
/// The same for quarters and municipalities, which bear the names of persons (« Quartier Pierre Curie »).
[[nodiscard]] std::string quoted_place(std::string_view text);

/// A cell as the person saw it: `12,5`, `95 %`, `31/12/2024`, `VRAI`, `#REF!`.
[[nodiscard]] std::string printed(const Cell& cell, const Book& book);
[[nodiscard]] std::string printed(const Cell& cell);
/// `1234,5`: all digits, no exponent below 10^15, the French comma.
[[nodiscard]] std::string printed(double number);
/// The same as an argument of a message, with the comma or the point of its language, and what stands behind it.
[[nodiscard]] std::string number_said(double number, std::string_view behind = {});

} // namespace bilan::intake
