// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/commands/report_options.hpp"
#include "app/conversation.hpp"

#include <chrono>
#include <cmath>
#include <cstdlib>

namespace bilan::app {

namespace {

struct ConsoleWords {
    run::ConsoleRequest request;
    std::vector<std::string> parameters;
    double time_limit = 0;
};

base::ExitCode console(Session& session, ConsoleWords& words)
{
    words.request.language = session.language();
    words.request.parameters = parameters_in(words.parameters);
    if (words.time_limit > 0)
        words.request.limits.wall_clock = std::chrono::milliseconds(std::llround(words.time_limit * 1000));
    words.request.overrun = [&session](const base::Error& error) {
        const auto code = static_cast<int>(session.fail(error));
        run::forget_temporary_folders();
        std::_Exit(code); // no destructor runs: the script's thread is still at work
    };
    const std::unique_ptr<run::Progress> progress = session.progress();
    run::ConsoleRun run(session.engine(), words.request, *progress);
    return Conversation(session, run).hold();
}

} // namespace

void add_console(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command =
        add_command(app, session, "console", "dialoguer",
                    {"Interroger les fichiers des partenaires ligne à ligne, dans le bac à sable des rapports",
                     "Question partner files line by line, in the sandbox of reports"},
                    {"  bilan dialoguer entrees/ --annee 2025\n"
                     "  echo 'run:indicator \"EMP05\"' | bilan dialoguer entrees/\n"
                     "Sans terminal, les lignes viennent de l'entrée standard\u00A0; sortie 6 si l'une d'elles échoue.",
                     "  bilan console inputs/ --year 2025\n"
                     "  echo 'run:indicator \"EMP05\"' | bilan console inputs/\n"
                     "Without a terminal, lines come from standard input; exit 6 when one of them fails."});
    auto words = std::make_shared<ConsoleWords>();
    add_reading_options(*command, session, words->request.inputs, words->request.reading);
    command->get_option(session.say({"ENTREE", "INPUT"}))->required(false);
    command
        ->add_option("--time-limit,--duree-limite", words->time_limit,
                     session.say({"secondes laissées à chaque ligne, 60 d'ordinaire",
                                  "seconds that each entry may take, usually 60"}))
        ->check(CLI::Range(0.1, 86'400.0));
    add_parameters(*command, session, words->parameters);
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return console(session, *words); }; });
}

} // namespace bilan::app
