// SPDX-License-Identifier: MPL-2.0
//
// Names of quarters and communes in the form in which they are compared. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

/// Letters and digits in words, without case, accents, hyphens and apostrophes; `St` is `Saint`.
[[nodiscard]] std::string name_key(std::string_view name);
/// The same without « Quartier », « QP », « QPV », « Quartier prioritaire de » before it.
[[nodiscard]] std::string quarter_key(std::string_view name);
/// A key without its articles: « la plaine » and « plaine ».
[[nodiscard]] std::string without_articles(std::string_view key);
/// Every word of `part` stands in `whole`, and at least one of them is long enough to mean something.
[[nodiscard]] bool is_part_of(std::string_view part, std::string_view whole);
/// The keys differ by a slip: one sign, two in long names.
[[nodiscard]] bool differ_by_a_slip(std::string_view left, std::string_view right);

} // namespace bilan::intake
