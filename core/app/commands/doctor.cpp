// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "base/json.hpp"
#include "run/version.hpp"

#include <clocale>
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

namespace bilan::app {

namespace {

void folders(Session& session, const base::Words& title, const std::vector<std::filesystem::path>& paths)
{
    for (const std::filesystem::path& path : paths) session.out() << session.say(title) << path.string() << '\n';
}

std::vector<std::string> texts_of(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::string> texts;
    texts.reserve(paths.size());
    for (const std::filesystem::path& path : paths) texts.push_back(path.string());
    return texts;
}

bool can_write_here()
{
    std::error_code none;
    const std::filesystem::path here = std::filesystem::current_path(none);
    return !none && ::access(here.c_str(), W_OK) == 0;
}

void show_json(Session& session, run::Engine& engine)
{
    std::vector<std::string> plugins;
    std::vector<std::string> schemas;
    for (const auto& [name, version] : engine.plugin_versions()) plugins.emplace_back(name).append(" ").append(version);
    for (const auto& schema : engine.domain()->schemas) schemas.push_back(schema->id);
    base::JsonLine line;
    line.member("type", "doctor").member("bilan", run::version());
    line.member("libraries", texts_of(engine.home().scripts.libraries));
    line.member("reports", texts_of(engine.home().scripts.reports));
    line.member("plugin_folders", texts_of(engine.home().plugins)).member("plugins", plugins);
    line.member("plugins_refused", static_cast<std::int64_t>(engine.plugins().refused().size()));
    session.out() << line.member("schemas", schemas).member("writable", can_write_here()).text() << '\n';
}

void show(Session& session, run::Engine& engine)
{
    session.out() << "bilan " << run::version() << '\n';
    folders(session, {"bibliothèque Lua\u00A0: ", "Lua library: "}, engine.home().scripts.libraries);
    folders(session, {"rapports\u00A0: ", "reports: "}, engine.home().scripts.reports);
    folders(session, {"extensions\u00A0: ", "plugins: "}, engine.home().plugins);
    for (const auto& [name, version] : engine.plugin_versions())
        session.out() << session.say({"extension chargée\u00A0: ", "plugin loaded: "}) << name << ' ' << version
                      << '\n';
    session.out() << session.say({"schémas\u00A0: ", "schemas: "});
    for (const auto& schema : engine.domain()->schemas) session.out() << schema->id << ' ';
    session.out() << '\n';
    session.out() << session.say({"dossier courant accessible en écriture\u00A0: ", "current folder writable: "})
                  << (can_write_here() ? session.say({"oui", "yes"}) : session.say({"non", "no"})) << '\n';
    const std::size_t refused = engine.plugins().refused().size();
    if (refused > 0)
        session.out() << session.red(session.counted(refused, {"extension refusée", "plugin refused"},
                                                     {"extensions refusées", "plugins refused"}))
                      << session.say({"\u00A0; voir bilan extensions\n", "; see bilan plugins\n"});
    if (!can_write_here())
        session.out() << session.red(session.say(
                             {"Le dossier courant refuse l'écriture\u00A0: aucun classeur ne peut y être fait. "
                              "Changez de dossier, ou donnez à -o un chemin ailleurs.",
                              "The current folder cannot be written to: no workbook can be made here. Change to "
                              "another folder, or give -o a path elsewhere."}))
                      << '\n';
    if (refused == 0 && can_write_here()) session.out() << session.say({"Tout est en ordre.\n", "All is well.\n"});
}

base::ExitCode doctor(Session& session)
{
    run::Engine& engine = session.engine();
    const std::size_t refused = engine.plugins().refused().size();
    if (session.json)
        show_json(session, engine);
    else
        show(session, engine);
    if (refused > 0) return base::ExitCode::plugin;
    return can_write_here() ? base::ExitCode::done : base::ExitCode::unwritable;
}

} // namespace

void add_doctor(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "doctor", "diagnostic",
                                    {"Versions, dossiers, extensions\u00A0: ce qui est là et ce qui manque",
                                     "Versions, folders, plugins: what is there"},
                                    {"  bilan diagnostic", "  bilan doctor"});
    command->alias("docteur"); // what `doctor` becomes in most people's French
    command->callback([&session, &chosen] { chosen.work = [&session] { return doctor(session); }; });
}

} // namespace bilan::app
