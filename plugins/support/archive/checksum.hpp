// SPDX-License-Identifier: MPL-2.0
//
// CRC-32 as zip uses it. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace bilan::archive {

/// Continues the checksum `so_far` (0 at the start) over `bytes`.
[[nodiscard]] std::uint32_t checksum(std::uint32_t so_far, std::string_view bytes);

} // namespace bilan::archive
