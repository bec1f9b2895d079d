// SPDX-License-Identifier: MPL-2.0
//
// Cutting the text of a list. Some signs always cut (`;`, line breaks, bullets), others also stand inside names (`/`,
// « et »). Views into the text. Pure functions, any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// At `;`, `|`, line breaks and bullets; items without their own bullet (`- `, `=>`, `•`), none empty.
[[nodiscard]] std::vector<std::string_view> cut_at_strong(std::string_view text);
[[nodiscard]] std::vector<std::string_view> cut_at_commas(std::string_view text);
/// At `/`, `&`, `+` and the word « et ».
[[nodiscard]] std::vector<std::string_view> cut_at_weak(std::string_view text);
/// At dashes between spaces.
[[nodiscard]] std::vector<std::string_view> cut_at_dashes(std::string_view text);

/// Each once, in order of appearance, joined as data::Column wants it.
[[nodiscard]] std::string joined_items(std::span<const std::string> items);

} // namespace bilan::intake
