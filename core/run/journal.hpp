// SPDX-License-Identifier: MPL-2.0
//
// What a run does, one JSON object a line, each line on the disk before the deed it tells of: the last line of a run
// that died names what it was doing. Files are named as the run shows them; no path, user or host of the machine stands
// in it. Any thread.
#pragma once

#include "base/json.hpp"

#include <chrono>
#include <filesystem>
#include <string_view>

namespace bilan::run {

class Journal {
public:
    /// Keeps nothing.
    Journal() = default;
    /// Starts `file` anew. Throws base::Error (exit 4) when it cannot be written.
    explicit Journal(const std::filesystem::path& file);
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    ~Journal();

    [[nodiscard]] bool keeps() const { return file_ >= 0; }
    /// A line that begins with `"ms"` since the start and `"type"`. A full disk is no reason to end a run: such a line
    /// is lost.
    void note(std::string_view type, const base::JsonLine& members);

private:
    int file_ = -1;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

} // namespace bilan::run
