// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/findings_screen.hpp"
#include "run/row_lines.hpp"

namespace bilan::app {

namespace {

struct CheckWords {
    std::vector<std::string> inputs;
    run::ReadingOptions options;
};

base::ExitCode check(Session& session, const CheckWords& words)
{
    const std::unique_ptr<run::Progress> progress = session.progress();
    const run::Inputs inputs = run::find_inputs(words.inputs);
    const run::Reading reading = run::read_inputs(session.engine(), inputs, words.options, *progress);
    progress->finished();
    if (session.json) {
        run::row_lines(reading, session.language(), [&](const std::string& line) {
            if (!line.starts_with("{\"type\":\"row\"")) session.out() << line << '\n';
        });
    } else {
        show_accounting(session, reading);
        show_findings(session, reading);
    }
    if (reading.files.size() == 1 && reading.files.front().failure) return reading.files.front().failure->exit_code();
    if (reading.total().rows_kept == 0) throw base::Error(base::ExitCode::findings, "", {"BIL-152", {}});
    const bool blocking = reading.blocking() > 0;
    if (!session.json)
        session.out() << '\n'
                      << (blocking ? session.say({"Suite\u00A0: faites corriger les constats bloquants, puis relancez.",
                                                  "Next: have the blocking findings corrected, then run again."})
                                   : session.say({"Suite\u00A0: bilan produire RAPPORT DOSSIER -o classeur.xlsx",
                                                  "Next: bilan run REPORT FOLDER -o workbook.xlsx"}))
                      << '\n';
    return blocking ? base::ExitCode::findings : base::ExitCode::done;
}

} // namespace

void add_check(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(
        app, session, "check", "verifier",
        {"Lire et contrôler des fichiers sans rien produire", "Read and control files without producing anything"},
        {"  bilan verifier entrees/\n  bilan check --json entrees/ > constats.jsonl",
         "  bilan check inputs/\n  bilan check --json inputs/ > findings.jsonl"});
    auto words = std::make_shared<CheckWords>();
    add_reading_options(*command, session, words->inputs, words->options);
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return check(session, *words); }; });
}

} // namespace bilan::app
