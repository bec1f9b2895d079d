// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "run/campaign_folder.hpp"
#include "run/specs.hpp"

#include <filesystem>

namespace bilan::app {

namespace {

struct Count {
    std::size_t passed = 0;
    std::size_t failed = 0;
};

void show_json(Session& session, const run::SpecFile& file)
{
    for (const script::SpecResult& result : file.results) {
        base::JsonLine line;
        line.member("type", "test").member("file", file.name).member("name", result.name);
        line.member("passed", !result.failure);
        if (result.failure) line.member("message", session.sentence_of(*result.failure));
        if (!result.remarks.empty()) line.member("remarks", base::join(result.remarks, "\n"));
        session.out() << line.text() << '\n';
    }
    if (!file.failure) return;
    base::JsonLine line;
    line.member("type", "test").member("file", file.name).member("passed", false);
    line.member("message", session.sentence_of(*file.failure));
    session.out() << line.text() << '\n';
}

void show(Session& session, const run::SpecFile& file)
{
    const auto failed = [&](const std::string& name, const base::Error& error) {
        session.out() << session.red(session.say({"échec", "failed"})) << "  " << file.name << " › "
                      << base::for_display(name) << '\n'
                      << "  " << session.sentence_of(error) << '\n';
    };
    for (const script::SpecResult& result : file.results)
        for (const std::string& remark : result.remarks) session.out() << "  " << remark << '\n';
    for (const script::SpecResult& result : file.results)
        if (result.failure) failed(result.name, *result.failure);
    if (file.failure) failed("–", *file.failure);
}

base::ExitCode test(Session& session, const std::string& where)
{
    if (session.campaigns.empty()) {
        std::filesystem::path folder = where;
        if (!std::filesystem::is_directory(folder)) folder = folder.parent_path();
        if (const auto around = run::campaign_around(folder)) session.campaigns = {*around};
    }
    Count count;
    const std::vector<run::SpecFile> files = run::run_specs(session.engine(), where, session.language());
    for (const run::SpecFile& file : files) {
        if (session.json)
            show_json(session, file);
        else
            show(session, file);
        for (const script::SpecResult& result : file.results) ++(result.failure ? count.failed : count.passed);
        if (file.failure) ++count.failed;
    }
    if (!session.json)
        session.out() << session.counted(files.size(), {"fichier", "file"}, {"fichiers", "files"}) << ", "
                      << session.counted(count.passed, {"test passé", "test passed"}, {"tests passés", "tests passed"})
                      << ", " << session.counted(count.failed, {"échec", "failure"}, {"échecs", "failures"}) << '\n';
    return count.failed == 0 ? base::ExitCode::done : base::ExitCode::script;
}

} // namespace

void add_test(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "test", "essayer",
                                    {"Lancer les tests de scripts (*_spec.lua), dans le bac à sable des rapports",
                                     "Run the tests of scripts (*_spec.lua), in the sandbox of reports"},
                                    {"  bilan essayer\n  bilan essayer rapports/mon_rapport_spec.lua",
                                     "  bilan test\n  bilan test reports/my_report_spec.lua"});
    auto where = std::make_shared<std::string>(".");
    command->add_option(session.say({"DOSSIER", "DIR"}), *where,
                        session.say({"dossier ou fichier\u00A0; sinon, le dossier courant",
                                     "folder or file; the current folder when left out"}));
    add_theme_option(*command, session);
    command->callback(
        [&session, &chosen, where] { chosen.work = [&session, where] { return test(session, *where); }; });
}

} // namespace bilan::app
