// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "run/skeleton.hpp"
#include "run/text_file.hpp"
#include "script/report.hpp"

#include <filesystem>

namespace bilan::app {

namespace {

struct NewWords {
    std::string kind;
    std::string name;
    std::string folder;
};

/// What the editor wants beside scripts: the definitions of this very version.
void add_editor_files(const std::filesystem::path& target)
{
    run::make_folder(target / "stubs");
    run::write_text(target / "stubs" / "bilan.d.lua", script::editor_definitions());
}

base::ExitCode make(Session& session, const NewWords& words)
{
    namespace fs = std::filesystem;
    // A campaign is named by its folder; a report and a plugin get one of their own.
    const fs::path target = words.folder.empty() ? fs::path(words.name) : fs::path(words.folder);
    const run::Home home = run::find_home(run::program_path(), session.campaigns);
    std::vector<fs::path> files = run::make_skeleton(home, words.kind, words.name, target);
    if (words.kind != "plugin") {
        add_editor_files(target);
        files.push_back(target / "stubs" / "bilan.d.lua");
    }
    for (const fs::path& file : files) session.out() << "  " << file.string() << '\n';
    const std::string folder = target.string();
    if (words.kind == "report")
        session.out() << session.say({"Suite\u00A0: bilan essayer ", "Next: bilan test "}) << folder
                      << session.say({"\u00A0; puis bilan produire ", "; then bilan run "}) << folder << '/'
                      << words.name << ".lua " << folder << "/exemple.csv -o " << words.name << ".xlsx\n";
    else if (words.kind == "campaign")
        session.out() << session.say(
                             {"Suite\u00A0: posez les fichiers reçus dans ", "Next: put the files received into "})
                      << folder << "/entrees\n";
    else
        session.out() << session.say({"Suite\u00A0: ", "Next: "}) << "cmake -S " << folder << " -B " << folder
                      << "/build && cmake --build " << folder << "/build\n";
    return base::ExitCode::done;
}

} // namespace

void add_new(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "new", "nouveau",
                                    {"Un point de départ\u00A0: rapport, campagne ou extension",
                                     "Something to start from: a report, a campaign or a plugin"},
                                    {"  bilan nouveau report taux_sortie\n  bilan nouveau campaign cdv_2025\n"
                                     "  bilan nouveau plugin mes_mots",
                                     "  bilan new report exit_rate\n  bilan new campaign cdv_2025\n"
                                     "  bilan new plugin my_words"});
    auto words = std::make_shared<NewWords>();
    command->add_option("KIND", words->kind, "report, campaign, plugin")
        ->required()
        ->check(CLI::IsMember({"report", "campaign", "plugin"}));
    command
        ->add_option("NAME", words->name,
                     session.say({"minuscules, chiffres et _", "lower-case letters, digits and _"}))
        ->required();
    command->add_option("DIR", words->folder,
                        session.say({"dossier\u00A0; sinon, NAME", "folder; NAME when left out"}));
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return make(session, *words); }; });
}

} // namespace bilan::app
