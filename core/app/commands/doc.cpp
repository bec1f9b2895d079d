// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/name_page.hpp"
#include "run/text_file.hpp"
#include "script/control_reference.hpp"
#include "script/report.hpp"

#include <filesystem>

namespace bilan::app {

namespace {

base::ExitCode write_pages(Session& session, const std::filesystem::path& folder)
{
    run::make_folder(folder);
    for (const auto& [name, text] : script::reference_pages()) run::write_text(folder / name, text);
    run::write_text(folder / "controls.md", script::controls_page(*session.engine().domain()));
    session.out() << folder.string() << '\n';
    return base::ExitCode::done;
}

} // namespace

void add_doc(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "doc", "reference",
                                    {"Référence de l'interface des scripts et des contrôles, hors ligne",
                                     "Reference of the script interface and of the controls, offline"},
                                    {"  bilan reference\n  bilan reference Query:join\n  bilan reference controles\n"
                                     "  bilan reference C02",
                                     "  bilan doc\n  bilan doc Query:join\n  bilan doc controls\n  bilan doc C02"});
    auto name = std::make_shared<std::string>();
    auto pages = std::make_shared<std::string>();
    command->add_option(
        session.say({"NOM", "NAME"}), *name,
        session.say({"fonction, méthode, type ou contrôle (« controles »\u00A0: tous)\u00A0; sinon, la liste",
                     "function, method, type or control (\"controls\": all); the list when left out"}));
    command->add_option("--pages", *pages,
                        session.say({"écrire toutes les pages dans ce dossier", "write all pages into this folder"}));
    command->callback([&session, &chosen, name, pages] {
        chosen.work = [&session, name, pages] {
            if (!pages->empty()) return write_pages(session, *pages);
            session.out() << name_page(session, *name);
            if (name->empty()) session.out() << "controls  Every control of the domain, and where it is judged.\n";
            return base::ExitCode::done;
        };
    });
}

} // namespace bilan::app
