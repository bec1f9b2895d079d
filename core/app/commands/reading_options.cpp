// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/commands/limits.hpp"

namespace bilan::app {

CLI::Option* add_year(CLI::App& command, const Session& session, std::optional<int>& year)
{
    return command
        .add_option("--year,--annee", year, session.say({"exercice, de 2000 à 2100", "budget year, from 2000 to 2100"}))
        ->check(CLI::Range(2000, 2100));
}

void add_theme_option(CLI::App& command, Session& session)
{
    command
        .add_option("--report,--rapport", session.themes,
                    session.say({"rapport dont le thème propre compte aussi\u00A0: nom, fichier .lua ou .bilan",
                                 "report whose own theme counts too: name, .lua or .bilan file"}))
        ->take_all()
        ->allow_extra_args(false);
}

void add_reading_options(CLI::App& command, Session& session, std::vector<std::string>& inputs,
                         run::ReadingOptions& options)
{
    command
        .add_option(session.say({"ENTREE", "INPUT"}), inputs,
                    session.say({"fichiers et dossiers", "files and folders"}))
        ->required();
    command.add_option("--schema", options.schema,
                       session.say({"schéma des tableaux\u00A0; sinon reconnu aux en-têtes",
                                    "schema of the tables; otherwise found from the headers"}));
    add_year(command, session, options.year);
    command.add_option("--territory,--territoire", options.territory,
                       session.say({"territoire, où chercher les noms de quartiers",
                                    "territory, where names of quarters are looked for"}));
    add_theme_option(command, session);
    add_limits(command, session, options.limits);
}

} // namespace bilan::app
