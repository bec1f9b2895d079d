// SPDX-License-Identifier: MPL-2.0
//
// How far a run has come, for whoever watches. Called from one thread at a time, often; an implementation decides how
// seldom it shows anything.
#pragma once

#include <cstddef>
#include <string_view>

namespace bilan::run {

class Progress {
public:
    virtual ~Progress() = default;
    /// `step`: `reading`, `controls`, `report`, `writing`; `detail` is a file or sheet name.
    virtual void at(std::string_view step, std::size_t done, std::size_t all, std::string_view detail) = 0;
    virtual void finished() = 0;
};

/// Shows nothing.
class NoProgress final : public Progress {
public:
    void at(std::string_view, std::size_t, std::size_t, std::string_view) override {}
    void finished() override {}
};

} // namespace bilan::run
