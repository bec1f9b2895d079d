// SPDX-License-Identifier: MPL-2.0
//
// One line on the terminal, rewritten ten times a second and wiped at the end. Nothing is shown in the first half
// second: short work needs no progress. A thread of its own draws, so that the seconds go on while one large file is
// read; `at` and `finished` are called from one thread at a time.
#pragma once

#include "base/language.hpp"
#include "run/progress.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

namespace bilan::app {

class TerminalProgress final : public run::Progress {
public:
    /// `stream` outlives it, and nobody else writes to it before `finished`.
    TerminalProgress(std::ostream& stream, base::Language language);
    ~TerminalProgress() override;
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;

    void at(run::Moment moment) override;
    /// Wipes the line; from then on nothing is shown.
    void finished() override;

private:
    void draw_until_over();

    std::ostream& stream_;
    base::Language language_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::mutex guard_; // of the three below
    std::condition_variable over_;
    bool is_over_ = false;
    run::Moment moment_;
    std::thread drawer_;
};

/// The line without its cursor movements: `[#####...............] Lecture 3/12 fichiers · 4 210 lignes · 2 s · x.xlsx`.
[[nodiscard]] std::string progress_line(const run::Moment& moment, std::chrono::seconds since, base::Language language);

} // namespace bilan::app
