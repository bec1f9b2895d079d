// SPDX-License-Identifier: MPL-2.0
//
// One line on the terminal, rewritten at most ten times a second and wiped at the end. Nothing is shown in the first
// half second: short work needs no progress.
#pragma once

#include "base/language.hpp"
#include "run/progress.hpp"

#include <chrono>
#include <ostream>

namespace bilan::app {

class TerminalProgress final : public run::Progress {
public:
    TerminalProgress(std::ostream& stream, base::Language language);
    ~TerminalProgress() override;
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;

    void at(std::string_view step, std::size_t done, std::size_t all, std::string_view detail) override;
    void finished() override;

private:
    std::ostream& stream_;
    base::Language language_;
    std::chrono::steady_clock::time_point next_;
    bool shown_ = false;
};

} // namespace bilan::app
