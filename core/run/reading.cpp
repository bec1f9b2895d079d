// SPDX-License-Identifier: MPL-2.0
#include "run/reading.hpp"

#include "base/text.hpp"
#include "intake/named_sheets.hpp"
#include "intake/territory/one_name.hpp"
#include "run/collection_template.hpp"
#include "run/known_schema.hpp"
#include "run/unused_answers.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <tuple>

namespace bilan::run {

namespace {

intake::Finding finding_of(const std::string& file, const Problem& problem)
{
    intake::Finding finding;
    finding.code = problem.code;
    // Cells that an unquoted separator may have shifted, and numbers that people see as others, leave a figure wrong.
    constexpr std::array may_mislead{"BIL-352", "BIL-313"};
    const bool misleads = std::ranges::find(may_mislead, problem.code) != may_mislead.end();
    finding.severity = misleads ? data::Severity::alert : data::Severity::information;
    finding.place = problem.place;
    finding.place.file = file;
    finding.message = {problem.code, problem.arguments};
    return finding;
}

/// What is not read again is still named: nobody must look for it in vain.
intake::Finding finding_of_copy(const std::string& copy, const std::string& original)
{
    intake::Finding finding = finding_of(copy, Problem{std::string(copy_of_another), {}, {copy, original}});
    finding.done = intake::Done::set_aside;
    return finding;
}

intake::Finding finding_of(const std::string& file, const base::Error& failure)
{
    intake::Finding finding;
    finding.code = failure.message().code;
    finding.severity = data::Severity::blocking;
    finding.place.file = file;
    finding.done = intake::Done::refused;
    finding.message = failure.message();
    return finding;
}

std::vector<Accounting> account(const std::string& file, const intake::FileReading& reading)
{
    std::vector<Accounting> lines;
    for (const intake::TableReading& table : reading.tables) {
        auto line = std::ranges::find(lines, table.schema, &Accounting::schema);
        if (line == lines.end()) line = lines.insert(lines.end(), Accounting{file, table.schema});
        line->rows_read += table.rows_read;
        line->rows_kept += table.rows_kept;
        line->rows_set_aside += table.rows_set_aside;
        line->rows_refused += table.rows_refused;
    }
    return lines;
}

std::uint64_t rows_read(const FileResult& result)
{
    std::uint64_t rows = 0;
    for (const Accounting& line : result.accounting) rows += line.rows_read;
    return rows;
}

void note_end(Journal& journal, const FileResult& result)
{
    if (!journal.keeps()) return;
    base::JsonLine line;
    line.member("file", result.file.name);
    if (result.failure) line.member("code", result.failure->message().code);
    line.member("rows_read", static_cast<std::int64_t>(rows_read(result)));
    line.member("findings", static_cast<std::int64_t>(result.reading.findings.size()));
    journal.note("read", line);
}

intake::Options intake_options(const Engine& engine, const ReadingOptions& options)
{
    intake::Options made;
    made.domain = engine.domain().get();
    made.schema = options.schema;
    made.year = options.year;
    made.mappings = &engine.answers().mappings;
    made.reference = engine.reference();
    if (made.reference != nullptr) made.scope = made.reference->scope_of(options.territory);
    made.lexicon = engine.lexicon();
    return made;
}

/// Once a run: which lists of the territory were wanted and are not there.
std::optional<intake::Finding> finding_of(const Engine& engine, const intake::Unchecked& unchecked)
{
    if (!unchecked.any()) return std::nullopt;
    intake::Finding finding;
    finding.code = "BIL-575";
    finding.message = {finding.code, {}};
    if (engine.reference() == nullptr) return finding;
    std::vector<std::string> missing;
    if (unchecked.quarters_2015) missing.emplace_back("QPV 2015");
    if (unchecked.quarters_2024) missing.emplace_back("QPV 2024");
    if (unchecked.communes) missing.emplace_back("communes");
    finding.code = "BIL-576";
    finding.message = {finding.code, {base::join(missing, ", ")}};
    return finding;
}

FileResult read_one(const Engine& engine, const InputFile& file, const ReadingOptions& options,
                    std::vector<Problem>& remarks)
{
    FileResult result;
    result.file = file;
    engine.journal().note("input", base::JsonLine().member("file", file.name).member("sha256", file.digest));
    try {
        OpenedBook opened = open_book(engine, file, options.limits);
        result.reader = std::move(opened.reader);
        result.format = format_of(*opened.book);
        if (is_own_workbook(*opened.book)) {
            intake::Finding finding = finding_of(file.name, Problem{"BIL-165", {}, {}});
            finding.severity = data::Severity::alert;
            finding.done = intake::Done::set_aside;
            result.reading.findings.push_back(std::move(finding));
            return result;
        }
        drop_explanations(*opened.book);
        const intake::Options how = intake_options(engine, options);
        std::vector<intake::Finding> hidden = intake::hide_named_sheets(*opened.book, file.name, how.reference);
        result.reading = intake::take_in(*opened.book, file.name, how);
        result.reading.findings.insert(result.reading.findings.begin(), hidden.begin(), hidden.end());
        remarks = std::move(opened.book->remarks);
    } catch (const base::Error& failure) {
        if (failure.exit_code() != base::ExitCode::unreadable && failure.exit_code() != base::ExitCode::plugin) throw;
        result.failure = failure;
    }
    result.accounting = account(file.name, result.reading);
    return result;
}

/// Calls `work(i)` for 0..count-1 on several threads; the first exception (by index) is thrown again at the end.
template <class Work>
void in_parallel(std::size_t count, unsigned threads, const Work& work)
{
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    threads = static_cast<unsigned>(std::min<std::size_t>(threads, std::max<std::size_t>(count, 1)));
    std::atomic<std::size_t> next{0};
    std::vector<std::exception_ptr> failures(count);
    const auto loop = [&] {
        for (std::size_t at = next++; at < count; at = next++) try {
                work(at);
            } catch (...) {
                failures[at] = std::current_exception();
            }
    };
    std::vector<std::thread> helpers;
    for (unsigned helper = 1; helper < threads; ++helper) helpers.emplace_back(loop);
    loop();
    for (std::thread& helper : helpers) helper.join();
    for (const std::exception_ptr& failure : failures)
        if (failure) std::rethrow_exception(failure);
}

/// Over all files: what one partner writes with a capital letter another does not.
void name_places(Reading& reading)
{
    std::vector<data::TableValues*> tables;
    for (FileResult& file : reading.files)
        for (data::TableValues& values : file.reading.values) tables.push_back(&values);
    for (intake::Finding& finding : intake::give_one_name_to_places(tables))
        reading.findings.push_back(std::move(finding));
}

/// What is said once, though the same table is read twice: of a cell, of a row that is set aside, of a sheet whose
/// columns name persons.
using SaidOnce =
    std::tuple<std::string, std::string, std::string, std::optional<std::uint32_t>, std::optional<std::uint32_t>>;

SaidOnce said_once(const intake::Finding& finding)
{
    const Place& place = finding.place;
    if (finding.code == "C21") return {finding.code, place.file, place.sheet, {}, {}};
    if (finding.done == intake::Done::set_aside) return {finding.code, place.file, place.sheet, place.row, {}};
    return {finding.code, place.file, place.sheet, place.row, place.column};
}

} // namespace

void Reading::add(FurtherTable table, std::vector<intake::Finding> found)
{
    const bool is_noted = std::ranges::any_of(further, [&](const FurtherTable& other) {
        return other.file.path == table.file.path && other.sheet == table.sheet;
    });
    // What the report reads by itself need not fit a schema: a grid of criteria among the inputs.
    std::erase_if(findings, [&](const intake::Finding& finding) {
        return (finding.message.code == "BIL-277" || finding.message.code == "BIL-843") &&
               finding.place.file == table.file.name && finding.place.sheet == table.sheet;
    });
    if (!is_noted) further.push_back(std::move(table));
    std::set<SaidOnce> said;
    for (const intake::Finding& finding : findings) said.insert(said_once(finding));
    for (intake::Finding& finding : found)
        if (said.insert(said_once(finding)).second) findings.push_back(std::move(finding));
}

Accounting Reading::total() const
{
    Accounting sum;
    for (const FileResult& file : files)
        for (const Accounting& line : file.accounting) {
            sum.rows_read += line.rows_read;
            sum.rows_kept += line.rows_kept;
            sum.rows_set_aside += line.rows_set_aside;
            sum.rows_refused += line.rows_refused;
        }
    return sum;
}

std::size_t Reading::findings_of(data::Severity severity) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(findings, [&](const intake::Finding& finding) { return finding.severity == severity; }));
}

std::size_t Reading::blocking() const
{
    return static_cast<std::size_t>(std::ranges::count_if(findings, intake::blocks));
}

std::size_t Reading::rules_applied() const
{
    std::size_t applied = 0;
    for (const auto& [schema, report] : controls)
        applied += static_cast<std::size_t>(
            std::ranges::count_if(report.runs, [](const intake::ControlRun& run) { return run.judged > 0; }));
    return applied;
}

Reading read_inputs(const Engine& engine, const Inputs& inputs, const ReadingOptions& options, Progress& progress)
{
    // A schema that does not exist would fit no table at all, and every message would ask for the option just given.
    if (!options.schema.empty()) (void)known_schema(*engine.domain(), options.schema, "--schema ");
    Reading reading;
    reading.files.resize(inputs.files.size());
    std::vector<std::vector<Problem>> remarks(inputs.files.size());
    std::mutex progress_lock;
    Moment moment{Step::reading, 0, inputs.files.size(), 0, {}};
    in_parallel(inputs.files.size(), options.threads, [&](std::size_t at) {
        {
            const std::lock_guard lock(progress_lock);
            moment.detail = inputs.files[at].name;
            progress.at(moment);
        }
        reading.files[at] = read_one(engine, inputs.files[at], options, remarks[at]);
        note_end(engine.journal(), reading.files[at]);
        const std::lock_guard lock(progress_lock);
        ++moment.done;
        moment.rows += rows_read(reading.files[at]);
        progress.at(moment);
    });

    name_places(reading);
    intake::Unchecked unchecked;
    std::map<std::string, data::DatasetBuilder> builders;
    std::vector<std::string> order;
    std::size_t said = 0;
    for (const FileResult& file : reading.files) said += file.reading.findings.size();
    reading.findings.reserve(said + reading.files.size());
    for (std::size_t at = 0; at < reading.files.size(); ++at) {
        FileResult& file = reading.files[at];
        order.push_back(file.file.name);
        for (const Problem& remark : remarks[at]) reading.findings.push_back(finding_of(file.file.name, remark));
        if (file.failure) reading.findings.push_back(finding_of(file.file.name, *file.failure));
        for (intake::Finding& finding : file.reading.findings) reading.findings.push_back(std::move(finding));
        file.reading.findings.clear();
        unchecked.add(file.reading.unchecked);
        for (data::TableValues& values : file.reading.values) {
            auto builder = builders.find(values.schema->id);
            if (builder == builders.end()) builder = builders.try_emplace(values.schema->id, values.schema).first;
            builder->second.append(std::move(values));
        }
        file.reading.values.clear();
    }
    for (const auto& [copy, original] : inputs.copies) {
        order.push_back(copy);
        reading.findings.push_back(finding_of_copy(copy, original));
    }
    for (auto& [schema, builder] : builders) {
        progress.at({Step::controls, reading.datasets.size(), builders.size(), moment.rows, schema});
        std::shared_ptr<const data::Dataset> dataset = builder.finish();
        intake::ControlReport report = intake::run_controls(dataset, *engine.domain(), options.year);
        reading.findings.reserve(reading.findings.size() + report.findings.size());
        for (intake::Finding& finding : report.findings) reading.findings.push_back(std::move(finding));
        report.findings.clear();
        reading.controls.emplace(schema, std::move(report));
        reading.datasets.emplace(schema, std::move(dataset));
    }
    if (auto finding = unused_answers(engine.answers(), reading)) reading.findings.push_back(std::move(*finding));
    if (auto finding = finding_of(engine, unchecked)) reading.findings.push_back(std::move(*finding));
    intake::sort_findings(reading.findings, order);
    return reading;
}

} // namespace bilan::run
