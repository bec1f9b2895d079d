// SPDX-License-Identifier: MPL-2.0
#include "app/terminal_progress.hpp"

#include "base/text.hpp"

#include <string>

namespace bilan::app {

namespace {

using std::chrono::milliseconds;

base::Words step_words(std::string_view step)
{
    if (step == "reading") return {"Lecture", "Reading"};
    if (step == "controls") return {"Contrôles", "Controls"};
    if (step == "report") return {"Calcul", "Computing"};
    return {"Écriture", "Writing"};
}

} // namespace

TerminalProgress::TerminalProgress(std::ostream& stream, base::Language language)
    : stream_(stream), language_(language), next_(std::chrono::steady_clock::now() + milliseconds(500))
{
}

TerminalProgress::~TerminalProgress()
{
    finished();
}

void TerminalProgress::at(std::string_view step, std::size_t done, std::size_t all, std::string_view detail)
{
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + milliseconds(100);
    constexpr std::size_t width = 20;
    const std::size_t filled = all == 0 ? 0 : done * width / all;
    std::string bar(filled, '#');
    bar.resize(width, '.');
    stream_ << "\r\x1b[K[" << bar << "] " << step_words(step).in(language_) << ' ' << done << '/' << all << ' '
            << base::for_display(detail, 40) << std::flush;
    shown_ = true;
}

void TerminalProgress::finished()
{
    if (shown_) stream_ << "\r\x1b[K" << std::flush;
    shown_ = false;
}

} // namespace bilan::app
