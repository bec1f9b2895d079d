// SPDX-License-Identifier: MPL-2.0
//
// Encodings of one byte a character that expat does not know by itself: those of Windows, of the Macintosh, of DOS, the
// rest of ISO 8859. Pure functions, any thread.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace bilan::xml {

/// Of each byte the character it stands for, or -1; nothing for a name that is none of these encodings.
[[nodiscard]] std::optional<std::array<int, 256>> single_byte_characters(std::string_view encoding);

} // namespace bilan::xml
