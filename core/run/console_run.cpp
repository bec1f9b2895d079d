// SPDX-License-Identifier: MPL-2.0
#include "run/console_run.hpp"

#include "run/extra_table.hpp"
#include "run/parameters.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

constexpr const char* own_folder = ".";

Reading read(const Engine& engine, const ConsoleRequest& request, Progress& progress)
{
    if (request.inputs.empty()) return {};
    Reading reading = read_inputs(engine, find_inputs(request.inputs), request.reading, progress);
    const bool nothing_read = std::ranges::all_of(reading.files, [](const FileResult& file) { return !!file.failure; });
    if (nothing_read) throw base::Error(*reading.files.front().failure);
    return reading;
}

/// What all reports that the console knows may be given.
script::ReportCard card_of_themes(const Engine& engine)
{
    script::ReportCard all;
    all.id = "console";
    for (const std::filesystem::path& file : engine.reports()) {
        const script::ReportCard card = script::describe_report(engine.home().scripts, file.string());
        for (const script::ParameterCard& parameter : card.parameters) all.parameters.push_back(parameter);
    }
    return all;
}

script::RunInputs script_inputs(const Engine& engine, const ConsoleRequest& request, const Reading& reading)
{
    script::RunInputs inputs;
    inputs.domain = engine.domain();
    inputs.datasets = reading.datasets;
    inputs.territory = request.reading.territory;
    inputs.quarter_name = [&engine](std::string_view code) { return engine.quarter_name(code); };
    inputs.year = request.reading.year;
    inputs.language = request.language;
    inputs.functions = engine.plugins().function_providers();
    inputs.files = reading.files.size();
    inputs.themes = engine.reports();
    inputs.parameters = parameters_of(card_of_themes(engine), request.parameters);
    inputs.limits = request.limits;
    inputs.overrun = request.overrun;
    std::vector<std::filesystem::path> folders = engine.campaigns();
    folders.emplace_back(own_folder);
    std::vector<InputFile> files;
    for (const FileResult& file : reading.files) files.push_back(file.file);
    inputs.read_table = table_reader(engine, std::move(folders), std::move(files), request.reading);
    return inputs;
}

} // namespace

ConsoleRun::ConsoleRun(const Engine& engine, const ConsoleRequest& request, Progress& progress)
    : reading_(read(engine, request, progress)), inputs_(script_inputs(engine, request, reading_)),
      console_(std::make_unique<script::Console>(engine.home().scripts, inputs_, own_folder))
{
    progress.finished();
}

} // namespace bilan::run
