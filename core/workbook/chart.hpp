// SPDX-License-Identifier: MPL-2.0
//
// A chart as its author thinks of it: a kind and columns of a table. Value types; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bilan::workbook {

enum class ChartKind : std::uint8_t {
    bars, ///< horizontal, one series or grouped; sorted by the author
    stacked_bars,
    share_bars, ///< horizontal, 100 % stacked
    columns,
    stacked_columns,
    share_columns,
    line,
    doughnut,  ///< at most three slices
    likert,    ///< rates of one scale, least favourable first, stacked around the middle of the scale
    dots,      ///< one row a category, one mark a series
    scatter,   ///< two columns of numbers: across, then up
    waterfall, ///< one column: levels in `total_rows`, changes between them
    pyramid,   ///< two columns of counts, the first to the left
};

struct Chart {
    ChartKind kind = ChartKind::bars;
    std::string title;            ///< what is shown, territory and year
    std::string alternative_text; ///< the message in one or two sentences
    std::size_t category_column = 0;
    std::vector<std::size_t> series_columns;
    std::string value_title;
    bool labels = true;
    std::optional<double> target; ///< a line across: 0.2 for the 20 % line
    std::string target_label;
    std::string note;                          ///< N and source, printed under the chart's table
    std::optional<std::size_t> neutral_column; ///< of a Likert scale: neither for nor against
    bool neutral_apart = false;                ///< beside the others instead of half on each side
    std::optional<std::size_t> favourable;     ///< of a Likert scale: how many of the last columns are; else half
    std::vector<std::size_t> total_rows;       ///< of a waterfall
};

} // namespace bilan::workbook
