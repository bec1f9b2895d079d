// SPDX-License-Identifier: MPL-2.0
#include "base/number.hpp"
#include "script/api/failure.hpp"
#include "script/api/interface.hpp"
#include "script/api/session.hpp"
#include "script/failed_report.hpp"
#include "script/mistake.hpp"
#include "script/modules.hpp"
#include "script/overrun.hpp"
#include "script/parameter_words.hpp"
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

bool fits(const ParameterCard& card, const ParameterValue& value)
{
    const auto* number = std::get_if<double>(&value);
    const auto* text = std::get_if<std::string>(&value);
    if (card.type == "boolean") return std::holds_alternative<bool>(value);
    if (card.type == "text") return text != nullptr;
    if (card.type == "choice") return text != nullptr && std::ranges::find(card.choices, *text) != card.choices.end();
    if (number == nullptr) return false;
    if (card.type == "rate") return *number >= 0 && *number <= 1;
    if (card.type == "year" || card.type == "integer") return *number == base::round_half_away(*number, 0);
    return true;
}

std::string printed(const ParameterValue& value)
{
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value)) return base::shortest(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return "—";
}

ParameterValue value_of(const ParameterCard& card, const RunInputs& inputs)
{
    if (const auto given = inputs.parameters.find(card.name); given != inputs.parameters.end()) return given->second;
    const bool is_year = card.type == "year" && std::holds_alternative<std::monostate>(card.initial);
    if (is_year && inputs.year) return static_cast<double>(*inputs.year);
    return card.initial;
}

/// Given or initial values of all declared parameters; throws base::Error (exit 2) for any that does not fit.
std::map<std::string, ParameterValue> parameters_of(const ReportCard& card, const RunInputs& inputs)
{
    std::vector<std::string> names;
    for (const ParameterCard& declared : card.parameters) names.push_back(declared.name);
    for (const auto& [name, unused] : inputs.parameters)
        if (std::ranges::find(names, name) == names.end())
            throw base::Error(base::ExitCode::usage, {},
                              unknown_name("BIL-688", "BIL-689", name, card.id, names).message());
    std::map<std::string, ParameterValue> values;
    for (const ParameterCard& declared : card.parameters) {
        ParameterValue value = value_of(declared, inputs);
        const bool is_given = !std::holds_alternative<std::monostate>(value);
        if (is_given && !fits(declared, value))
            throw base::Error(base::ExitCode::usage, {},
                              {"BIL-678", {declared.name, type_words(declared).in(inputs.language), printed(value)}});
        values.emplace(declared.name, std::move(value));
    }
    return values;
}

void run_build(State& state, const ReportObject& report, const RunInputs& inputs, BuiltReport& built)
{
    const auto session = std::make_shared<Session>(state, inputs, built);
    take_indicators(report, *session);
    session->parameters = parameters_of(report.card, inputs);
    for (const auto& [name, value] : session->parameters) built.parameters.emplace_back(name, printed(value));
    state.protect([&](lua_State* lua) {
        add_functions(lua, inputs.functions);
        lua_rawgeti(lua, LUA_REGISTRYINDEX, report.build);
        push_object(lua, session);
        lua_call(lua, 1, 0);
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
        return std::ranges::find(built.pages, chart.table, &workbook::Page::id) == built.pages.end();
    });
    if (built.pages.empty() && built.key_figures.empty())
        throw FailedReport(file_error(shown_name(card.file), card.file, {"BIL-674", {}}), std::move(built.journal));
    return built;
}

} // namespace bilan::script
