// SPDX-License-Identifier: MPL-2.0
//
// Files such as partners send, large or many: fictitious employment actions of twenty columns, with the words and gaps
// that real ones have. The same bytes at every run. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>

namespace bilan::bench {

/// `tidy` rows agree with themselves, one in twenty has a number written as words; `broken` ones break a few rules
/// each.
enum class Rows : std::uint8_t { tidy, broken };

void write_partner_file(const std::filesystem::path& file, std::uint32_t rows, std::uint32_t seed, Rows kind);

} // namespace bilan::bench
