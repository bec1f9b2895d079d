// SPDX-License-Identifier: MPL-2.0
#include "script/report_file.hpp"

#include "base/text.hpp"
#include "script/module_search.hpp"
#include "script/modules.hpp"

#include <lua.hpp>

#include <set>

namespace bilan::script {

namespace {

constexpr std::chrono::milliseconds time_to_describe{5'000};

std::vector<std::string> known_reports(const SearchPath& path)
{
    std::set<std::string> ids;
    for (const auto& folder : path.reports)
        for (const auto& file : lua_files(folder)) ids.insert(file.stem().string());
    return {ids.begin(), ids.end()};
}

/// A file is meant, not the id of a report.
bool is_path(const std::string& name)
{
    return name.ends_with(".lua") || name.find_first_of("/\\") != std::string::npos;
}

[[noreturn]] void refuse_file(const std::string& name)
{
    const std::filesystem::path file(name);
    std::error_code problem;
    if (std::filesystem::exists(file, problem)) throw base::Error(base::ExitCode::usage, name, {"BIL-862", {}});
    std::vector<std::string> neighbours;
    for (const auto& other : lua_files(file.has_parent_path() ? file.parent_path() : std::filesystem::path(".")))
        neighbours.push_back(other.filename().string());
    if (const auto near = base::nearest(file.filename().string(), neighbours))
        throw base::Error(base::ExitCode::usage, name, {"BIL-863", {(file.parent_path() / *near).string()}});
    throw base::Error(base::ExitCode::usage, name, {"BIL-864", {}});
}

State::Settings settings_to_describe(const SearchPath& path, base::Language language)
{
    State::Settings settings;
    settings.limits.wall_clock = time_to_describe;
    settings.language = language;
    settings.path = path;
    return settings;
}

} // namespace

std::vector<std::filesystem::path> report_files(const SearchPath& path, const std::string& name)
{
    std::error_code problem;
    if (is_path(name) && !std::filesystem::is_regular_file(name, problem)) refuse_file(name);
    if (name.ends_with(".lua") && std::filesystem::is_regular_file(name, problem)) return {name};
    std::vector<std::filesystem::path> files;
    for (const auto& folder : path.reports) {
        auto file = folder / (name + ".lua");
        const bool is_plain = name.find_first_of("/\\") == std::string::npos;
        if (is_plain && std::filesystem::is_regular_file(file, problem)) files.push_back(std::move(file));
    }
    if (!files.empty()) return files;
    const std::vector<std::string> known = known_reports(path);
    const std::string all = known.empty() ? "—" : base::join(known, ", ");
    if (const auto near = base::nearest(name, known))
        throw base::Error(base::ExitCode::usage, {}, {"BIL-861", {name, *near, all}});
    throw base::Error(base::ExitCode::usage, {}, {"BIL-600", {name, all}});
}

std::shared_ptr<ReportObject> load_report(State& state, const std::filesystem::path& file)
{
    std::shared_ptr<ReportObject> report;
    const std::string shown = shown_name(file);
    state.report_folder() = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    state.loading().insert(place_of(file)); // for good: it is no module of itself
    state.protect([&](lua_State* lua) {
        push_chunk(lua, file, shown);
        lua_call(lua, 0, 1);
        if (const auto* object = to_object<ReportObject>(lua, lua_gettop(lua))) report = *object;
    });
    if (report == nullptr) throw file_error(shown, file, {"BIL-668", {}});
    report->card.file = file;
    return report;
}

ReportCard describe_report(const SearchPath& path, const std::string& name)
{
    const auto file = report_files(path, name).front();
    State state(settings_to_describe(path, base::Language::french));
    return load_report(state, file)->card;
}

void check_datasets(const ReportCard& card, const data::Domain& domain)
{
    std::vector<std::string> known;
    for (const auto& schema : domain.schemas) known.push_back(schema->id);
    for (const std::string& dataset : card.datasets) {
        if (domain.schema(dataset) != nullptr) continue;
        Mistake mistake = unknown_name("BIL-612", "BIL-613", dataset, "bilan.report › datasets", known);
        mistake.set_near("datasets");
        throw mistake_in(card.file, mistake);
    }
}

std::vector<ListedReport> list_reports(const SearchPath& path, base::Language language)
{
    std::vector<ListedReport> all;
    for (const std::string& id : known_reports(path)) {
        ListedReport listed;
        listed.id = id;
        listed.hidden = report_files(path, id);
        listed.file = listed.hidden.front();
        listed.hidden.erase(listed.hidden.begin());
        try {
            listed.card = describe_report(path, id);
        } catch (const base::Error& error) {
            listed.error = error.sentence_here(language);
        }
        all.push_back(std::move(listed));
    }
    return all;
}

} // namespace bilan::script
