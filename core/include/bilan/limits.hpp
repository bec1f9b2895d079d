// SPDX-License-Identifier: MPL-2.0
//
// What a reader may take in before it refuses the file, naming the limit. The defaults are numbers that no honest
// partner file meets; `bilan --limit name=value` moves them.
#pragma once

#include <chrono>
#include <cstdint>

namespace bilan {

struct ReadLimits {
    std::uint64_t part_bytes = std::uint64_t{2} << 30U;  ///< one part of an archive, unpacked
    std::uint64_t total_bytes = std::uint64_t{4} << 30U; ///< all parts together, unpacked
    std::uint32_t ratio = 200;                           ///< unpacked to packed, once past `ratio_free_bytes`
    std::uint64_t ratio_free_bytes = std::uint64_t{10} << 20U;
    std::uint32_t entries = 10'000;                         ///< entries of an archive
    std::uint32_t depth = 256;                              ///< nesting of XML or HTML elements
    std::uint32_t attributes = 1'024;                       ///< attributes of one XML element
    std::uint64_t texts = 20'000'000;                       ///< texts of a file
    std::uint32_t text_bytes = 1 << 20;                     ///< one text
    std::uint64_t cells = 50'000'000;                       ///< filled cells of a file
    std::uint64_t memory_bytes = std::uint64_t{450} << 20U; ///< grids and texts of a file
    std::uint32_t rows = 1'048'576;
    std::uint32_t columns = 16'384;
    std::uint32_t sheets = 1'000;
    std::chrono::milliseconds time{9'000}; ///< wall clock for one file
};

} // namespace bilan
