// SPDX-License-Identifier: MPL-2.0
//
// How much a script may use before it is ended with its file and line.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace bilan::script {

struct Limits {
    std::uint64_t instructions = 2'000'000'000; ///< Lua virtual machine steps
    std::size_t memory_bytes = std::size_t{512} << 20U;
    std::chrono::milliseconds wall_clock{60'000};
    /// Rows times fields of the datasets that a script makes, all together: a slip in a loop, not an analysis.
    std::uint64_t made_cells = 120'000'000;
    /// Bytes of all that a script makes outside Lua, together: datasets, computed fields, tables, texts and notes.
    std::uint64_t made_bytes = std::uint64_t{2} << 30U;
    std::size_t pattern_subject_bytes = std::size_t{64} << 10U; ///< longest text a Lua pattern is matched against
};

} // namespace bilan::script
