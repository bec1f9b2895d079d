// SPDX-License-Identifier: MPL-2.0
//
// « 2023-2024 », « Exercice 2023 », « CPO 2022-2024 »: few words that name a year and no day. Pure function, any
// thread.
#pragma once

#include <string_view>

namespace bilan::intake {

[[nodiscard]] bool tells_a_year(std::string_view text);

} // namespace bilan::intake
