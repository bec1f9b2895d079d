// SPDX-License-Identifier: MPL-2.0
//
// A spreadsheet file as a reader hands it over: its texts, its sheets in the order of the file, and what the reader
// found worth saying (a wrong extension, a chart sheet passed over, an encoding guessed). Owned by the host.
#pragma once

#include <bilan/grid.hpp>
#include <bilan/problem.hpp>
#include <bilan/text_pool.hpp>

#include <deque>
#include <string>
#include <vector>

namespace bilan {

struct Book {
    TextPool texts;
    std::deque<Grid> sheets; ///< a deque, so that a reference to a grid stays good while others are added
    std::vector<Problem> remarks;
    std::string format; ///< "xlsx", "ods", "csv", "xls", "html": what the bytes turned out to be
    std::vector<std::pair<std::string, std::string>> facts; ///< e.g. {"encoding","windows-1252"}, {"separator",";"}

    [[nodiscard]] std::string_view text(const Cell& cell) const { return texts.at(cell.text()); }
};

} // namespace bilan
