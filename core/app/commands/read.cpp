// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "run/row_lines.hpp"

#include <algorithm>

namespace bilan::app {

namespace {

struct ReadWords {
    std::vector<std::string> inputs;
    run::ReadingOptions options;
};

base::ExitCode read(Session& session, const ReadWords& words)
{
    const std::unique_ptr<run::Progress> progress = session.progress();
    const run::Inputs inputs = run::find_inputs(words.inputs);
    const run::Reading reading = run::read_inputs(session.engine(), inputs, words.options, *progress);
    progress->finished();
    run::row_lines(reading, session.language(), [&](const std::string& line) { session.out() << line << '\n'; });
    const bool none = std::ranges::all_of(reading.files, [](const run::FileResult& file) { return !!file.failure; });
    if (none) throw base::Error(*reading.files.front().failure);
    return reading.blocking() > 0 ? base::ExitCode::findings : base::ExitCode::done;
}

} // namespace

void add_read(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command =
        add_command(app, session, "read", "lire",
                    {"Lignes canoniques et constats, en JSON Lines", "Canonical rows and findings as JSON Lines"},
                    {"  bilan lire --schema emploi entrees/mission_locale.xlsx",
                     "  bilan read --schema emploi inputs/mission_locale.xlsx"});
    auto words = std::make_shared<ReadWords>();
    add_reading_options(*command, session, words->inputs, words->options);
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return read(session, *words); }; });
}

} // namespace bilan::app
