// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "base/text.hpp"
#include "run/home.hpp"
#include "run/skeleton.hpp"
#include "run/text_file.hpp"
#include "script/report.hpp"

#include <bilan/abi.h>

#include <filesystem>

namespace bilan::app {

namespace {

namespace fs = std::filesystem;

struct NewWords {
    std::string kind;
    std::string name;
    std::string folder;
};

/// What the editor wants beside scripts: the definitions of this very version, and the words of tests under the name
/// by which specs ask for them.
std::vector<fs::path> add_editor_files(const fs::path& target)
{
    run::make_folder(target / "stubs");
    const fs::path interface = target / "stubs" / "bilan.d.lua";
    const fs::path tests = target / "stubs" / "bilan.spec.d.lua";
    run::write_text(interface, script::editor_definitions());
    run::write_text(tests,
                    "---@meta bilan.spec\n-- SPDX-License-Identifier: MPL-2.0\nreturn require(\"bilan\").spec\n");
    return {interface, tests};
}

/// What builds a new plugin and puts it where this bilan looks, to be pasted as it is. A bilan that was not installed
/// has no CMake package yet: it is installed first, into its own build folder.
std::string plugin_steps(const Session& session, const fs::path& folder, const std::string& name)
{
    const auto quoted = [](const fs::path& path) { return "'" + base::replace_all(path.string(), "'", "'\\''") + "'"; };
    const fs::path above = run::program_path().parent_path().parent_path();
    std::string steps;
    fs::path prefix = above;
    if (std::error_code none; fs::exists(above / "CMakeCache.txt", none)) {
        prefix = above / "prefix";
        steps += "  cmake --install " + quoted(above) + " --prefix " + quoted(prefix) + "\n";
    }
    const std::string build = quoted(folder / "build");
    steps +=
        "  cmake -G Ninja -S " + quoted(folder) + " -B " + build + " -D CMAKE_PREFIX_PATH=" + quoted(prefix) + "\n";
    steps += "  cmake --build " + build + "\n";
    const std::string interface = std::to_string(BILAN_PLUGIN_INTERFACE);
    steps += "  install -D " + quoted(folder / "build" / "plugins" / interface / (name + ".so")) +
             " ~/.local/share/bilan/plugins/" + interface + "/" + name + ".so\n";
    return steps + "  " + quoted(run::program_path()) + session.say({" extensions\n", " plugins\n"});
}

/// The skeleton that a kind, in either language, asks for.
std::string skeleton_of(const std::string& kind)
{
    if (kind == "rapport") return "report";
    if (kind == "campagne") return "campaign";
    return kind == "extension" ? "plugin" : kind;
}

base::ExitCode make(Session& session, const NewWords& words)
{
    const std::string kind = skeleton_of(words.kind);
    // A campaign is named by its folder; a report and a plugin get one of their own.
    const fs::path target = words.folder.empty() ? fs::path(words.name) : fs::path(words.folder);
    const run::Home home = run::find_home(run::program_path(), session.campaigns);
    std::vector<fs::path> files = run::make_skeleton(home, kind, words.name, target);
    if (kind != "plugin")
        for (fs::path& file : add_editor_files(target)) files.push_back(std::move(file));
    for (const fs::path& file : files) session.out() << "  " << file.string() << '\n';
    const std::string folder = target.string();
    if (kind == "report")
        session.out() << session.say({"Suite\u00A0: bilan essayer ", "Next: bilan test "}) << folder
                      << session.say({"\u00A0; puis bilan produire ", "; then bilan run "}) << folder << '/'
                      << words.name << ".lua " << folder << "/exemple.csv -o " << words.name << ".xlsx\n";
    else if (kind == "campaign")
        session.out() << session.say(
                             {"Suite\u00A0: posez les fichiers reçus dans ", "Next: put the files received into "})
                      << folder << "/entrees\n";
    else
        session.out() << session.say({"Suite\u00A0:\n", "Next:\n"}) << plugin_steps(session, target, words.name);
    return base::ExitCode::done;
}

} // namespace

void add_new(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "new", "nouveau",
                                    {"Un point de départ\u00A0: rapport, campagne ou extension",
                                     "Something to start from: a report, a campaign or a plugin"},
                                    {"  bilan nouveau rapport taux_sortie\n  bilan nouveau campagne cdv_2025\n"
                                     "  bilan nouveau extension mes_mots",
                                     "  bilan new report exit_rate\n  bilan new campaign cdv_2025\n"
                                     "  bilan new plugin my_words"});
    auto words = std::make_shared<NewWords>();
    command
        ->add_option(session.say({"GENRE", "KIND"}), words->kind,
                     session.say({"rapport, campagne ou extension", "report, campaign or plugin"}))
        ->required()
        ->check(CLI::IsMember({"report", "campaign", "plugin", "rapport", "campagne", "extension"}));
    command
        ->add_option(session.say({"NOM", "NAME"}), words->name,
                     session.say({"minuscules, chiffres et _", "lower-case letters, digits and _"}))
        ->required();
    command->add_option(session.say({"DOSSIER", "DIR"}), words->folder,
                        session.say({"dossier\u00A0; sinon, NOM", "folder; NAME when left out"}));
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return make(session, *words); }; });
}

} // namespace bilan::app
