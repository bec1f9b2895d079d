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
    CLI::App* command =
        add_command(app, session, "doc", "reference",
                    {"Référence des champs, des contrôles et de l'interface des scripts, hors ligne",
                     "Reference of the fields, the controls and the script interface, offline"},
                    {"  bilan reference champs\n  bilan reference action\n  bilan reference benef_total\n"
                     "  bilan reference controles\n  bilan reference C02\n  bilan reference Query:join",
                     "  bilan doc fields\n  bilan doc action\n  bilan doc benef_total\n"
                     "  bilan doc controls\n  bilan doc C02\n  bilan doc Query:join"});
    auto name = std::make_shared<std::string>();
    auto pages = std::make_shared<std::string>();
    command->add_option(
        session.say({"NOM", "NAME"}), *name,
        session.say(
            {"schéma ou champ («\u00A0champs\u00A0»\u00A0: les schémas), contrôle («\u00A0controles\u00A0»\u00A0: "
             "tous), "
             "fonction, méthode ou type\u00A0; sinon, la liste",
             "schema or field (\"fields\": the schemas), control (\"controls\": all), function, method or type; "
             "the list when left out"}));
    command->add_option("--pages", *pages,
                        session.say({"écrire toutes les pages dans ce dossier", "write all pages into this folder"}));
    command->callback([&session, &chosen, name, pages] {
        chosen.work = [&session, name, pages] {
            if (!pages->empty()) return write_pages(session, *pages);
            session.out() << name_page(session, *name);
            if (name->empty())
                session.out()
                    << "controls  Every control of the domain, and where it is judged.\n"
                    << "fields  Every schema; `bilan doc emploi` lists its fields, `bilan doc benef_total` is one.\n";
            return base::ExitCode::done;
        };
    });
}

} // namespace bilan::app
