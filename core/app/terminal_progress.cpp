// SPDX-License-Identifier: MPL-2.0
#include "app/terminal_progress.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

namespace bilan::app {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds patience{500};
constexpr milliseconds between_drawings{100};

struct StepWords {
    base::Words verb;
    base::Words counted;
};

StepWords words_of(run::Step step)
{
    switch (step) {
    case run::Step::reading: return {{"Lecture", "Reading"}, {"fichiers", "files"}};
    case run::Step::controls: return {{"Contrôles", "Controls"}, {"jeux de données", "datasets"}};
    case run::Step::report: return {{"Calcul", "Computing"}, {"", ""}};
    case run::Step::writing: break;
    }
    return {{"Écriture", "Writing"}, {"feuilles", "sheets"}};
}

} // namespace

std::string progress_line(const run::Moment& moment, std::chrono::seconds since, base::Language language)
{
    constexpr std::size_t width = 20;
    const auto number = [&](std::uint64_t count) { return base::for_people(static_cast<double>(count), 0, language); };
    std::string bar(moment.all == 0 ? 0 : moment.done * width / moment.all, '#');
    bar.resize(width, '.');
    const StepWords words = words_of(moment.step);
    std::string line = "[" + bar + "] " + words.verb.in(language);
    if (const std::string& counted = words.counted.in(language); !counted.empty())
        line += ' ' + number(moment.done) + '/' + number(moment.all) + ' ' + counted;
    if (moment.rows > 0)
        line += " · " + number(moment.rows) +
                (moment.rows == 1 ? base::Words{" ligne", " row"} : base::Words{" lignes", " rows"}).in(language);
    line += " · " + number(static_cast<std::uint64_t>(since.count())) + "\u00A0s";
    if (!moment.detail.empty()) line += " · " + base::for_display(moment.detail, 40);
    return line;
}

TerminalProgress::TerminalProgress(std::ostream& stream, base::Language language)
    : stream_(stream), language_(language), drawer_([this] { draw_until_over(); })
{
}

TerminalProgress::~TerminalProgress()
{
    finished();
}

void TerminalProgress::draw_until_over()
{
    std::unique_lock lock(guard_);
    bool shown = false;
    milliseconds wait = patience;
    while (!over_.wait_for(lock, wait, [this] { return is_over_; })) {
        const auto since = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_);
        stream_ << "\r\x1b[K" << progress_line(moment_, since, language_) << std::flush;
        shown = true;
        wait = between_drawings;
    }
    if (shown) stream_ << "\r\x1b[K" << std::flush;
}

void TerminalProgress::at(run::Moment moment)
{
    const std::lock_guard lock(guard_);
    moment_ = std::move(moment);
}

void TerminalProgress::finished()
{
    {
        const std::lock_guard lock(guard_);
        is_over_ = true;
    }
    over_.notify_one();
    if (drawer_.joinable()) drawer_.join();
}

} // namespace bilan::app
