// SPDX-License-Identifier: MPL-2.0
#include "script/theme.hpp"

#include "script/mistake.hpp"
#include "script/module_search.hpp"
#include "script/modules.hpp"
#include "script/parameter_values.hpp"
#include "script/report_file.hpp"

namespace bilan::script {

/// A mistake in a table that the report declares gets the file and the line as well as it can be told.
void take_indicators(const ReportObject& report, Session& session)
{
    try {
        take_declared(session, report.indicators);
    } catch (const Mistake& mistake) {
        throw mistake_in(report.card.file, mistake);
    }
}

void take_themes(State& state, const std::vector<std::filesystem::path>& reports, Session& session)
{
    const std::filesystem::path folder = state.report_folder();
    for (const std::filesystem::path& file : reports) {
        const auto report = load_report(state, file);
        state.loading().erase(place_of(file)); // a test or an entry may ask for it
        take_indicators(*report, session);
        session.parameters.merge(parameters_of(report->card, session.inputs));
    }
    state.report_folder() = folder;
}

} // namespace bilan::script
