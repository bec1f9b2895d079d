// SPDX-License-Identifier: MPL-2.0
//
// Fingerprints of files. Pure, any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace bilan::run {

/// SHA-256 as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);

} // namespace bilan::run
