// SPDX-License-Identifier: MPL-2.0
#include "run/run_report.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "run/atomic_file.hpp"
#include "run/digest.hpp"
#include "run/extra_table.hpp"
#include "run/pages/pages.hpp"
#include "workbook/layout.hpp"
#include "workbook/lint.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

void check_profile(const std::string& profile)
{
    if (profile == "interne") return;
    if (profile == "partenaires" || profile == "public")
        throw base::Error(base::ExitCode::secrecy, "--profile " + profile, {"BIL-500", {profile}});
    throw base::Error(base::ExitCode::usage, "--profile", {"BIL-153", {base::for_display(profile)}});
}

/// « 1 200 000 », « 12,5 % », « 1200000.50 »: spaces are no part of a number, a percentage is a rate.
std::optional<double> parameter_number(const std::string& text, bool is_rate)
{
    std::string bare = base::replace_all(base::replace_all(text, "\u00A0", ""), "\u202F", "");
    bare = base::replace_all(base::replace_all(bare, " ", ""), ",", ".");
    const bool is_percent = bare.ends_with('%');
    if (is_percent) bare.pop_back();
    if (bare.ends_with("€")) bare.resize(bare.size() - std::string_view("€").size());
    if (is_percent && !is_rate) return std::nullopt;
    const std::optional<double> number = base::parse_number(bare);
    return number && is_percent ? std::optional(*number / 100) : number;
}

script::ParameterValue parameter_value(const script::ParameterCard& card, const std::string& text)
{
    const auto wrong = [&](const char* code) {
        return base::Error(base::ExitCode::usage, "--param " + card.name, {code, {base::for_display(text), card.name}});
    };
    if (card.type == "text" || card.type == "choice") {
        if (card.type == "choice" && std::ranges::find(card.choices, text) == card.choices.end())
            throw base::Error(base::ExitCode::usage, "--param " + card.name,
                              {"BIL-156", {base::for_display(text), base::join(card.choices, ", ")}});
        return text;
    }
    if (card.type == "boolean") {
        const std::string folded = base::fold(text);
        if (folded == "oui" || folded == "yes" || folded == "true" || folded == "1") return true;
        if (folded == "non" || folded == "no" || folded == "false" || folded == "0") return false;
        throw wrong("BIL-155");
    }
    const std::optional<double> number = parameter_number(text, card.type == "rate");
    if (!number) throw wrong("BIL-154");
    return *number;
}

std::map<std::string, script::ParameterValue> parameters_of(const script::ReportCard& card,
                                                            const std::map<std::string, std::string>& given)
{
    std::vector<std::string> names;
    for (const script::ParameterCard& parameter : card.parameters) names.push_back(parameter.name);
    std::map<std::string, script::ParameterValue> values;
    for (const auto& [name, text] : given) {
        const auto parameter = std::ranges::find(card.parameters, name, &script::ParameterCard::name);
        if (parameter == card.parameters.end())
            throw base::Error(base::ExitCode::usage, "--param " + base::for_display(name),
                              {"BIL-157", {card.id, names.empty() ? "–" : base::join(names, ", ")}});
        values.emplace(name, parameter_value(*parameter, text));
    }
    return values;
}

/// Zero rows is an error, and so is a run whose inputs could none of them be read.
void check_reading(const Reading& reading, const script::ReportCard& card)
{
    const bool nothing_read = std::ranges::all_of(reading.files, [](const FileResult& file) { return !!file.failure; });
    if (nothing_read) throw base::Error(*reading.files.front().failure);
    const bool has_rows = std::ranges::any_of(card.datasets, [&](const std::string& schema) {
        return reading.datasets.contains(schema) && reading.datasets.at(schema)->rows() > 0;
    });
    if (!has_rows) throw base::Error(base::ExitCode::findings, card.id, {"BIL-158", {base::join(card.datasets, ", ")}});
    if (reading.rules_applied() == 0) throw base::Error(base::ExitCode::findings, card.id, {"BIL-159", {}});
}

/// Where `run:read` looks beside the inputs: the campaigns' folders, then that of the report when it is none of ours.
std::vector<std::filesystem::path> reading_folders(const script::ReportCard& card, const Engine& engine)
{
    std::vector<std::filesystem::path> folders = engine.campaigns();
    const std::filesystem::path own = card.file.parent_path();
    const auto& system = engine.home().scripts.reports;
    if (std::ranges::find(system, own) == system.end()) folders.push_back(own.empty() ? "." : own);
    return folders;
}

std::vector<InputFile> inputs_of(const Reading& reading)
{
    std::vector<InputFile> files;
    for (const FileResult& file : reading.files) files.push_back(file.file);
    return files;
}

/// `reading` takes what the report reads by itself and must outlive the inputs.
script::RunInputs script_inputs(const Engine& engine, const ReportRequest& request, const script::ReportCard& card,
                                Reading& reading)
{
    script::RunInputs inputs;
    inputs.domain = engine.domain();
    inputs.datasets = reading.datasets;
    inputs.parameters = parameters_of(card, request.parameters);
    inputs.territory = request.territory;
    inputs.year = request.year;
    inputs.profile = request.profile;
    inputs.language = request.language;
    inputs.functions = engine.plugins().function_providers();
    inputs.files = reading.files.size();
    inputs.limits = request.limits;
    inputs.overrun = request.overrun;
    inputs.read_table = table_reader(engine, reading_folders(card, engine), inputs_of(reading), request.reading,
                                     [&reading](FurtherTable table, std::vector<intake::Finding> found) {
                                         reading.add(std::move(table), std::move(found));
                                     });
    return inputs;
}

/// Everything on the pages was made by us or by the script, so what the lint finds is for whoever wrote them.
void check_workbook(const Workbook& workbook, const script::ReportCard& card)
{
    const std::vector<workbook::LintProblem> problems = workbook::lint(workbook);
    if (!problems.empty())
        throw base::Error(base::ExitCode::script, card.file.filename().string() + " › " + problems.front().place,
                          problems.front().message);
}

/// The partners' files are never changed, whatever path leads to them.
void check_not_an_input(const std::filesystem::path& output, const Inputs& inputs)
{
    for (const InputFile& file : inputs.files) {
        std::error_code none;
        if (std::filesystem::equivalent(file.path, output, none))
            throw base::Error(base::ExitCode::unwritable, output.string(), {"BIL-425", {}});
    }
}

/// What a writer says about a file that it could not write.
void write_workbook(const Writer& writer, const Workbook& workbook, const std::filesystem::path& output)
{
    write_atomically(output, [&](const std::filesystem::path& target) {
        try {
            writer.write(workbook, target);
        } catch (const Refusal& refusal) {
            throw base::Error(base::ExitCode::unwritable, output.string(),
                              {refusal.problem().code, refusal.problem().arguments});
        }
    });
}

const Writer& writer_for(const Engine& engine, const std::filesystem::path& output)
{
    std::string extension = base::fold(output.extension().string());
    if (!extension.empty()) extension.erase(0, 1);
    if (const Writer* writer = engine.plugins().writer_for(extension)) return *writer;
    throw base::Error(base::ExitCode::usage, output.string(), {"BIL-160", {extension}});
}

} // namespace

ReportOutcome run_report(const Engine& engine, const ReportRequest& request, Progress& progress)
{
    check_profile(request.profile);
    const script::ReportCard card = script::describe_report(engine.home().scripts, request.report);
    const Writer& writer = writer_for(engine, request.output);
    check_target(request.output);

    const Inputs inputs = find_inputs(request.inputs);
    ReportOutcome outcome;
    check_not_an_input(request.output, inputs);
    outcome.copies = inputs.copies;
    ReadingOptions reading = request.reading;
    reading.territory = request.territory;
    outcome.reading = read_inputs(engine, inputs, reading, progress);
    check_reading(outcome.reading, card);

    progress.at({Step::report, 0, 1, outcome.reading.total().rows_read, card.id});
    engine.journal().note("report", base::JsonLine().member("report", card.id));
    const script::RunInputs given = script_inputs(engine, request, card, outcome.reading);
    script::BuiltReport report = script::build_report(engine.home().scripts, card, given);
    outcome.journal = report.journal;
    outcome.failures = report.failures;

    engine.journal().note("writing", base::JsonLine().member("file", request.output.filename().string()));
    const pages::Bound bound = pages::bind({report, outcome.reading, given, engine});
    check_workbook(bound.workbook, card);
    outcome.sheets = bound.workbook.sheets.size();
    outcome.figures = bound.figures;
    progress.at({Step::writing, 0, outcome.sheets, 0, request.output.filename().string()});
    write_workbook(writer, bound.workbook, request.output);
    outcome.output_digest = sha256(base::MappedFile(request.output).bytes());
    engine.journal().note(
        "written",
        base::JsonLine().member("file", request.output.filename().string()).member("sha256", outcome.output_digest));
    progress.finished();
    return outcome;
}

} // namespace bilan::run
