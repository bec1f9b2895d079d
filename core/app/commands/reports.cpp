// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"

namespace bilan::app {

namespace {

void show_parameters(Session& session, const script::ReportCard& card)
{
    for (const script::ParameterCard& parameter : card.parameters) {
        session.out() << "      --param " << parameter.name << "=…  " << session.say(parameter.label) << " ("
                      << parameter.type << ")\n";
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
        session.out() << "  " << session.bold(report.id) << "  " << session.say(report.card->title) << '\n';
        show_parameters(session, *report.card);
    }
    session.out() << session.say({"Suite\u00A0: bilan produire RAPPORT DOSSIER -o classeur.xlsx",
                                  "Next: bilan run REPORT FOLDER -o workbook.xlsx"})
                  << '\n';
    return base::ExitCode::done;
}

} // namespace

void add_reports(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "reports", "rapports",
                                    {"Les rapports que bilan sait produire", "The reports that bilan can produce"},
                                    {"  bilan rapports", "  bilan reports"});
    command->callback([&session, &chosen] { chosen.work = [&session] { return reports(session); }; });
}

} // namespace bilan::app
