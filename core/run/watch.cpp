// SPDX-License-Identifier: MPL-2.0
#include "run/watch.hpp"

#include "run/script_files.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of_campaign(const fs::path& campaign)
{
    std::vector<fs::path> files{campaign / "mappings.toml"};
    std::error_code none;
    for (const char* folder : {"scripts", "references"})
        for (auto entry = fs::recursive_directory_iterator(campaign / folder, none);
             entry != fs::recursive_directory_iterator(); entry.increment(none))
            if (entry->is_regular_file(none)) files.push_back(entry->path());
    return files;
}

/// The path of the script, or nothing while it cannot be found.
std::vector<fs::path> files_of_report(const Engine& engine, const std::string& name)
{
    try {
        return script_files(script::report_files(engine.home().scripts, name).front());
    } catch (const base::Error&) {
        return {name};
    }
}

std::vector<fs::path> files_of_inputs(const std::vector<std::string>& arguments)
{
    try {
        return input_paths(arguments);
    } catch (const base::Error&) {
        return {}; // while a folder is being moved; reading it says why
    }
}

/// Sources lead into datasets that may be read again: only the numbers are kept for the next comparison.
std::vector<workbook::PlacedFigure> numbers_of(std::vector<workbook::PlacedFigure> figures)
{
    for (workbook::PlacedFigure& figure : figures) figure.figure.sources.clear();
    return figures;
}

} // namespace

Watch::Watch(EngineSource engine, ReportRequest request, Progress& progress)
    : engine_source_(std::move(engine)), request_(std::move(request)), progress_(progress)
{
    request_.reading.year = request_.year;
    request_.reading.territory = request_.territory;
}

Watch::Look Watch::look() const
{
    Look look;
    if (engine_ == nullptr) return look;
    std::vector<fs::path> settings;
    for (const fs::path& campaign : engine_->campaigns())
        for (fs::path& file : files_of_campaign(campaign)) settings.push_back(std::move(file));
    look.settings = stamps_of(settings);
    look.inputs = stamps_of(files_of_inputs(request_.inputs));
    std::vector<fs::path> scripts = files_of_report(*engine_, request_.report);
    scripts.insert(scripts.end(), further_.begin(), further_.end());
    look.scripts = stamps_of(scripts);
    return look;
}

bool Watch::has_news()
{
    Look now = look();
    // An editor writes, renames and sets times one after the other: two looks alike before anything is read.
    const bool is_at_rest = now == last_;
    last_ = std::move(now);
    return is_at_rest && last_ != before_;
}

void Watch::take_note(WatchRound& round)
{
    const Look now = look();
    const auto note = [&](const FileStamps& old, const FileStamps& current) {
        std::vector<fs::path> saved = saved_between(old, current);
        round.saved.insert(round.saved.end(), saved.begin(), saved.end());
        return !saved.empty();
    };
    is_engine_stale_ = note(before_.settings, now.settings) || is_engine_stale_;
    if (note(before_.inputs, now.inputs) || is_engine_stale_) reading_.reset();
    if (note(before_.scripts, now.scripts) && (declares_domain_ || engine_->has_failed_reports())) {
        is_engine_stale_ = true;
        reading_.reset();
    }
    before_ = now; // before anything is read: what is saved while we work is news
    last_ = now;
}

WatchRound Watch::round()
{
    WatchRound round;
    const bool is_first = engine_ == nullptr;
    if (is_first) engine_ = &engine_source_(false);
    take_note(round);
    if (is_first) round.saved.clear();
    try {
        if (is_engine_stale_ && !is_first) engine_ = &engine_source_(true);
        is_engine_stale_ = false;
        engine_->require_reports(); // a theme that is not whole reads nothing: the inputs wait for it
        if (!reading_) read(round);
        build(round);
    } catch (const base::Error& error) {
        round.failures.push_back(error);
    }
    progress_.finished();
    round.reading = reading_ ? &*reading_ : nullptr;
    round.figures = figures_.size();
    return round;
}

void Watch::read(WatchRound& round)
{
    reading_ = read_inputs(*engine_, find_inputs(request_.inputs), request_.reading, progress_);
    round.has_read = true;
}

void Watch::tell_news(WatchRound& round, std::vector<script::JournalLine> journal)
{
    std::set<std::pair<std::string, std::string>> warnings;
    for (script::JournalLine& line : journal) {
        const bool is_warning = line.level == "warning";
        if (is_warning && warnings_.contains({line.file, line.text})) {
            ++round.same_warnings;
            warnings.emplace(line.file, line.text);
            continue;
        }
        if (is_warning) warnings.emplace(line.file, line.text);
        round.journal.push_back(std::move(line));
    }
    warnings_ = std::move(warnings);

    std::vector<std::string> findings;
    for (const intake::Finding& finding : reading_->findings) findings.push_back(finding.sentence(request_.language));
    std::ranges::sort(findings);
    if (!is_first_build_) {
        std::ranges::set_difference(findings, findings_, std::back_inserter(round.new_findings));
        std::ranges::set_difference(findings_, findings, std::back_inserter(round.gone_findings));
    }
    findings_ = std::move(findings);
}

void Watch::build(WatchRound& round)
{
    reading_->further.clear();
    Rehearsal rehearsal = rehearse_report(*engine_, request_, *reading_);
    declares_domain_ = rehearsal.report.card.declares_domain;
    round.changes = changes_between(figures_, rehearsal.figures);
    round.failures = std::move(rehearsal.report.failures);
    figures_ = numbers_of(std::move(rehearsal.figures));
    std::vector<TableSketch> tables = sketches_of(rehearsal.report, request_.language);
    if (!is_first_build_) round.table_changes = changes_between(tables_, tables);
    tables_ = std::move(tables);
    tell_news(round, std::move(rehearsal.report.journal));
    is_first_build_ = false;
    further_.clear();
    for (const FurtherTable& table : reading_->further) further_.push_back(table.file.path);
    // Files met for the first time are as they are now; those known before may have been saved meanwhile.
    FileStamps scripts = look().scripts;
    for (auto& [file, stamp] : scripts)
        if (const auto known = before_.scripts.find(file); known != before_.scripts.end()) stamp = known->second;
    before_.scripts = std::move(scripts);
    last_ = before_;
}

} // namespace bilan::run
