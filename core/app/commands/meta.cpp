// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "script/report.hpp"

namespace bilan::app {

void add_meta(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command =
        add_command(app, session, "meta", "definitions",
                    {"Définitions de l'interface des scripts pour les éditeurs (LuaLS)",
                     "Definitions of the script interface for editors (LuaLS)"},
                    {"  bilan definitions > scripts/meta/bilan.d.lua", "  bilan meta > scripts/meta/bilan.d.lua"});
    command->callback([&session, &chosen] {
        chosen.work = [&session] {
            session.out() << script::editor_definitions();
            return base::ExitCode::done;
        };
    });
}

} // namespace bilan::app
