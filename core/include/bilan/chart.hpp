// SPDX-License-Identifier: MPL-2.0
//
// A finished chart over cells of a workbook. Value types; built by one thread, then only read.
#pragma once

#include <bilan/place.hpp>
#include <bilan/style.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bilan {

enum class ChartType : std::uint8_t { bar, column, line, doughnut, scatter, radar };
enum class Stacking : std::uint8_t { none, stacked, percent };

struct ChartSeries {
    std::string name;
    std::string sheet; ///< where both ranges are
    CellRange categories;
    CellRange values;
    Colour colour;
    bool labels = false; ///< values written at the bars
    std::string label_format;
    std::vector<std::pair<std::uint32_t, Colour>> points; ///< single points of another colour
    bool as_line = false;                                 ///< drawn as a line over columns: a target, a threshold
    bool invisible = false;                               ///< keeps others at a distance; has no name in the legend
    /// Of a scatter chart: the rows of the ranges that are drawn. Excel reads numbers beside a text as 1, 2, 3.
    std::vector<Span> rows;
    std::vector<double> heights; ///< of a scatter chart: instead of `values`, a height for each row that is drawn
    std::optional<CellRange> point_labels; ///< of a scatter chart: texts beside the points
};

struct ChartPart {
    ChartType type = ChartType::bar;
    Stacking stacking = Stacking::none;
    std::string title;
    std::string subtitle;         ///< base and source, under the title
    std::string alternative_text; ///< never empty
    std::string category_title;
    std::string value_title;
    std::string value_format;
    std::optional<double> value_minimum; ///< bars start at 0
    std::optional<double> value_maximum;
    std::optional<double> value_step; ///< between grid lines
    bool reversed_categories = false; ///< first row on top of a horizontal bar chart
    bool facing = false;              ///< bars of two series back to back, touching
    bool rows_as_heights = false;     ///< a scatter chart of rows: `row_names` stand where its upright axis would
    CellRange row_names;              ///< on the sheet of the series, the topmost first
    std::uint32_t label_room = 0;     ///< pixels left of the plot, for the names of rows
    std::string category_format;      ///< of a scatter chart
    std::optional<double> category_minimum;
    bool legend = true;
    std::vector<ChartSeries> series;
    CellPosition at;
    std::uint32_t offset = 0;  ///< pixels to the right of the left edge of `at`
    std::uint32_t width = 620; ///< pixels
    std::uint32_t height = 340;
};

} // namespace bilan
