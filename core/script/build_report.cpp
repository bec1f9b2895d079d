// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "script/api/failure.hpp"
#include "script/api/interface.hpp"
#include "script/api/session.hpp"
#include "script/failed_report.hpp"
#include "script/modules.hpp"
#include "script/overrun.hpp"
#include "script/parameter_values.hpp"
#include "script/report_file.hpp"
#include "script/theme.hpp"

#include <lua.hpp>

#include <algorithm>

namespace bilan::script {

namespace {

State::Settings settings_of(const SearchPath& path, const ReportCard& card, const RunInputs& inputs)
{
    State::Settings settings;
    settings.limits = inputs.limits;
    settings.language = inputs.language;
    settings.seed = card.id;
    settings.path = path;
    return settings;
}

void run_build(State& state, const ReportObject& report, const RunInputs& inputs, BuiltReport& built)
{
    const auto session = std::make_shared<Session>(state, inputs, built);
    take_indicators(report, *session);
    refuse_undeclared(report.card, inputs);
    session->parameters = parameters_of(report.card, inputs);
    for (const auto& [name, value] : session->parameters) {
        const auto declared = std::ranges::find(report.card.parameters, name, &ParameterCard::name);
        built.parameters.emplace_back(name, declared == report.card.parameters.end()
                                                ? printed(value)
                                                : for_people(*declared, value, inputs.language));
    }
    state.protect([&](lua_State* lua) {
        add_functions(lua, inputs.functions);
        lua_rawgeti(lua, LUA_REGISTRYINDEX, report.build);
        push_object(lua, session);
        lua_call(lua, 1, 0);
    });
}

/// Whether the table stands on the page: the first, whose id is that of the page, or one below.
bool has_table(const workbook::Page& page, const std::string& id)
{
    return std::ranges::any_of(page.blocks, [&](const workbook::Block& block) {
        const auto* table = std::get_if<workbook::Table>(&block);
        return table != nullptr && table->id == id;
    });
}

} // namespace

BuiltReport build_report(const SearchPath& path, const ReportCard& card, const RunInputs& inputs)
{
    BuiltReport built;
    State state(settings_of(path, card, inputs));
    const Watchdog watchdog = watch_over(state, inputs);
    const auto report = load_report(state, card.file);
    built.card = report->card;
    built.title = report->card.title.in(inputs.language);
    try {
        run_build(state, *report, inputs, built);
    } catch (const base::Error& error) {
        // what was written before stands, and the workbook says what is missing
        if (error.exit_code() != base::ExitCode::script) throw;
        if (built.pages.empty()) throw FailedReport(error, std::move(state.journal()));
        add_failure(built, inputs.language == base::Language::french ? "Suite du rapport" : "Rest of the report", error,
                    inputs.language);
    }
    built.journal = std::move(state.journal());
    std::erase_if(built.first_page_charts, [&](const workbook::ChartOf& chart) {
        return std::ranges::none_of(built.pages,
                                    [&](const workbook::Page& page) { return has_table(page, chart.table); });
    });
    if (built.pages.empty() && built.key_figures.empty() && !built.warnings.empty())
        throw FailedReport(
            base::Error(base::ExitCode::findings, card.id, {"BIL-442", {base::join(built.warnings, " ")}}),
            std::move(built.journal));
    if (built.pages.empty() && built.key_figures.empty())
        throw FailedReport(file_error(shown_name(card.file), card.file, {"BIL-674", {}}), std::move(built.journal));
    return built;
}

} // namespace bilan::script
