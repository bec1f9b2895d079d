// SPDX-License-Identifier: MPL-2.0
//
// The tables of one workbook against those of the workbook before: what figures do not say, that is listed rows, sums
// that Excel makes, notes. Pure; any thread.
#pragma once

#include "base/language.hpp"
#include "script/report.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace bilan::run {

/// What is kept of a table: its cells as they are shown, but for those of figures, which are compared as figures.
struct TableSketch {
    std::string id;
    std::string title;
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> rows; ///< empty where the table is too long to be kept
    std::vector<std::string> totals;            ///< of each column: what is added up below it, or nothing
    std::vector<std::string> notes;
    std::size_t row_count = 0;
    std::size_t digest = 0; ///< of all cells
};

/// The tables of a report in their order; the warnings of its first page are the notes of a table without an id.
[[nodiscard]] std::vector<TableSketch> sketches_of(const script::BuiltReport& report, base::Language language);

struct TableChange {
    enum class Kind : std::uint8_t {
        table_new,
        table_gone,
        columns,
        row_new,
        row_gone,
        cell,
        total,
        note_new,
        note_gone,
        length
    };
    Kind kind = Kind::cell;
    std::string table; ///< its title
    std::string label; ///< row and column of a cell, the column of a total
    std::string before;
    std::string after;
};

/// In the order of `after`, then the tables that are gone. Tables are told apart by their ids; rows by their first
/// cell where it is another in each, else by all that they hold.
[[nodiscard]] std::vector<TableChange> changes_between(const std::vector<TableSketch>& before,
                                                       const std::vector<TableSketch>& after);

/// « Créneaux › Judo club · Créneaux : 12 → 15 », « nouveau tableau : Créneaux ».
[[nodiscard]] std::string in_words(const TableChange& change, base::Language language);
/// `table_new`, `cell`, …: for machines.
[[nodiscard]] const char* name_of(TableChange::Kind kind);

} // namespace bilan::run
