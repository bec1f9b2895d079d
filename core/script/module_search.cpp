// SPDX-License-Identifier: MPL-2.0
#include "script/module_search.hpp"

#include "base/text.hpp"
#include "script/modules.hpp"
#include "script/state.hpp"

#include <lua.hpp>

#include <algorithm>

namespace bilan::script {

namespace {

constexpr std::string_view library_name = "bilan";

/// True when the file, links resolved, is still below the folder.
bool is_below(const std::filesystem::path& folder, const std::filesystem::path& file)
{
    std::error_code problem;
    const auto real_folder = std::filesystem::canonical(folder, problem);
    if (problem) return false;
    const auto real_file = std::filesystem::canonical(file, problem);
    if (problem || !std::filesystem::is_regular_file(real_file, problem)) return false;
    const auto [end, unused] = std::ranges::mismatch(real_folder, real_file);
    return end == real_folder.end();
}

/// The file of the code that asks; empty where that cannot be told.
std::filesystem::path file_that_asks(lua_State* lua)
{
    lua_Debug record;
    if (lua_getstack(lua, 1, &record) == 0 || lua_getinfo(lua, "S", &record) == 0) return {};
    if (record.source[0] != '@') return {};
    const Sources& sources = State::of(lua).sources();
    const auto source = sources.find(std::string_view(record.source + 1));
    return source == sources.end() ? std::filesystem::path() : std::filesystem::path(source->second.file);
}

/// A file that is at work is no module of itself: `emploi.lua` that asks for `emploi` means the standard one.
bool is_at_work(State& state, const std::filesystem::path& file)
{
    return state.loading().contains(place_of(file));
}

std::optional<Module> find_in_library(State& state, const std::string& relative)
{
    for (const auto& library : state.settings().path.libraries)
        for (const std::string& candidate : {relative + ".lua", relative + "/init.lua"})
            if (is_below(library, library / candidate))
                return Module{library / candidate, shown_name(library, library / candidate), true};
    return std::nullopt;
}

void add_names(const std::filesystem::path& folder, std::string_view prefix, std::vector<std::string>& names)
{
    constexpr std::string_view spec_ending = "_spec";
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        const std::string stem = entry->path().stem().string();
        if (entry->path().extension() != ".lua" || stem == "init" || stem.ends_with(spec_ending)) continue;
        names.push_back(std::string(prefix) + stem);
    }
}

} // namespace

bool is_of_library(std::string_view name)
{
    return name == library_name || name.starts_with("bilan.");
}

std::string place_of(const std::filesystem::path& file)
{
    std::error_code problem;
    return std::filesystem::weakly_canonical(file, problem).string();
}

std::vector<std::string> module_names(lua_State* lua)
{
    State& state = State::of(lua);
    std::vector<std::string> names{std::string(library_name)};
    for (const auto& library : state.settings().path.libraries) add_names(library / library_name, "bilan.", names);
    if (!state.report_folder().empty()) add_names(state.report_folder(), "", names);
    if (const auto& reports = state.settings().path.reports; !reports.empty()) add_names(reports.back(), "", names);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::optional<Module> find_module(lua_State* lua, const std::string& name)
{
    State& state = State::of(lua);
    const std::string relative = base::replace_all(name, ".", "/");
    if (is_of_library(name)) return find_in_library(state, relative);
    std::vector<std::filesystem::path> folders;
    // Then the standard reports, to be included: the last folder is that of bilan itself, which is there for everybody.
    // What one of them asks for is one of them, whatever stands beside the report that includes it.
    const auto& reports = state.settings().path.reports;
    const bool is_standard = !reports.empty() && is_below(reports.back(), file_that_asks(lua));
    if (!state.report_folder().empty() && !is_standard) folders.push_back(state.report_folder());
    if (!reports.empty()) folders.push_back(reports.back());
    bool waits = false;
    for (const auto& folder : folders) {
        const std::filesystem::path file = folder / (relative + ".lua");
        if (!is_below(folder, file)) continue;
        if (is_at_work(state, file)) {
            waits = true;
            continue;
        }
        std::string shown = shown_name(folder, file);
        const auto same = state.sources().find(shown);
        if (same != state.sources().end() && place_of(same->second.file) != place_of(file))
            shown.insert(0, "bilan/"); // two folders named alike: errors tell the files apart
        return Module{file, std::move(shown), false};
    }
    if (waits) throw Mistake("BIL-636", {name}, name);
    return std::nullopt;
}

} // namespace bilan::script
