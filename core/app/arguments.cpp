// SPDX-License-Identifier: MPL-2.0
#include "app/arguments.hpp"

#include "app/commands/commands.hpp"
#include "base/text.hpp"
#include "run/version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace bilan::app {

namespace {

std::shared_ptr<CLI::Formatter> formatter_of(const Session& session)
{
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(34);
    if (session.language() == base::Language::english) return formatter;
    formatter->label("Usage", "Utilisation\u00A0");
    formatter->label("OPTIONS", "OPTIONS");
    formatter->label("SUBCOMMAND", "COMMANDE");
    formatter->label("SUBCOMMANDS", "COMMANDES");
    formatter->label("Positionals", "Arguments");
    formatter->label("Subcommands", "Commandes");
    formatter->label("REQUIRED", "obligatoire");
    formatter->label("Options", "Options");
    return formatter;
}

/// The words of a command line that CLI11 refused, as a message of the catalogue.
base::Error usage_error(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& given)
{
    using base::ExitCode;
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        std::vector<std::string> known;
        for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
            known.push_back(command->get_name());
            for (const std::string& alias : command->get_aliases()) known.push_back(alias);
        }
        const std::vector<const CLI::App*> chosen =
            app.get_subcommands([](const CLI::App* sub) { return sub->parsed(); });
        const CLI::App& asked = chosen.empty() ? app : *chosen.front();
        if (!chosen.empty()) {
            known.clear();
            for (const CLI::Option* option : asked.get_options())
                for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        }
        const std::vector<std::string> extras = const_cast<CLI::App&>(app).remaining(true);
        const std::string extra = extras.empty() ? std::string("?") : extras.front();
        if (const std::optional<std::string> near = base::nearest(extra, known))
            return {ExitCode::usage, "", {"BIL-101", {base::for_display(extra), *near}}};
        return {ExitCode::usage, "", {"BIL-102", {base::for_display(extra)}}};
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return {ExitCode::usage, "", {given.empty() ? "BIL-103" : "BIL-104", {base::for_display(error.what(), 200)}}};
    return {ExitCode::usage, "", {"BIL-105", {base::for_display(error.what(), 200)}}};
}

void add_common_options(CLI::App& app, Session& session, std::string& language)
{
    app.add_option("--lang,--langue", language, session.say({"langue\u00A0: fr ou en", "language: fr or en"}))
        ->check(CLI::IsMember({"fr", "en"}));
    app.add_flag("--json", session.json, session.say({"résultat pour les machines", "output for machines"}));
    app.add_flag("-q,--quiet,--silencieux", session.quiet, session.say({"ne dire que le résultat", "only the result"}));
    app.add_flag("--no-color,--plain", session.plain, session.say({"sans couleur", "no colour"}));
    app.add_option(
        "--campaign,--campagne", session.campaigns,
        session.say({"dossier de campagne\u00A0: ses scripts, rapports et mappings.toml passent avant ceux de bilan",
                     "campaign folder: its scripts and reports come before bilan's"}));
}

} // namespace

CLI::App* add_command(CLI::App& app, const Session& session, const std::string& name, const std::string& french,
                      const base::Words& sentence, const base::Words& examples)
{
    CLI::App* command = app.add_subcommand(name, session.say(sentence));
    if (french != name) command->alias(french);
    command->footer(session.say({"Exemples\u00A0:\n", "Examples:\n"}) + session.say(examples));
    command->fallthrough(); // common options may follow the command
    return command;
}

base::ExitCode obey(int count, const char* const* words, Session& session)
{
    CLI::App app(
        session.say({"bilan\u00A0: des tableaux des partenaires au classeur d'évaluation de la politique de la ville",
                     "bilan: from partners' spreadsheets to evaluation workbooks"}),
        "bilan");
    app.formatter(formatter_of(session));
    app.set_help_flag("-h,--help,--aide", session.say({"cette aide", "this help"}));
    app.set_version_flag("--version", "bilan " + std::string(run::version()));
    app.footer(session.say(
        {"Exemples\u00A0:\n  bilan run emploi entrees/ -o emploi_2025.xlsx --year 2025 --territory \"Contrat de "
         "ville\"\n"
         "  bilan check entrees/\n\nChaque commande a son aide\u00A0: bilan run --aide",
         "Examples:\n  bilan run emploi inputs/ -o emploi_2025.xlsx --year 2025 --territory \"Contrat de ville\"\n"
         "  bilan check inputs/\n\nEach command has its help: bilan run --help"}));
    std::string language;
    add_common_options(app, session, language);
    Chosen chosen;
    for (auto* add :
         {add_run, add_check, add_inspect, add_read, add_grid, add_reports, add_plugins, add_doctor, add_meta})
        add(app, session, chosen);
    app.require_subcommand(0, 1);

    const std::vector<std::string> given(words + std::min(count, 1), words + count);
    try {
        app.parse(count, words);
    } catch (const CLI::CallForHelp& help) {
        const auto commands = app.get_subcommands();
        session.out() << (commands.empty() ? app.help() : commands.front()->help("bilan"));
        return base::ExitCode::done;
    } catch (const CLI::CallForVersion& version) {
        session.out() << version.what() << '\n';
        return base::ExitCode::done;
    } catch (const CLI::ParseError& error) {
        throw usage_error(app, error, given);
    }
    if (!chosen.work) {
        session.out() << app.help();
        return base::ExitCode::done;
    }
    const base::ExitCode code = chosen.work();
    session.out().flush();
    return code;
}

} // namespace bilan::app
