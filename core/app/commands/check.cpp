// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/findings_screen.hpp"
#include "run/request_checks.hpp"
#include "run/return_sheets.hpp"
#include "run/row_lines.hpp"

namespace bilan::app {

namespace {

struct CheckWords {
    std::vector<std::string> inputs;
    run::ReadingOptions options;
    std::filesystem::path returns; ///< empty: nothing is written
};

/// What goes back to the partners, also for files that could not be read.
void write_returns(Session& session, const CheckWords& words, const run::Reading& reading)
{
    if (words.returns.empty()) return;
    const auto sheets = run::write_return_sheets(session.engine(), reading, words.options.year, words.returns);
    if (session.json) return;
    session.out() << '\n' << session.say({"Relevés à renvoyer", "Sheets to send back"}) << '\n';
    for (const run::ReturnSheet& sheet : sheets)
        session.out() << "  " << sheet.file << " → " << sheet.workbook.string() << "  ("
                      << session.say({"à corriger ", "to correct "}) << sheet.to_correct
                      << session.say({", à vérifier ", ", to check "}) << sheet.to_check << ")\n";
}

base::ExitCode check(Session& session, const CheckWords& words)
{
    if (!words.returns.empty()) run::check_returns_elsewhere(words.returns, words.inputs);
    const std::unique_ptr<run::Progress> progress = session.progress();
    const run::Inputs inputs = run::find_inputs(words.inputs);
    const run::Reading reading = run::read_inputs(session.engine(), inputs, words.options, *progress);
    progress->finished();
    if (session.json) {
        run::finding_lines(reading, session.language(),
                           [&](const std::string& line) { session.out() << line << '\n'; });
    } else {
        show_accounting(session, reading);
        show_findings(
            session, reading,
            {"une à une par --json, ou par --retours DOSSIER", "one by one by --json, or by --return-dir FOLDER"});
    }
    write_returns(session, words, reading);
    if (reading.files.size() == 1 && reading.files.front().failure) return reading.files.front().failure->exit_code();
    run::check_filled_in(reading);
    if (reading.total().rows_kept == 0) throw base::Error(base::ExitCode::findings, "", {"BIL-152", {}});
    const bool blocking = reading.blocking() > 0;
    if (!session.json && !session.quiet)
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
        {"  bilan verifier entrees/\n  bilan verifier --json entrees/ > constats.jsonl\n"
         "  bilan verifier entrees/ --retours relevés/ --annee 2025",
         "  bilan check inputs/\n  bilan check --json inputs/ > findings.jsonl\n"
         "  bilan check inputs/ --return-dir returns/ --year 2025"});
    auto words = std::make_shared<CheckWords>();
    add_reading_options(*command, session, words->inputs, words->options);
    command->add_option("--return-dir,--retours", words->returns,
                        session.say({"dossier où écrire, pour chaque fichier, le relevé à renvoyer au partenaire",
                                     "folder for one workbook per file to send back to its partner, in French"}));
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return check(session, *words); }; });
}

} // namespace bilan::app
