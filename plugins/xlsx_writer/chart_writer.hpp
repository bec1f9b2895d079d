// SPDX-License-Identifier: MPL-2.0
//
// Charts of the model as charts of the library. One thread.
#pragma once

#include <bilan/workbook.hpp>

#include <xlsxwriter.h>

#include <cstddef>
#include <vector>

namespace bilan::xlsx {

/// What the library cannot say of a chart; package.hpp says it in the finished file.
struct ChartAmendments {
    /// Series (by number) to be drawn as lines over the columns of their chart.
    std::vector<std::size_t> lines;
    /// Points of a line that are not known: neither marker nor line there.
    struct Gaps {
        std::size_t series = 0;
        std::vector<std::size_t> points;
        std::size_t length = 0; ///< of the series
    };
    std::vector<Gaps> gaps;
    [[nodiscard]] bool any() const { return !lines.empty() || !gaps.empty(); }
};

/// Adds the chart to its sheet. Throws Refusal.
ChartAmendments write_chart(lxw_workbook& target, lxw_worksheet& sheet, const Workbook& workbook, const SheetPart& part,
                            const ChartPart& chart);

} // namespace bilan::xlsx
