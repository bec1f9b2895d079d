// SPDX-License-Identifier: MPL-2.0
#include "app/arguments.hpp"

#include "app/commands/commands.hpp"
#include "app/help.hpp"
#include "app/usage_error.hpp"
#include "base/json.hpp"
#include "run/campaign_folder.hpp"
#include "run/version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <poll.h>
#include <unistd.h>

namespace bilan::app {

namespace {

void add_common_options(CLI::App& app, Session& session, std::string& language)
{
    app.add_option("--lang,--langue", language, session.say({"langue\u00A0: fr ou en", "language: fr or en"}))
        ->check(CLI::IsMember({"fr", "en"}));
    app.add_flag("--json", session.json, session.say({"résultat pour les machines", "output for machines"}));
    app.add_flag("-q,--quiet,--silencieux", session.quiet,
                 session.say({"l'essentiel\u00A0: ni avancement, ni liste de constats, ni conseil",
                              "the essential: no progress, no list of findings, no advice"}));
    app.add_flag("--no-color,--plain,--sans-couleur", session.plain, session.say({"sans couleur", "no colour"}));
    app.add_option("--journal", session.journal_file,
                   session.say({"écrire dans ce fichier ce qui est fait, au fur et à mesure (JSON Lines)",
                                "write what is done to this file, as it is done (JSON Lines)"}));
    app.add_option(
           "--campaign,--campagne", session.campaigns,
           session.say(
               {"dossier de campagne\u00A0: ses scripts, rapports, mappings.toml et references/ passent avant ceux "
                "de bilan\u00A0; d'office, celui où vous êtes s'il a un mappings.toml",
                "campaign folder: its scripts, reports, mappings.toml and references/ come before bilan's; when left "
                "out, the one you stand in, if it has a mappings.toml"}))
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("--reference,--referentiel", session.references,
                   session.say({"liste de QPV, de communes, ou correspondance 2015-2024 (csv, xlsx)\u00A0; à répéter",
                                "list of QPV, of communes, or the 2015-2024 correspondence (csv, xlsx); may be "
                                "repeated"}))
        ->take_all()
        ->allow_extra_args(false);
}

/// A disk that is full, as soon as it is known; a reader that has seen enough (`bilan grid f | head`) is no failure.
void check_written(Session& session)
{
    if (session.out().flush()) return;
    pollfd output{STDOUT_FILENO, 0, 0};
    const bool reader_left = ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
    if (!reader_left) throw base::Error(base::ExitCode::unwritable, "", {"BIL-427", {}});
}

/// What these commands say is for people, or is a file of its own: `--json` would be taken in silence.
void check_json(const Session& session, const std::string& command)
{
    constexpr std::array<std::string_view, 3> without{"doc", "meta", "new"};
    if (session.json && std::ranges::find(without, command) != without.end())
        throw base::Error(base::ExitCode::usage, "", {"BIL-110", {}});
}

/// Runs what was asked for and gives its exit code. Throws what the command line makes wrong.
base::ExitCode understand(CLI::App& app, int count, const char* const* words, Session& session, const Chosen& chosen)
{
    const auto around = run::campaign_around(".");
    if (around) session.campaigns = {*around};
    try {
        app.parse(count, words);
        session.stands_in_campaign = around && app.count("--campaign") == 0;
    } catch (const CLI::CallForHelp& help) {
        const auto commands = app.get_subcommands();
        session.out() << (commands.empty() ? app.help() : commands.front()->help("bilan"));
        return base::ExitCode::done;
    } catch (const CLI::CallForVersion& version) {
        session.out() << version.what() << '\n';
        return base::ExitCode::done;
    } catch (const CLI::ParseError& error) {
        throw usage_error(app, error, session.language());
    }
    if (!chosen.work) {
        session.out() << app.help();
        return base::ExitCode::done;
    }
    check_json(session, app.get_subcommands().front()->get_name());
    session.journal().note(
        "start",
        base::JsonLine().member("bilan", run::version()).member("command", app.get_subcommands().front()->get_name()));
    return chosen.work();
}

} // namespace

CLI::App* add_command(CLI::App& app, const Session& session, const std::string& name, const std::string& french,
                      const base::Words& sentence, const base::Words& examples)
{
    CLI::App* command = app.add_subcommand(name, session.say(sentence));
    if (french != name) command->alias(french);
    command->footer(session.say({"Exemples\u00A0:\n", "Examples:\n"}) + session.say(examples));
    command->group(session.say({"Commandes\u00A0", "Commands"}));
    command->fallthrough(); // common options may follow the command
    return command;
}

base::ExitCode obey(int count, const char* const* words, Session& session)
{
    CLI::App app(
        session.say({"bilan\u00A0: des tableaux des partenaires au classeur d'évaluation de la politique de la ville",
                     "bilan: from partners' spreadsheets to evaluation workbooks"}),
        "bilan");
    app.formatter(help_formatter(session));
    app.set_help_flag("-h,--help,--aide", session.say({"cette aide", "this help"}));
    app.set_version_flag("--version", "bilan " + std::string(run::version()),
                         session.say({"version de bilan", "version of bilan"}));
    app.footer(session.say(
        {"Exemples\u00A0:\n  bilan produire emploi entrees/ -o emploi_2025.xlsx --annee 2025 --territoire \"Contrat "
         "de ville\"\n"
         "  bilan verifier entrees/\n\nChaque commande a son aide\u00A0: bilan produire --aide",
         "Examples:\n  bilan run emploi inputs/ -o emploi_2025.xlsx --year 2025 --territory \"Contrat de ville\"\n"
         "  bilan check inputs/\n\nEach command has its help: bilan run --help"}));
    std::string language;
    add_common_options(app, session, language);
    Chosen chosen;
    for (auto* add : {add_run, add_check, add_inspect, add_read, add_grid, add_template, add_new, add_console, add_pack,
                      add_watch, add_test, add_doc, add_reports, add_plugins, add_doctor, add_meta})
        add(app, session, chosen);
    app.require_subcommand(0, 1);

    const base::ExitCode code = understand(app, count, words, session, chosen);
    check_written(session);
    if (chosen.work) session.journal().note("end", base::JsonLine().member("exit", static_cast<std::int64_t>(code)));
    return code;
}

} // namespace bilan::app
