// SPDX-License-Identifier: MPL-2.0
//
// Telephone numbers, e-mail addresses, social security numbers and dates of birth inside a text that is about something
// else: they are taken out (domain.md 8). A SIRET, an amount, a date or a list of numbers keeps its digits. Pure
// functions, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bilan::intake {

struct WithoutContacts {
    std::string text; ///< `[…]` in the place of each
    std::size_t contacts = 0;
};

/// False when no contact can stand in the text: no `@`, no word of a birth, and fewer digits than the
/// shortest number has.
[[nodiscard]] bool may_hold_contact(std::string_view text);
[[nodiscard]] WithoutContacts without_contact_data(std::string_view text);

} // namespace bilan::intake
