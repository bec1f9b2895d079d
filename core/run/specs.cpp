// SPDX-License-Identifier: MPL-2.0
#include "run/specs.hpp"

#include "run/extra_table.hpp"
#include "run/trial.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

/// The skeleton of `bilan new report` becomes one when it gets its name.
bool is_spec(const fs::path& file)
{
    const std::string name = file.filename().string();
    return name.ends_with("_spec.lua") && name != "NAME_spec.lua";
}

std::vector<fs::path> spec_files(const fs::path& where)
{
    std::error_code none;
    if (fs::is_regular_file(where, none)) return {where};
    std::vector<fs::path> files;
    for (auto entry = fs::recursive_directory_iterator(where, none); entry != fs::recursive_directory_iterator();
         entry.increment(none))
        if (entry->is_regular_file(none) && is_spec(entry->path())) files.push_back(entry->path());
    std::ranges::sort(files);
    if (files.empty()) throw base::Error(base::ExitCode::usage, "", {"BIL-790", {where.string()}});
    return files;
}

/// `jardins.lua` beside `jardins_spec.lua`, when that is a report with a theme of its own. Throws what its file throws.
std::vector<fs::path> theme_beside(const Engine& engine, const fs::path& spec)
{
    constexpr std::string_view ending = "_spec";
    std::string name = spec.stem().string();
    if (!name.ends_with(ending)) return {};
    name.resize(name.size() - ending.size());
    const fs::path beside = spec.parent_path() / (name + ".lua");
    std::error_code none;
    if (!fs::is_regular_file(beside, none)) return {};
    try {
        const script::ReportCard card = script::describe_report(engine.home().scripts, beside.string());
        if (card.declares_domain) return {beside};
    } catch (const base::Error& error) {
        if (error.message().code != "BIL-668") throw; // a module, no report
    }
    return {};
}

std::vector<script::SpecResult> results_of(const Engine& shared, const fs::path& file, base::Language language)
{
    const std::vector<fs::path> theme = theme_beside(shared, file);
    std::optional<Engine> own;
    if (!theme.empty()) own.emplace(shared, theme);
    const Engine& engine = own ? *own : shared;
    script::RunInputs inputs;
    inputs.domain = engine.domain();
    inputs.language = language;
    inputs.functions = engine.plugins().function_providers();
    inputs.themes = engine.reports();
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    inputs.read_table = table_reader(engine, {folder}, {}, {});
    inputs.try_report = [&engine, folder, language](const script::TrialRequest& request) {
        return try_report(engine, folder, language, request);
    };
    return script::run_specs(engine.home().scripts, file, inputs);
}

} // namespace

std::vector<SpecFile> run_specs(const Engine& engine, const fs::path& where, base::Language language)
{
    std::vector<SpecFile> all;
    for (const fs::path& file : spec_files(where)) {
        SpecFile spec;
        spec.name = file == where ? file.filename().string() : file.lexically_relative(where).string();
        try {
            spec.results = results_of(engine, file, language);
        } catch (const base::Error& error) {
            spec.failure = error;
        }
        all.push_back(std::move(spec));
    }
    return all;
}

} // namespace bilan::run
