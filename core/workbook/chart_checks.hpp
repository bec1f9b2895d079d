// SPDX-License-Identifier: MPL-2.0
//
// What a kind of chart asks of its columns. A wrong column is the author's mistake and refused; a value that cannot be
// drawn is the data's, and the chart is left out with its reason. Pure; any thread.
#pragma once

#include "base/message.hpp"
#include "workbook/document.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace bilan::workbook {

/// Throws base::Error (exit 6) for a table that cannot be laid out: rows of another length, columns that are not there,
/// columns that a chart cannot draw.
void check_table(const Table& table);

/// Why the values of a chart cannot be drawn; numbers as the cells of the table show them in that language.
[[nodiscard]] std::optional<base::Message> problem_of(const Table& table, const Chart& chart, base::Language language);

/// The columns of a Likert scale on both sides of its middle, in the order of the scale.
struct LikertSides {
    std::vector<std::size_t> left;
    std::optional<std::size_t> neutral;
    std::vector<std::size_t> right;
};
[[nodiscard]] LikertSides likert_sides(const Chart& chart);

/// One row of a waterfall.
struct WaterfallLevel {
    bool known = false;
    data::State cause = data::State::empty;
    double before = 0;
    double after = 0;
};
[[nodiscard]] std::vector<WaterfallLevel> waterfall_levels(const Table& table, const Chart& chart);

} // namespace bilan::workbook
