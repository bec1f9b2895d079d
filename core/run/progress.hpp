// SPDX-License-Identifier: MPL-2.0
//
// How far a run has come, for whoever watches. Called from one thread at a time, often; an implementation decides how
// seldom it shows anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace bilan::run {

enum class Step { reading, controls, report, writing };

/// `done` of `all`: files when reading, datasets when controlling, sheets when writing.
struct Moment {
    Step step = Step::reading;
    std::size_t done = 0;
    std::size_t all = 0;
    std::uint64_t rows = 0; ///< read so far
    std::string detail;     ///< a file, a schema or a report
};

class Progress {
public:
    virtual ~Progress() = default;
    virtual void at(Moment moment) = 0;
    virtual void finished() = 0;
};

/// Shows nothing.
class NoProgress final : public Progress {
public:
    void at(Moment /*moment*/) override {}
    void finished() override {}
};

} // namespace bilan::run
