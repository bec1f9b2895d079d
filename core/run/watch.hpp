// SPDX-License-Identifier: MPL-2.0
//
// A report made again each time something it depends on is saved: its script and modules, the inputs, the campaign's
// settings. Inputs are read once, and again only when one of them changed. Writes no file. One thread.
#pragma once

#include "run/figure_changes.hpp"
#include "run/file_stamps.hpp"
#include "run/run_report.hpp"
#include "run/table_changes.hpp"

#include <functional>
#include <optional>
#include <set>

namespace bilan::run {

struct WatchRound {
    std::vector<std::filesystem::path> saved; ///< what this round answers to; empty for the first
    bool has_read = false;                    ///< the inputs were read, or read again
    std::size_t figures = 0;
    std::vector<FigureChange> changes; ///< against the last round that came to an end; every figure is new at first
    std::vector<TableChange> table_changes; ///< against the same; none at first
    std::vector<std::string> new_findings;  ///< against the same; none at first
    std::vector<std::string> gone_findings;
    std::vector<base::Error> failures;        ///< what went wrong: one error, or one for each part that failed
    std::vector<script::JournalLine> journal; ///< without the warnings of the round before
    std::size_t same_warnings = 0;            ///< those that were left out
    const Reading* reading = nullptr;         ///< valid until the next round
};

class Watch {
public:
    /// Gives the engine; makes a new one when told that the campaign's settings changed.
    using EngineSource = std::function<const Engine&(bool anew)>;

    /// `request.output` is not written. `progress` outlives the watch.
    Watch(EngineSource engine, ReportRequest request, Progress& progress);

    /// Runs the report. What goes wrong is part of the round; only an engine that cannot be made at first is thrown.
    [[nodiscard]] WatchRound round();
    /// True when something was saved since the last round and has come to rest.
    [[nodiscard]] bool has_news();

private:
    struct Look {
        FileStamps settings; ///< of the campaigns: scripts, lists, answers about headers
        FileStamps inputs;
        FileStamps scripts; ///< the report, its modules, what it reads by itself
        bool operator==(const Look&) const = default;
    };
    [[nodiscard]] Look look() const;
    /// What was saved since the last round, and what has to be made again because of it.
    void take_note(WatchRound& round);
    void read(WatchRound& round);
    void build(WatchRound& round);
    /// Sets the findings that are new or gone, and the lines of the journal that were not there the round before.
    void tell_news(WatchRound& round, std::vector<script::JournalLine> journal);

    EngineSource engine_source_;
    ReportRequest request_;
    Progress& progress_;
    const Engine* engine_ = nullptr;
    bool is_engine_stale_ = false;
    bool declares_domain_ = false; ///< the report, as far as it could be read: its script is a setting too
    std::optional<Reading> reading_;
    std::vector<std::filesystem::path> further_; ///< files that the report read by itself
    std::vector<workbook::PlacedFigure> figures_;
    std::vector<TableSketch> tables_;
    std::vector<std::string> findings_;                      ///< sorted
    std::set<std::pair<std::string, std::string>> warnings_; ///< file and words: lines move
    bool is_first_build_ = true;
    Look before_; ///< of the last round
    Look last_;   ///< the last time anybody looked
};

} // namespace bilan::run
