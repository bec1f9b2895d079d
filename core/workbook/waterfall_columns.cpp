// SPDX-License-Identifier: MPL-2.0
//
// What stands behind a waterfall: the invisible base that lifts each step, the levels, the rises and the falls.
#include "workbook/chart_checks.hpp"
#include "workbook/chart_columns.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <string_view>

namespace bilan::workbook {

namespace {

/// The steps of one waterfall, and the formulas that follow them.
struct Steps {
    std::size_t column;
    std::vector<std::size_t> totals;
    std::vector<WaterfallLevel> levels;

    [[nodiscard]] bool is_total(std::size_t row) const { return std::ranges::find(totals, row) != totals.end(); }
    [[nodiscard]] std::string cell(std::uint32_t first_row, std::size_t row) const
    {
        return cell_name({first_row + static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
    }
    /// `SUM(B12:B14)`: from the last total, or the first row, on.
    [[nodiscard]] std::string level(std::uint32_t first_row, std::size_t row) const
    {
        std::size_t from = row;
        while (from > 0 && !is_total(from)) --from;
        return "SUM(" + cell(first_row, from) + ':' + cell(first_row, row) + ')';
    }
    [[nodiscard]] bool any_change(bool (*is_one)(const WaterfallLevel&)) const
    {
        for (std::size_t row = 0; row < levels.size(); ++row)
            if (levels[row].known && !is_total(row) && is_one(levels[row])) return true;
        return false;
    }
};

bool rises(const WaterfallLevel& at)
{
    return at.after > at.before;
}

bool falls(const WaterfallLevel& at)
{
    return at.after < at.before;
}

/// The value of a row: one thing for a change, another for a total, the cause where nothing is known.
auto made(const Steps& steps, auto of_change, auto of_total)
{
    return [&steps, of_change, of_total](std::size_t row) -> Value {
        const WaterfallLevel& level = steps.levels[row];
        if (!level.known) return level.cause;
        return steps.is_total(row) ? Value(of_total(level)) : Value(of_change(level));
    };
}

/// `MAX(-C12,0)`
MadeFormula part_of_change(const Steps& steps, std::string_view sign)
{
    return [steps, sign](std::uint32_t first_row, std::size_t row) {
        return steps.is_total(row) ? std::string() : "MAX(" + std::string(sign) + steps.cell(first_row, row) + ",0)";
    };
}

MadeFormula base_of(const Steps& steps)
{
    return [steps](std::uint32_t first_row, std::size_t row) -> std::string {
        if (steps.is_total(row)) return {};
        return "MIN(" + (row == 0 ? "0" : steps.level(first_row, row - 1)) + ',' + steps.level(first_row, row) + ')';
    };
}

MadeFormula level_of(const Steps& steps)
{
    return [steps](std::uint32_t first_row, std::size_t row) {
        return steps.is_total(row) ? steps.cell(first_row, row) : std::string();
    };
}

} // namespace

void ChartColumns::add_waterfall(PlacedChart& placed)
{
    const Steps steps{placed.chart.series_columns.front(), placed.chart.total_rows,
                      waterfall_levels(table_, placed.chart)};
    const std::string key = "waterfall " + std::to_string(steps.column) + ' ';
    const ColumnKind kind = table_.columns[steps.column].kind;
    const LayoutWords& words = layout_words(language_);
    // A legend of what no bar shows is noise; where a reader may change the steps, either may come.
    const bool may_change = table_.columns[steps.column].formula != nullptr;
    const auto empty = [](const WaterfallLevel& /*level*/) { return Value(); };
    const auto lower = [](const WaterfallLevel& at) { return std::min(at.before, at.after); };
    const auto nothing = [](const WaterfallLevel& /*level*/) { return 0.0; };
    const auto after = [](const WaterfallLevel& at) { return at.after; };
    const auto rise = [](const WaterfallLevel& at) { return std::max(at.after - at.before, 0.0); };
    const auto fall = [](const WaterfallLevel& at) { return std::max(at.before - at.after, 0.0); };
    const auto add_part = [&](const char* name, std::string_view header, const MakeValue& value, MadeFormula formula) {
        return add(key + name, std::string(header), kind, value, std::move(formula));
    };
    placed.made_columns = {
        add_part("base", words.waterfall_base, made(steps, lower, nothing), base_of(steps)),
        add_part("level", words.waterfall_level, made(steps, empty, after), level_of(steps)),
        PlacedChart::not_made,
        PlacedChart::not_made,
    };
    if (may_change || steps.any_change(rises))
        placed.made_columns[2] =
            add_part("up", words.waterfall_up, made(steps, rise, empty), part_of_change(steps, ""));
    if (may_change || steps.any_change(falls))
        placed.made_columns[3] =
            add_part("down", words.waterfall_down, made(steps, fall, empty), part_of_change(steps, "-"));
}

} // namespace bilan::workbook
