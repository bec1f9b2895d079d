// SPDX-License-Identifier: MPL-2.0
#include "run/trial.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "run/concern.hpp"
#include "run/progress.hpp"
#include "run/run_report.hpp"
#include "run/temporary_folder.hpp"

#include <algorithm>
#include <fstream>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

/// As it would be typed behind `--param`. A point before three digits could be one of thousands.
std::string typed(const script::ParameterValue& value)
{
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    const auto* const number = std::get_if<double>(&value);
    if (number == nullptr) return {};
    std::string text = base::shortest(*number);
    if (text.find('.') != std::string::npos && text.find('e') == std::string::npos) text += '0';
    return text;
}

std::string write_file(const fs::path& folder, const std::string& name, const std::string& text)
{
    if (name.empty() || name == "." || name == ".." || name.find_first_of("/\\") != std::string::npos)
        throw base::Error(base::ExitCode::script, "", {"BIL-487", {base::for_display(name)}});
    const fs::path file = folder / name;
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
}

} // namespace

std::shared_ptr<const script::TriedReport> try_report(const Engine& engine, const fs::path& folder,
                                                      base::Language language, const script::TrialRequest& asked)
{
    const TemporaryFolder written;
    ReportRequest request;
    std::error_code none;
    const fs::path beside = folder / (asked.report + ".lua");
    request.report = fs::is_regular_file(beside, none) ? beside.string() : asked.report;
    for (const auto& [name, text] : asked.files) request.inputs.push_back(write_file(written.path(), name, text));
    request.year = request.reading.year = asked.year;
    request.territory = request.reading.territory = asked.territory;
    request.language = language;
    for (const auto& [name, value] : asked.parameters) request.parameters[name] = typed(value);
    NoProgress progress;
    Reading reading = read_inputs(engine, find_inputs(request.inputs), request.reading, progress);
    Rehearsal rehearsal = rehearse_report(engine, request, reading);
    if (!rehearsal.report.failures.empty()) throw base::Error(rehearsal.report.failures.front());
    auto tried = std::make_shared<script::TriedReport>();
    tried->report = std::move(rehearsal.report);
    std::ranges::stable_sort(reading.findings, {}, &gravity_of); // the gravest first, as in the workbook
    for (const intake::Finding& finding : reading.findings) {
        std::optional<std::int64_t> row;
        if (finding.place.row) row = static_cast<std::int64_t>(*finding.place.row) + 1;
        tried->findings.push_back({finding.code, finding.sentence(language), finding.place.file, row});
    }
    return tried;
}

} // namespace bilan::run
