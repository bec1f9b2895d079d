// SPDX-License-Identifier: MPL-2.0
#include "script/theme.hpp"

#include "script/mistake.hpp"
#include "script/modules.hpp"
#include "script/report_file.hpp"

namespace bilan::script {

/// A mistake in a table that the report declares gets the file and the line as well as it can be told.
void take_indicators(State& state, const ReportObject& report, Session& session)
{
    try {
        take_declared(session, report.indicators);
    } catch (const Mistake& mistake) {
        const std::string shown = shown_name(report.card.file);
        const int line = line_of(mistake, state.sources()[shown]);
        throw ScriptError({mistake.message(), mistake.subject(), shown, line, {}}, state.sources());
    }
}

void take_themes(State& state, const std::vector<std::filesystem::path>& reports, Session& session)
{
    const std::filesystem::path folder = state.report_folder();
    for (const std::filesystem::path& file : reports) take_indicators(state, *load_report(state, file), session);
    state.report_folder() = folder;
}

} // namespace bilan::script
