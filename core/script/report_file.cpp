// SPDX-License-Identifier: MPL-2.0
#include "script/report_file.hpp"

#include "base/text.hpp"
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
    if (name.ends_with(".lua") && std::filesystem::is_regular_file(name, problem)) return {name};
    std::vector<std::filesystem::path> files;
    for (const auto& folder : path.reports) {
        auto file = folder / (name + ".lua");
        const bool is_plain = name.find_first_of("/\\") == std::string::npos;
        if (is_plain && std::filesystem::is_regular_file(file, problem)) files.push_back(std::move(file));
    }
    if (!files.empty()) return files;
    const std::vector<std::string> known = known_reports(path);
    throw base::Error(base::ExitCode::usage, {}, {"BIL-600", {name, known.empty() ? "—" : base::join(known, ", ")}});
}

std::shared_ptr<ReportObject> load_report(State& state, const std::filesystem::path& file)
{
    std::shared_ptr<ReportObject> report;
    const std::string shown = shown_name(file);
    state.report_folder() = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    state.protect([&](lua_State* lua) {
        push_chunk(lua, file, shown);
        lua_call(lua, 0, 1);
        if (const auto* object = to_object<ReportObject>(lua, lua_gettop(lua))) report = *object;
    });
    if (report == nullptr) throw base::Error(base::ExitCode::script, shown, {"BIL-668", {}});
    report->card.file = file;
    return report;
}

ReportCard describe_report(const SearchPath& path, const std::string& name)
{
    const auto file = report_files(path, name).front();
    State state(settings_to_describe(path, base::Language::french));
    return load_report(state, file)->card;
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
            listed.error = error.sentence(language);
        }
        all.push_back(std::move(listed));
    }
    return all;
}

} // namespace bilan::script
