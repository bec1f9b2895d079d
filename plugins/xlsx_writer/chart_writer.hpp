// SPDX-License-Identifier: MPL-2.0
//
// Charts of the model as charts of the library. One thread.
#pragma once

#include <bilan/workbook.hpp>

#include <xlsxwriter.h>

#include <optional>
#include <string>
#include <vector>

namespace bilan::xlsx {

/// What the library cannot say of a chart; package.hpp says it in the finished file.
struct ChartAmendments {
    struct Series {
        /// To be drawn as a line over the columns of its chart.
        bool as_line = false;
        /// A line with neither marker nor stroke where a value is missing.
        bool is_cut = false;
        /// Point by point. The library takes formulas and words for zeros in the values that it stores in the chart.
        std::vector<std::optional<double>> values;
        /// Of a scatter chart: the whole of its `c:xVal` and `c:yVal`.
        std::string points = {};
    };
    std::vector<Series> series;
    /// Words on a second line of the title.
    std::string subtitle = {};
    /// Share of the chart's width that is kept free left of the plot; 0: as the reader likes.
    double left_room = 0;
    double room_above = 0; ///< for the lines of the title
    /// Share of its height below such a plot: numbers of the axis, and what stands under them.
    double room_below = 0;
};

/// Adds the chart to its sheet. Throws Refusal.
ChartAmendments write_chart(lxw_workbook& target, lxw_worksheet& sheet, const Workbook& workbook, const SheetPart& part,
                            const ChartPart& chart);

} // namespace bilan::xlsx
