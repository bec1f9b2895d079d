// SPDX-License-Identifier: MPL-2.0
//
// The main job: a report over partner files becomes a workbook. Its one public function reads like the life of a run.
#pragma once

#include "base/date.hpp"
#include "run/engine.hpp"
#include "run/pack.hpp"
#include "run/reading.hpp"
#include "workbook/layout.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilan::run {

struct ReportRequest {
    std::string report;              ///< id or path
    Pack pack;                       ///< where the report was unpacked from; empty: it was not
    std::vector<std::string> inputs; ///< files and folders
    std::filesystem::path output;
    bool replaces = false; ///< a report of ours that somebody has saved since, and may have typed into
    std::optional<int> year;
    std::optional<base::CivilDate> produced_on; ///< printed on the first page; none is printed without it
    std::string territory;
    std::string profile = "interne";
    std::map<std::string, std::string> parameters; ///< as given on the command line
    std::string force;                             ///< why a report that refuses blocking findings is made all the same
    std::string split;                             ///< a field: one more workbook for each of its values
    std::filesystem::path previous;                ///< bilan's own workbook of the year before; empty: none
    base::Language language = base::Language::french;
    ReadingOptions reading;
    script::Limits limits;
    std::function<void(const base::Error&)> overrun; ///< as in script::RunInputs
};

/// A workbook of one part: `retour_2025_valmont.xlsx`.
struct PartWritten {
    std::string part; ///< the value of the field it is limited to
    std::filesystem::path output;
    std::string digest;
};

struct ReportOutcome {
    Reading reading;
    std::size_t sheets = 0;
    std::size_t figures = 0;
    bool lists_rows = false; ///< rows of a dataset as they are, figures or not
    std::string output_digest;
    std::vector<script::JournalLine> journal;
    std::vector<PartWritten> parts;    ///< by value; empty without `split`
    std::size_t rows_in_no_part = 0;   ///< without a value of the field that splits: the whole alone counts them
    std::vector<base::Error> failures; ///< parts of the report that could not be computed; the others are written
};

/// Throws base::Error: exit 1 when there is nothing to report or blocking findings stand in the way of it, 2 for the
/// request itself, 3 when no input can be read, 4 for the output, 5 for a profile that needs statistical secrecy, 6 for
/// the script.
[[nodiscard]] ReportOutcome run_report(const Engine& engine, const ReportRequest& request, Progress& progress);

/// A report made in memory: everything `run_report` does after the reading, but for the file.
struct Rehearsal {
    script::BuiltReport report;
    std::vector<workbook::PlacedFigure> figures; ///< of its pages, in their order
};

/// `reading` is what `read_inputs` gave and takes what the report reads by itself. Throws as `run_report`.
[[nodiscard]] Rehearsal rehearse_report(const Engine& engine, const ReportRequest& request, Reading& reading);

} // namespace bilan::run
