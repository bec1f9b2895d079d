// SPDX-License-Identifier: MPL-2.0
//
// A header cut where letters, digits and signs meet: « 16/25 ans » is `16`, `/`, `25`, `ans`. Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// Words and numbers of a folded text; signs that matter (`+`, `<`, `>`, `-`) are words of their own.
[[nodiscard]] std::vector<std::string> header_pieces(std::string_view folded);

} // namespace bilan::intake
