// SPDX-License-Identifier: MPL-2.0
#include "run/pack.hpp"
#include "app/commands/commands.hpp"
#include "base/json.hpp"
#include "base/system_answer.hpp"
#include "base/text.hpp"
#include "run/atomic_file.hpp"

#include <cerrno>
#include <fstream>

namespace bilan::app {

namespace {

struct PackWords {
    std::string report;
    std::string output;
    std::string author;
    bool replaces = false;
};

void show(Session& session, const run::Pack& pack, const std::filesystem::path& file)
{
    std::vector<std::string> names;
    for (const run::PackedFile& each : pack.files) names.push_back(each.name);
    if (session.json) {
        session.out() << base::JsonLine()
                             .member("type", "pack")
                             .member("file", file.string())
                             .member("report", pack.id)
                             .member("title", pack.title)
                             .member("author", pack.author)
                             .member("api", static_cast<std::int64_t>(pack.api))
                             .member("datasets", pack.datasets)
                             .member("files", names)
                             .member("asks_for", run::reports_asked_for(pack))
                             .member("sha256", pack.digest)
                             .text()
                      << '\n';
        return;
    }
    session.out() << session.bold(pack.id) << "  " << pack.title << '\n';
    const auto line = [&](const base::Words& words, const std::string& value) {
        session.out() << "  " << session.say(words) << session.say({"\u00A0: ", ": "}) << value << '\n';
    };
    if (!pack.author.empty()) line({"auteur", "author"}, pack.author);
    if (!pack.datasets.empty()) line({"lit", "reads"}, base::join(pack.datasets, ", "));
    if (const auto asked = run::reports_asked_for(pack); !asked.empty())
        line({"demande les rapports de bilan", "asks for reports of bilan"}, base::join(asked, ", "));
    line({"écrit", "writes"}, session.say({"un classeur xlsx", "an xlsx workbook"}));
    line({"interface", "interface"}, std::to_string(pack.api));
    line({"contient", "holds"}, base::join(names, ", "));
    line({"empreinte", "fingerprint"}, pack.digest);
    for (const std::string& name : pack.left_out)
        session.out() << "  " << base::render({"BIL-125", {base::for_display(name)}}, session.language())
                      << " [BIL-125]\n";
    session.out() << session.say({"Suite\u00A0: bilan produire ", "Next: bilan run "}) << file.string()
                  << session.say({" DOSSIER -o classeur.xlsx", " FOLDER -o workbook.xlsx"}) << '\n';
}

base::ExitCode pack(Session& session, const PackWords& words)
{
    if (run::is_pack(words.report)) {
        session.packed_report = true;
        const run::UnpackedReport report(run::unpacked(words.report));
        run::check_manifest(report, run::find_home(run::program_path(), session.campaigns).scripts);
        show(session, report.pack(), words.report);
        return base::ExitCode::done;
    }
    const run::Home home = run::find_home(run::program_path(), session.campaigns);
    const run::Pack pack = run::pack_report(home.scripts, words.report, words.author);
    const std::filesystem::path output = words.output.empty() ? pack.name : words.output;
    if (!run::is_pack(output.string())) throw base::Error(base::ExitCode::usage, output.string(), {"BIL-177", {}});
    if (!words.replaces) run::check_replaced(pack, output);
    run::write_atomically(output, [&](const std::filesystem::path& target) {
        std::ofstream stream(target, std::ios::binary);
        stream << run::packed(pack);
        stream.close();
        if (!stream.good())
            throw base::Error(base::ExitCode::unwritable, output.string(),
                              {"BIL-422", {output.parent_path().string(), base::system_answer(errno)}});
    });
    show(session, pack, output);
    return base::ExitCode::done;
}

} // namespace

void add_pack(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(
        app, session, "pack", "empaqueter",
        {"Un rapport et ses modules en un fichier .bilan, à transmettre\u00A0; ou ce qu'en contient un",
         "A report and its modules as one .bilan file to hand on; or what such a file holds"},
        {"  bilan empaqueter mon_rapport.lua --auteur \"Cabinet Exemple\"\n  bilan empaqueter mon_rapport.bilan\n"
         "  bilan produire mon_rapport.bilan entrees/ -o classeur.xlsx",
         "  bilan pack my_report.lua --author \"Example Consulting\"\n  bilan pack my_report.bilan\n"
         "  bilan run my_report.bilan inputs/ -o workbook.xlsx"});
    auto words = std::make_shared<PackWords>();
    command
        ->add_option(session.say({"RAPPORT", "REPORT"}), words->report,
                     session.say({"nom d'un rapport, fichier .lua, ou .bilan à décrire",
                                  "name of a report, a .lua file, or a .bilan file to describe"}))
        ->required();
    command->add_option("-o,--output,--sortie", words->output,
                        session.say({"fichier .bilan à écrire", ".bilan file to write"}));
    command->add_option("--author,--auteur", words->author,
                        session.say({"qui l'a écrit, pour qui le reçoit", "who wrote it, for those who receive it"}));
    command->add_flag("--replace,--remplacer", words->replaces,
                      session.say({"écraser le paquet d'un autre rapport qui porte ce nom",
                                   "write over the pack of another report that has this name"}));
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return pack(session, *words); }; });
}

} // namespace bilan::app
