// SPDX-License-Identifier: MPL-2.0
#include "app/commands/report_options.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/limits.hpp"
#include "base/text.hpp"

#include <chrono>
#include <cmath>
#include <cstdlib>

namespace bilan::app {

void add_report_options(CLI::App& command, const Session& session, ReportWords& words)
{
    command
        .add_option(session.say({"RAPPORT", "REPORT"}), words.request.report,
                    session.say({"nom d'un rapport (bilan rapports les donne), fichier .lua ou .bilan",
                                 "name of a report (bilan reports lists them), a .lua or .bilan file"}))
        ->required();
    command
        .add_option(session.say({"ENTREE", "INPUT"}), words.request.inputs,
                    session.say({"fichiers et dossiers", "files and folders"}))
        ->required();
    command.add_option("--schema", words.request.reading.schema,
                       session.say({"schéma de tous les tableaux\u00A0; sinon reconnu aux en-têtes de chacun",
                                    "schema of all tables; otherwise found from the headers of each"}));
    add_year(command, session, words.request.year);
    add_limits(command, session, words.request.reading.limits);
    command.add_option("--territory,--territoire", words.request.territory,
                       session.say({"territoire, imprimé en tête, et où chercher les noms de quartiers",
                                    "territory, printed on top, and where names of quarters are looked for"}));
    command.add_option("--previous,--precedent", words.request.previous,
                       session.say({"classeur de bilan de l'année d'avant, pour les rapports qui comparent",
                                    "bilan's workbook of the year before, for reports that compare"}));
    command.add_option("--profile,--profil", words.request.profile,
                       session.say({"interne, partenaires ou public", "interne, partenaires or public"}));
    command
        .add_option("--time-limit,--duree-limite", words.time_limit,
                    session.say({"secondes laissées au script du rapport, 60 d'ordinaire",
                                 "seconds that the report's script may take, usually 60"}))
        ->check(CLI::Range(0.1, 86'400.0));
    add_parameters(command, session, words.parameters);
}

void add_parameters(CLI::App& command, const Session& session, std::vector<std::string>& parameters)
{
    command
        .add_option("--param", parameters,
                    session.say({"paramètre du rapport\u00A0: nom=valeur", "parameter of the report: name=value"}))
        ->take_all()
        ->allow_extra_args(false);
}

std::map<std::string, std::string> parameters_in(const std::vector<std::string>& options)
{
    std::map<std::string, std::string> parameters;
    for (const std::string& parameter : options) {
        const std::size_t equals = parameter.find('=');
        if (equals == std::string::npos || equals == 0)
            throw base::Error(base::ExitCode::usage, "--param", {"BIL-106", {base::for_display(parameter)}});
        parameters[parameter.substr(0, equals)] = parameter.substr(equals + 1);
    }
    return parameters;
}

namespace {

/// The schemas that the report declares belong to the domain. A report that cannot be found is said when it is run.
void announce(Session& session, const std::string& report)
{
    try {
        const run::Home home = run::find_home(run::program_path(), session.campaigns);
        session.reports = {script::report_files(home.scripts, report).front()};
    } catch (const base::Error&) {
        session.reports.clear();
    }
}

} // namespace

void settle(Session& session, ReportWords& words)
{
    if (run::is_pack(words.request.report)) {
        session.packed_report = true;
        words.unpacked = std::make_shared<run::UnpackedReport>(run::unpacked(words.request.report));
        run::check_manifest(*words.unpacked, run::find_home(run::program_path(), session.campaigns).scripts);
        words.request.report = words.unpacked->script().string();
        words.request.pack = words.unpacked->pack();
    }
    announce(session, words.request.report);
    words.request.parameters = parameters_in(words.parameters);
    words.request.language = session.language();
    words.request.reading.year = words.request.year;
    if (words.time_limit > 0)
        words.request.limits.wall_clock = std::chrono::milliseconds(std::llround(words.time_limit * 1000));
    words.request.overrun = [&session](const base::Error& error) {
        const auto code = static_cast<int>(session.fail(error));
        run::forget_temporary_folders();
        std::_Exit(code); // no destructor runs: the script's thread is still at work
    };
}

} // namespace bilan::app
