// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "base/json.hpp"
#include "script/parameter_words.hpp"

namespace bilan::app {

namespace {

void show_parameters(Session& session, const script::ReportCard& card)
{
    for (const script::ParameterCard& parameter : card.parameters) {
        session.out() << "      --param " << parameter.name << "=…  " << session.say(parameter.label) << " ("
                      << session.say(script::type_words(parameter)) << ")\n";
    }
}

void report_lines(Session& session, const script::ListedReport& report)
{
    const script::ReportCard& card = *report.card;
    std::vector<std::string> hidden;
    for (const std::filesystem::path& file : report.hidden) hidden.push_back(file.string());
    session.out() << base::JsonLine()
                         .member("type", "report")
                         .member("report", card.id)
                         .member("title", session.say(card.title))
                         .member("datasets", card.datasets)
                         .member("file", report.file.string())
                         .member("hides", hidden)
                         .text()
                  << '\n';
    for (const script::ParameterCard& parameter : card.parameters) {
        base::JsonLine line;
        line.member("type", "parameter").member("report", card.id).member("name", parameter.name);
        line.member("label", session.say(parameter.label)).member("value", parameter.type);
        session.out() << line.member("choices", parameter.choices).text() << '\n';
    }
}

base::ExitCode reports(Session& session)
{
    for (const script::ListedReport& report :
         script::list_reports(session.engine().home().scripts, session.language())) {
        if (!report.card) {
            session.errors() << "  " << report.id << "  " << report.error << '\n';
            continue;
        }
        if (session.json) {
            report_lines(session, report);
            continue;
        }
        session.out() << "  " << session.bold(report.id) << "  " << session.say(report.card->title) << '\n';
        show_hidden(session, report.file, report.hidden);
        show_parameters(session, *report.card);
    }
    if (!session.json && !session.quiet)
        session.out() << session.say({"Suite\u00A0: bilan produire RAPPORT DOSSIER -o classeur.xlsx",
                                      "Next: bilan run REPORT FOLDER -o workbook.xlsx"})
                      << '\n';
    return base::ExitCode::done;
}

} // namespace

void show_hidden(Session& session, const std::filesystem::path& file, std::span<const std::filesystem::path> hidden)
{
    for (const std::filesystem::path& other : hidden)
        session.out() << "      " << file.string() << session.say({" passe avant ", " comes before "}) << other.string()
                      << '\n';
}

void add_reports(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "reports", "rapports",
                                    {"Les rapports que bilan sait produire", "The reports that bilan can produce"},
                                    {"  bilan rapports", "  bilan reports"});
    command->callback([&session, &chosen] { chosen.work = [&session] { return reports(session); }; });
}

} // namespace bilan::app
