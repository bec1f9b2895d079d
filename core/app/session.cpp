// SPDX-License-Identifier: MPL-2.0
#include "app/session.hpp"

#include "app/terminal_progress.hpp"
#include "base/json.hpp"
#include "base/number.hpp"
#include "run/campaign_folder.hpp"
#include "run/home.hpp"

#include <cstdlib>
#include <string_view>

#include <unistd.h>

namespace bilan::app {

Session::Session(base::Language language, std::ostream& out, std::ostream& errors)
    : language_(language), out_(out), errors_(errors)
{
}

run::Engine& Session::engine()
{
    return engine_ ? *engine_ : renew_engine();
}

run::Engine& Session::renew_engine()
{
    const run::Home home = run::find_home(run::program_path(), campaigns);
    if (!engine_)
        for (const std::filesystem::path& campaign : campaigns)
            if (const auto doubt = run::doubt_about_campaign(campaign)) warn(campaign.string(), *doubt);
    if (!engine_ && stands_in_campaign && !quiet && !json)
        errors_ << say({"Campagne\u00A0: ", "Campaign: "}) << campaigns.front().string()
                << say({" (son mappings.toml, ses listes et ses rapports\u00A0; une autre\u00A0: --campagne DOSSIER)",
                        " (its mappings.toml, lists and reports; another one: --campaign DIR)"})
                << '\n';
    std::vector<std::filesystem::path> all = find_themes(home);
    const bool has_themes = !all.empty();
    all.insert(all.end(), reports.begin(), reports.end());
    auto made = std::make_unique<run::Engine>(home, campaigns, references, all, journal());
    if (has_themes) made->require_reports();
    engine_ = std::move(made); // the one before stands until there is another: `watch` holds on to it
    return *engine_;
}

std::vector<std::filesystem::path> Session::find_themes(const run::Home& home)
{
    std::vector<std::filesystem::path> files;
    for (const std::string& theme : themes) {
        if (!run::is_pack(theme)) {
            files.push_back(script::report_files(home.scripts, theme).front());
            continue;
        }
        packed_report = true;
        unpacked_.push_back(std::make_unique<run::UnpackedReport>(run::unpacked(theme)));
        files.push_back(unpacked_.back()->script());
    }
    return files;
}

run::Journal& Session::journal()
{
    if (!journal_)
        journal_ =
            journal_file.empty() ? std::make_unique<run::Journal>() : std::make_unique<run::Journal>(journal_file);
    return *journal_;
}

std::unique_ptr<run::Progress> Session::progress()
{
    if (quiet || json || ::isatty(STDERR_FILENO) == 0) return std::make_unique<run::NoProgress>();
    // Plugins are tried out in child processes, which must not be made while the line has a thread: a lock that it
    // holds at that moment stays held in the child for ever.
    static_cast<void>(engine());
    return std::make_unique<TerminalProgress>(errors_, language_);
}

bool Session::colours() const
{
    if (plain || ::isatty(STDOUT_FILENO) == 0) return false;
    const char* no_colour = std::getenv("NO_COLOR"); // NOLINT(concurrency-mt-unsafe)
    const char* terminal = std::getenv("TERM");      // NOLINT(concurrency-mt-unsafe)
    return (no_colour == nullptr || *no_colour == '\0') && terminal != nullptr && std::string_view(terminal) != "dumb";
}

std::string Session::bold(const std::string& text) const
{
    return colours() ? "\x1b[1m" + text + "\x1b[0m" : text;
}

std::string Session::red(const std::string& text) const
{
    return colours() ? "\x1b[1;31m" + text + "\x1b[0m" : text;
}

std::string Session::sentence_of(const base::Error& error) const
{
    return packed_report ? error.sentence(language_) : error.sentence_here(language_);
}

std::string Session::place_of(const script::JournalLine& line) const
{
    const std::string& file = packed_report ? line.file : line.here;
    return line.line > 0 ? file + ':' + std::to_string(line.line) : file; // some are about no line of a script
}

void Session::warn(const std::string& place, const base::Message& message)
{
    const std::string sentence = place + say({"\u00A0: ", ": "}) + base::render(message, language_);
    if (json)
        errors_ << base::JsonLine()
                       .member("type", "warning")
                       .member("code", message.code)
                       .member("place", place)
                       .member("message", sentence)
                       .text()
                << '\n';
    else
        errors_ << "bilan: " << sentence << " [" << message.code << "]\n";
}

base::ExitCode Session::fail(const base::Error& error)
{
    if (journal_)
        journal_->note("failed", base::JsonLine()
                                     .member("code", error.message().code)
                                     .member("message", base::render(error.message(), language_)));
    if (json) {
        base::JsonLine line;
        line.member("type", "error")
            .member("code", error.message().code)
            .member("place", packed_report ? error.place() : error.here());
        line.member("message", sentence_of(error));
        line.member("exit", static_cast<std::int64_t>(error.exit_code()));
        errors_ << line.text() << '\n';
    } else {
        errors_ << "bilan: " << sentence_of(error);
        if (!error.message().code.empty()) errors_ << " [" << error.message().code << ']';
        errors_ << '\n';
    }
    return error.exit_code();
}

std::string Session::number(std::uint64_t count) const
{
    return base::for_people(static_cast<double>(count), 0, language_);
}

std::string Session::counted(std::uint64_t count, const base::Words& one, const base::Words& many) const
{
    const bool is_one = count == 1 || (count == 0 && language_ == base::Language::french);
    return number(count) + "\u00A0" + say(is_one ? one : many);
}

} // namespace bilan::app
