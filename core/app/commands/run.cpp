// SPDX-License-Identifier: MPL-2.0
#include "app/ask_parameters.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/report_options.hpp"
#include "app/findings_screen.hpp"
#include "base/date.hpp"
#include "base/json.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "run/parameters.hpp"
#include "run/run_report.hpp"
#include "script/failed_report.hpp"
#include "script/parameter_values.hpp"
#include "script/parameter_words.hpp"

#include <filesystem>

namespace bilan::app {

namespace {

/// What the command line says; lives as long as the command.
struct RunWords : ReportWords {
    std::string output;
    std::string date;
};

/// `2026-03-12` or `12/03/2026`.
std::optional<base::CivilDate> date_in(std::string_view words)
{
    const std::string text(base::trim(words));
    const std::vector<std::string_view> parts = base::split(text, '/');
    std::string iso = text;
    const auto two = [](std::string_view part) { return std::string(part.size() == 1 ? "0" : "").append(part); };
    if (parts.size() == 3) iso = std::string(parts[2]) + '-' + two(parts[1]) + '-' + two(parts[0]);
    return base::parse_iso(iso);
}

/// `bilan_emploi_2025.xlsx` beside the user when no name was given.
std::filesystem::path output_of(const RunWords& words)
{
    if (!words.output.empty()) return words.output;
    const std::string report = std::filesystem::path(words.request.report).stem().string();
    return "bilan_" + report + (words.request.year ? "_" + std::to_string(*words.request.year) : "") + ".xlsx";
}

void show_json(Session& session, const run::ReportRequest& request, const run::ReportOutcome& outcome)
{
    const run::Accounting total = outcome.reading.total();
    const auto count = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
    base::JsonLine line;
    line.member("format", std::int64_t{1}).member("type", "run").member("report", request.report);
    line.member("output", request.output.string()).member("sha256", outcome.output_digest);
    line.member("files", count(outcome.reading.files.size())).member("sheets", count(outcome.sheets));
    line.member("figures", count(outcome.figures)).member("rows_read", count(total.rows_read));
    line.member("rows_kept", count(total.rows_kept)).member("rows_set_aside", count(total.rows_set_aside));
    line.member("rows_refused", count(total.rows_refused));
    line.member("rules_applied", count(outcome.reading.rules_applied()));
    line.member("blocking", count(outcome.reading.blocking()));
    line.member("alerts", count(outcome.reading.findings_of(data::Severity::alert)));
    std::vector<std::string> copies;
    for (const intake::Finding& finding : outcome.reading.findings)
        if (finding.code == run::copy_of_another) copies.push_back(finding.place.file);
    if (!copies.empty()) line.member("copies", copies); // same bytes as another input, read once
    session.out() << line.text() << '\n';
    for (const run::PartWritten& part : outcome.parts)
        session.out() << base::JsonLine()
                             .member("format", std::int64_t{1})
                             .member("type", "part")
                             .member("part", part.part)
                             .member("output", part.output.string())
                             .member("sha256", part.digest)
                             .text()
                      << '\n';
}

void show_journal(Session& session, const std::vector<script::JournalLine>& journal)
{
    for (const script::JournalLine& line : journal)
        session.out() << "  " << session.place_of(line) << "  " << line.text << '\n';
}

/// A report that found rows and counts none of them looks like success.
void show_no_figure(Session& session, const std::string& report, const run::ReportOutcome& outcome)
{
    if (outcome.figures > 0 || outcome.lists_rows || outcome.reading.datasets.empty()) return;
    const script::ReportCard card = script::describe_report(session.engine().home().scripts, report);
    const auto has_rows = [&](const std::string& schema) {
        const auto found = outcome.reading.datasets.find(schema);
        return found != outcome.reading.datasets.end() && found->second->rows() > 0;
    };
    if (card.datasets.empty()) return; // it reads by itself
    const bool is_theme = std::ranges::any_of(card.datasets, has_rows);
    std::vector<std::string> schemas;
    for (const auto& [schema, dataset] : outcome.reading.datasets) schemas.push_back(schema);
    const base::Words no_row{
        "Aucun chiffre\u00A0: rien de ce qui a été lu n'est du thème du rapport (schémas lus\u00A0: ",
        "No figure: nothing that was read is of the report's theme (schemas read: "};
    const base::Words no_figure{
        "Aucun chiffre\u00A0: les lignes lues n'en donnent pas à ce rapport (schémas lus\u00A0: ",
        "No figure: the rows that were read give this report none (schemas read: "};
    session.out() << "  " << session.say(is_theme ? no_figure : no_row) << base::join(schemas, ", ")
                  << session.say(
                         {"). «\u00A0bilan inspecter\u00A0» dit ce qui a été compris\u00A0; --schema en impose un "
                          "autre.",
                          "). \"bilan inspect\" says what was understood; --schema asks for another."})
                  << '\n';
}

/// « enveloppe : 60 000 € »: numbers that were given, as they were understood.
void show_parameters(Session& session, const run::ReportRequest& request)
{
    if (session.quiet || request.parameters.empty()) return;
    const script::ReportCard card = script::describe_report(session.engine().home().scripts, request.report);
    const auto values = run::parameters_of(card, request.parameters);
    for (const script::ParameterCard& parameter : card.parameters) {
        const auto value = values.find(parameter.name);
        const auto* const number = value == values.end() ? nullptr : std::get_if<double>(&value->second);
        if (number == nullptr || parameter.type == "year") continue;
        session.out() << "  " << parameter.name << session.say({"\u00A0: ", ": "})
                      << script::for_people(parameter, *number, session.language()) << '\n';
    }
}

void show(Session& session, const run::ReportRequest& request, const run::ReportOutcome& outcome)
{
    show_accounting(session, outcome.reading);
    show_findings(session, outcome.reading, {"feuille Contrôles", "sheet Controls"});
    show_journal(session, outcome.journal);
    session.out() << '\n'
                  << (outcome.failures.empty() ? session.say({"Écrit\u00A0: ", "Written: "})
                                               : session.say({"Écrit, incomplet\u00A0: ", "Written, incomplete: "}))
                  << session.bold(request.output.string()) << "  ("
                  << session.counted(outcome.sheets, {"feuille", "sheet"}, {"feuilles", "sheets"}) << ", "
                  << session.counted(outcome.figures, {"chiffre", "figure"}, {"chiffres", "figures"})
                  << session.say({", empreinte ", ", fingerprint "}) << outcome.output_digest.substr(0, 8) << "…)\n";
    show_no_figure(session, request.report, outcome);
    show_parameters(session, request);
    for (const run::PartWritten& part : outcome.parts)
        session.out() << "  " << part.part << session.say({"\u00A0: ", ": "}) << part.output.string()
                      << session.say({"  (empreinte ", "  (fingerprint "}) << part.digest.substr(0, 8) << "…)\n";
    if (outcome.rows_in_no_part > 0)
        session.out() << "  " << session.counted(outcome.rows_in_no_part, {"ligne", "row"}, {"lignes", "rows"})
                      << session.say({" sans valeur pour «\u00A0", " without a value for \""}) << request.split
                      << session.say({"\u00A0»\u00A0: dans le classeur d'ensemble seulement, dans aucun des autres.",
                                      "\": in the whole workbook alone, in none of the others."})
                      << '\n';
    const auto files = script::report_files(session.engine().home().scripts, request.report);
    show_hidden(session, files.front(), std::span(files).subspan(1));
    if (session.quiet) return;
    if (!outcome.failures.empty()) {
        session.out() << session.say(
                             {"Suite\u00A0: une partie n'a pas été calculée et ses chiffres manquent\u00A0; corrigez "
                              "l'erreur dite ci-dessous, puis relancez.",
                              "Next: a part was not computed and its figures are missing; correct the error told "
                              "below, then run again."})
                      << '\n';
        return;
    }
    const bool blocking = outcome.reading.blocking() > 0;
    session.out() << (blocking
                          ? session.say({"Suite\u00A0: corrigez ou faites corriger les constats bloquants (feuille "
                                         "Contrôles), puis relancez.",
                                         "Next: have the blocking findings corrected (sheet Controls), then run "
                                         "again."})
                          : session.say({"Suite\u00A0: ouvrez le classeur\u00A0; la feuille Méthode dit comment chaque "
                                         "chiffre est calculé.",
                                         "Next: open the workbook; the sheet Method says how each figure is "
                                         "computed."}))
                  << '\n';
}

/// `; 0,8 si rien n'est dit`, in the way one types it.
std::string initial_of(const Session& session, const script::ParameterValue& value)
{
    std::string words;
    if (const auto* yes = std::get_if<bool>(&value))
        words = session.say(*yes ? base::Words{"oui", "yes"} : base::Words{"non", "no"});
    if (const auto* number = std::get_if<double>(&value)) words = base::shortest(*number);
    if (const auto* text = std::get_if<std::string>(&value)) words = base::for_display(*text);
    if (std::holds_alternative<double>(value) && session.language() == base::Language::french)
        words = base::replace_all(words, ".", ",");
    if (words.empty()) return session.say({"\u00A0; sans valeur si rien n'est dit", "; no value when left out"});
    return session.say({"\u00A0; sinon ", "; otherwise "}) + words;
}

/// What the report named on the command line asks for: `bilan run emploi --help`.
std::string parameters_help(Session& session, const std::string& report)
{
    if (report.empty()) return {};
    std::string text;
    try {
        const run::Home home = run::find_home(run::program_path(), session.campaigns);
        std::optional<run::UnpackedReport> pack;
        session.packed_report = run::is_pack(report);
        if (session.packed_report) pack.emplace(run::unpacked(report));
        const script::ReportCard card = script::describe_report(home.scripts, pack ? pack->script().string() : report);
        if (card.parameters.empty()) return {};
        text = "\n\n" + session.say({"Paramètres de ", "Parameters of "}) + card.id +
               session.say({" (--param)\u00A0:\n", " (--param):\n"});
        for (const script::ParameterCard& parameter : card.parameters) {
            text += "  " + parameter.name + "  " + session.say(script::type_words(parameter)) +
                    initial_of(session, parameter.initial);
            if (!parameter.label.french.empty()) text += "\n      " + session.say(parameter.label);
            text += '\n';
        }
    } catch (const base::Error& error) {
        text = "\n\n" + session.sentence_of(error);
    }
    return text;
}

/// What a script that fails has printed is shown before its error.
run::ReportOutcome made(Session& session, const run::ReportRequest& request, run::Progress& progress)
{
    try {
        return run::run_report(session.engine(), request, progress);
    } catch (const script::FailedReport& failed) {
        progress.finished();
        if (!session.json) show_journal(session, failed.journal());
        throw;
    }
}

base::ExitCode run(Session& session, RunWords& words)
{
    settle(session, words);
    words.request.produced_on = date_in(words.date);
    if (!words.date.empty() && !words.request.produced_on)
        throw base::Error(base::ExitCode::usage, "--date", {"BIL-062", {base::for_display(words.date)}});
    if (words.unpacked != nullptr) ask_parameters(session, words.request); // whoever has a pack did not write it
    words.request.output = output_of(words);
    const std::unique_ptr<run::Progress> progress = session.progress();
    const run::ReportOutcome outcome = made(session, words.request, *progress);
    progress->finished();
    if (session.json)
        show_json(session, words.request, outcome);
    else
        show(session, words.request, outcome);
    for (const base::Error& failure : outcome.failures) (void)session.fail(failure);
    if (!outcome.failures.empty()) return base::ExitCode::script;
    return outcome.reading.blocking() > 0 ? base::ExitCode::findings : base::ExitCode::done;
}

} // namespace

void add_run(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(
        app, session, "run", "produire",
        {"Produire un classeur\u00A0: un rapport sur les fichiers des partenaires",
         "Produce a workbook: a report over the partners' files"},
        {"  bilan produire emploi entrees/ -o emploi_2025.xlsx --annee 2025 --territoire \"Contrat de ville\"\n"
         "  bilan produire mon_rapport.lua a.xlsx b.csv -o essai.xlsx --param seuil_couverture=0.9\n"
         "Sortie 0\u00A0: fait · 1\u00A0: fait, mais des constats bloquent · 2\u00A0: commande · 3\u00A0: entrée "
         "illisible · 4\u00A0: sortie ·\n"
         "5\u00A0: secret statistique · 6\u00A0: script · 7\u00A0: extension",
         "  bilan run emploi inputs/ -o emploi_2025.xlsx --year 2025 --territory \"Contrat de ville\"\n"
         "  bilan run my_report.lua a.xlsx b.csv -o trial.xlsx --param seuil_couverture=0.9\n"
         "Exit 0: done · 1: done, but findings block · 2: usage · 3: input unreadable · 4: output · 5: secrecy ·\n"
         "6: script · 7: plugin"});
    auto words = std::make_shared<RunWords>();
    const std::string examples = command->get_footer();
    command->footer(""); // CLI11 would print it behind what the function gives
    command->footer([&session, words, examples] { return examples + parameters_help(session, words->request.report); });
    add_report_options(*command, session, *words);
    command->add_option("-o,--output,--sortie", words->output,
                        session.say({"classeur à écrire\u00A0; sinon bilan_RAPPORT.xlsx (avec --annee, "
                                     "bilan_RAPPORT_ANNÉE.xlsx), dans le dossier courant",
                                     "workbook to write; otherwise bilan_REPORT.xlsx (with --year, "
                                     "bilan_REPORT_YEAR.xlsx), in the current folder"}));
    command
        ->add_option("--force,--forcer", words->request.force,
                     session.say({"motif pour produire malgré des constats bloquants, imprimé en première page",
                                  "reason for a workbook despite blocking findings, printed on the first page"}))
        ->check([&session](const std::string& reason) {
            return base::trim(reason).empty() ? base::render({"BIL-171", {}}, session.language()) : std::string();
        });
    command->add_option("--date", words->date,
                        session.say({"jour de production à imprimer en première page (2026-03-12 ou 12/03/2026)\u00A0; "
                                     "sans elle, le classeur n'en porte pas",
                                     "day of production to print on the first page (2026-03-12 or 12/03/2026); without "
                                     "it the workbook bears none"}));
    command->add_flag(
        "--replace,--remplacer", words->request.replaces,
        session.say({"écraser un classeur de bilan enregistré depuis dans un tableur, avec ce qui y a été saisi",
                     "write over a workbook of bilan that a spreadsheet has saved since, and what was typed into it"}));
    command->add_option("--split,--separer", words->request.split,
                        session.say({"champ\u00A0: un classeur de plus par valeur (contrat)",
                                     "field: one more workbook for each value (contrat)"}));
    command->callback([&session, &chosen, words] { chosen.work = [&session, words] { return run(session, *words); }; });
}

} // namespace bilan::app
