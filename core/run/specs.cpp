// SPDX-License-Identifier: MPL-2.0
#include "run/specs.hpp"

#include "run/extra_table.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> spec_files(const fs::path& where)
{
    std::error_code none;
    if (fs::is_regular_file(where, none)) return {where};
    std::vector<fs::path> files;
    for (auto entry = fs::recursive_directory_iterator(where, none); entry != fs::recursive_directory_iterator();
         entry.increment(none))
        if (entry->is_regular_file(none) && entry->path().filename().string().ends_with("_spec.lua"))
            files.push_back(entry->path());
    std::ranges::sort(files);
    if (files.empty()) throw base::Error(base::ExitCode::usage, "", {"BIL-790", {where.string()}});
    return files;
}

} // namespace

std::vector<SpecFile> run_specs(const Engine& engine, const fs::path& where, base::Language language)
{
    std::vector<SpecFile> all;
    for (const fs::path& file : spec_files(where)) {
        SpecFile spec;
        spec.name = file == where ? file.filename().string() : file.lexically_relative(where).string();
        const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
        script::RunInputs inputs;
        inputs.domain = engine.domain();
        inputs.language = language;
        inputs.functions = engine.plugins().function_providers();
        inputs.read_table = table_reader(engine, {folder}, {}, {});
        try {
            spec.results = script::run_specs(engine.home().scripts, file, inputs);
        } catch (const base::Error& error) {
            spec.failure = error;
        }
        all.push_back(std::move(spec));
    }
    return all;
}

} // namespace bilan::run
