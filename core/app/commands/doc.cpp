// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "run/text_file.hpp"
#include "script/report.hpp"

#include <filesystem>

namespace bilan::app {

namespace {

base::ExitCode write_pages(Session& session, const std::filesystem::path& folder)
{
    run::make_folder(folder);
    for (const auto& [name, text] : script::reference_pages()) run::write_text(folder / name, text);
    session.out() << folder.string() << '\n';
    return base::ExitCode::done;
}

} // namespace

void add_doc(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command =
        add_command(app, session, "doc", "reference",
                    {"Référence de l'interface des scripts, hors ligne", "Reference of the script interface, offline"},
                    {"  bilan reference\n  bilan reference Query:join\n  bilan reference bilan.sum",
                     "  bilan doc\n  bilan doc Query:join\n  bilan doc bilan.sum"});
    auto name = std::make_shared<std::string>();
    auto pages = std::make_shared<std::string>();
    command->add_option(session.say({"NOM", "NAME"}), *name,
                        session.say({"fonction, méthode ou type\u00A0; sinon, la liste",
                                     "function, method or type; the list when left out"}));
    command->add_option("--pages", *pages,
                        session.say({"écrire toutes les pages dans ce dossier", "write all pages into this folder"}));
    command->callback([&session, &chosen, name, pages] {
        chosen.work = [&session, name, pages] {
            if (!pages->empty()) return write_pages(session, *pages);
            session.out() << script::reference_of(*name, session.language());
            return base::ExitCode::done;
        };
    });
}

} // namespace bilan::app
