// SPDX-License-Identifier: MPL-2.0
//
// From input files to rows: each file opened, its reader chosen by its bytes, its tables taken in. Files are read in
// parallel; the answer is in the order of the inputs whatever the number of threads.
#pragma once

#include "data/dataset.hpp"
#include "intake/controls.hpp"
#include "intake/intake.hpp"
#include "run/engine.hpp"
#include "run/inputs.hpp"
#include "run/open_book.hpp"
#include "run/progress.hpp"

#include <bilan/limits.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bilan::run {

struct ReadingOptions {
    std::string schema; ///< only this one; empty: found from the headers
    std::optional<int> year;
    std::string territory; ///< as the user names it; limits where names of quarters are looked for
    ReadLimits limits;
    unsigned threads = 0; ///< 0: as many as there are processors
};

/// Rows of one file and schema: read = kept + set aside + refused.
struct Accounting {
    std::string file;
    std::string schema; ///< empty for rows of tables that fit no schema
    std::uint64_t rows_read = 0;
    std::uint64_t rows_kept = 0;
    std::uint64_t rows_set_aside = 0;
    std::uint64_t rows_refused = 0;
};

struct FileResult {
    InputFile file;
    std::string reader;
    std::string format;
    std::optional<base::Error> failure; ///< the file could not be read as a whole
    intake::FileReading reading;        ///< values moved out into the datasets
    std::vector<Accounting> accounting;
};

/// A table that the report read by itself (`run:read`), beside the partners' files or once more from one of them.
struct FurtherTable {
    InputFile file;
    std::string format;
    std::string sheet;
    std::uint64_t rows = 0; ///< those kept: empty rows are passed over, totals and notes set aside
};

struct Reading {
    std::vector<FileResult> files;
    std::map<std::string, std::shared_ptr<const data::Dataset>> datasets; ///< by schema, only those with rows
    std::map<std::string, intake::ControlReport> controls; ///< by schema; their findings moved to `findings`
    std::vector<FurtherTable> further;                     ///< what the report itself read, in the order it asked
    /// All: of readers, intake and controls, in the order of the inputs; what is said once for the run, in no file,
    /// last.
    std::vector<intake::Finding> findings;

    /// Notes what the report read; a table read twice is noted once, and a finding already said is not said again.
    void add(FurtherTable table, std::vector<intake::Finding> found);

    [[nodiscard]] Accounting total() const;
    [[nodiscard]] std::size_t findings_of(data::Severity severity) const;
    /// Blocking findings that somebody still has to settle.
    [[nodiscard]] std::size_t blocking() const;
    /// Rules that judged at least one row.
    [[nodiscard]] std::size_t rules_applied() const;
};

/// Reads all inputs and runs the controls. A file that cannot be read is a blocking finding, not an error.
[[nodiscard]] Reading read_inputs(const Engine& engine, const Inputs& inputs, const ReadingOptions& options,
                                  Progress& progress);

} // namespace bilan::run
