// SPDX-License-Identifier: MPL-2.0
//
// From the grids of one file to rows of known fields: the whole intake behind two functions. Pure: the same book and
// options give the same answer; files may be taken in on several threads at once.
#pragma once

#include "data/dataset.hpp"
#include "data/schema.hpp"
#include "intake/finding.hpp"
#include "intake/mappings.hpp"
#include "intake/territory/reference.hpp"

#include <bilan/book.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

class Lexicon;

/// The headers that the domain's schemas know, indexed. Worth making once for many files; lives no longer than
/// `domain`.
[[nodiscard]] std::shared_ptr<const Lexicon> prepare(const data::Domain& domain);

struct Options {
    const data::Domain* domain = nullptr;   ///< never null
    std::string schema;                     ///< only this schema; empty: the one that the headers speak for
    std::optional<int> year;                ///< the exercise of the run, when it is given
    const Mappings* mappings = nullptr;     ///< answers remembered from earlier runs; may be null
    const Reference* reference = nullptr;   ///< lists of quarters and communes; null: none was given
    Scope scope;                            ///< what the run is about, as far as the lists know it
    std::shared_ptr<const Lexicon> lexicon; ///< of `domain`, from `prepare`; made anew when null
};

/// How one column was understood.
struct ColumnReading {
    std::uint32_t column = 0;
    std::string header;                   ///< as written, levels joined by ` / `
    std::string field;                    ///< empty: not understood, or left out
    double confidence = 0;                ///< 0..1; only sure readings are acted upon
    base::Message reason;                 ///< why: same label, synonym, near spelling, remembered answer, group context
    bool personal = false;                ///< names persons: dropped at the door
    std::vector<std::string> suggestions; ///< fields it might be, nearest first, when it is a question
    bool holds_numbers = false;           ///< most of its cells do, and they may count something
};

struct RowReading {
    std::uint32_t row = 0;
    Done done = Done::set_aside;
    base::Message reason; ///< total, repeated header, note, filler, example, …
};

/// One table region of a sheet.
struct TableReading {
    std::string sheet;
    CellRange range; ///< header and records
    std::vector<std::uint32_t> header_rows;
    bool transposed = false;
    std::string schema; ///< empty: no schema fits
    double schema_confidence = 0;
    base::Message schema_reason;
    std::vector<ColumnReading> columns;
    std::vector<RowReading> rows_not_kept;
    std::uint32_t rows_read = 0; ///< kept + set aside + refused
    std::uint32_t rows_kept = 0;
    std::uint32_t rows_set_aside = 0;
    std::uint32_t rows_refused = 0;
};

/// A sheet without a table, or parts of one that were passed over, and why.
struct SheetReading {
    std::string sheet;
    base::Message reason;
};

/// What could not be compared with any list, for want of one.
struct Unchecked {
    bool quarters_2015 = false;
    bool quarters_2024 = false;
    bool communes = false;
    void add(const Unchecked& other)
    {
        quarters_2015 = quarters_2015 || other.quarters_2015;
        quarters_2024 = quarters_2024 || other.quarters_2024;
        communes = communes || other.communes;
    }
    [[nodiscard]] bool any() const { return quarters_2015 || quarters_2024 || communes; }
};

struct FileReading {
    std::string file;
    std::vector<TableReading> tables;
    std::vector<SheetReading> passed_over;
    std::vector<data::TableValues> values; ///< one per table with a schema, in the order of `tables`
    std::vector<Finding> findings;         ///< conversions, exclusions, doubts; controls come later
    Unchecked unchecked;
};

/// Reads every sheet of a book. `file` is the name shown to the user.
[[nodiscard]] FileReading take_in(const Book& book, const std::string& file, const Options& options);

} // namespace bilan::intake
