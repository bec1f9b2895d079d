// SPDX-License-Identifier: MPL-2.0
#include "workbook/chart_checks.hpp"

#include "base/error.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/style_book.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

namespace {

/// Sums of parts that were rounded apart come as close as this to their whole.
constexpr double tolerance = 1e-9;

[[noreturn]] void refuse(const Table& table, std::string code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, table.id, {std::move(code), std::move(arguments)});
}

bool takes_target(ChartKind kind)
{
    return kind == ChartKind::bars || kind == ChartKind::columns || kind == ChartKind::stacked_columns ||
           kind == ChartKind::share_columns || kind == ChartKind::line;
}

/// How many columns a kind draws; 0 when it takes as many as there are.
std::size_t wanted_series(ChartKind kind)
{
    if (kind == ChartKind::scatter || kind == ChartKind::pyramid) return 2;
    return kind == ChartKind::waterfall ? 1 : 0;
}

/// The neutral column stands where the two sides meet.
bool is_between(const std::vector<std::size_t>& series, const LikertSides& sides)
{
    const auto neutral = std::ranges::find(series, *sides.neutral);
    return static_cast<std::size_t>(std::distance(series.begin(), neutral)) == sides.left.size();
}

void check_likert(const Table& table, const Chart& chart)
{
    for (const std::size_t column : chart.series_columns)
        if (table.columns[column].kind != ColumnKind::rate)
            refuse(table, "BIL-740", {chart.title, table.columns[column].header});
    const auto& series = chart.series_columns;
    const bool has_neutral = chart.neutral_column && std::ranges::find(series, *chart.neutral_column) != series.end();
    const LikertSides sides = likert_sides(chart);
    const bool has_middle = chart.favourable || series.size() % 2 == 0;
    const bool is_centred =
        chart.neutral_column ? has_neutral && (!chart.favourable || is_between(series, sides)) : has_middle;
    if (!is_centred || sides.left.empty() || sides.right.empty()) refuse(table, "BIL-749", {chart.title});
}

void check_chart(const Table& table, const Chart& chart)
{
    const auto is_there = [&](std::size_t column) { return column < table.columns.size(); };
    const bool is_known =
        std::ranges::all_of(chart.series_columns, is_there) && is_there(chart.category_column) &&
        (!chart.neutral_column || is_there(*chart.neutral_column)) &&
        std::ranges::all_of(chart.total_rows, [&](std::size_t row) { return row < table.rows.size(); });
    if (!is_known) refuse(table, "BIL-735", {chart.title});
    if (chart.target && !takes_target(chart.kind)) refuse(table, "BIL-736", {chart.title});
    const std::size_t wanted = wanted_series(chart.kind);
    if (wanted != 0 && chart.series_columns.size() != wanted)
        refuse(table, "BIL-738", {chart.title, std::to_string(wanted), std::to_string(chart.series_columns.size())});
    if (chart.kind < ChartKind::likert) return;
    for (const std::size_t column : chart.series_columns)
        if (!is_numeric(table.columns[column].kind))
            refuse(table, "BIL-739", {chart.title, table.columns[column].header});
    if (chart.kind == ChartKind::likert) check_likert(table, chart);
}

/// Says what is wrong with the values of a chart.
struct Objection {
    const Table& table;
    const Chart& chart;
    base::Language language;

    [[nodiscard]] std::string name(std::size_t row) const
    {
        return cell_value(table.rows[row][chart.category_column], ColumnKind::text, language).shown;
    }
    /// As a cell of the column shows it.
    [[nodiscard]] std::string number(double value, std::size_t column) const
    {
        return cell_value(value, table.columns[column].kind, language).shown;
    }
    [[nodiscard]] base::Message is_negative(std::string what, double value, std::size_t column) const
    {
        return {"BIL-741", {chart.title, std::move(what), number(value, column)}};
    }
    [[nodiscard]] base::Message is_no_sum(std::size_t row, double whole, double parts, std::size_t column) const
    {
        return {"BIL-742", {chart.title, name(row), number(whole, column), number(parts, column)}};
    }
};

std::optional<base::Message> negative_value(const Objection& say)
{
    for (const std::size_t column : say.chart.series_columns)
        for (const std::vector<Value>& row : say.table.rows)
            if (const auto number = cell_number(row[column]); number && *number < 0)
                return say.is_negative(say.table.columns[column].header, *number, column);
    return std::nullopt;
}

/// A frame without a bar in it says nothing, and looks like a zero.
std::optional<base::Message> nothing_known(const Objection& say)
{
    const auto is_known = [&](const std::vector<Value>& row) {
        return std::ranges::any_of(say.chart.series_columns,
                                   [&](std::size_t column) { return cell_number(row[column]).has_value(); });
    };
    if (say.table.rows.empty() || std::ranges::any_of(say.table.rows, is_known)) return std::nullopt;
    return base::Message{"BIL-449", {say.chart.title}};
}

std::optional<base::Message> too_many_slices(const Objection& say)
{
    constexpr std::size_t most_slices = 3;
    const std::size_t slices = say.table.rows.size();
    if (slices <= most_slices) return std::nullopt;
    return base::Message{"BIL-723", {std::to_string(slices)}};
}

/// Two rates are no slices of one ring, but where they make a whole.
std::optional<base::Message> no_whole(const Objection& say)
{
    for (const std::size_t column : say.chart.series_columns) {
        if (say.table.columns[column].kind != ColumnKind::rate) continue;
        double sum = 0;
        for (const auto& row : say.table.rows) sum += cell_number(row[column]).value_or(0);
        if (sum > 1 + tolerance) return base::Message{"BIL-083", {say.chart.title, say.number(sum, column)}};
    }
    return std::nullopt;
}

std::optional<base::Message> likert_problem(const Objection& say)
{
    const auto& series = say.chart.series_columns;
    for (std::size_t row = 0; row < say.table.rows.size(); ++row) {
        double sum = 0;
        for (const std::size_t column : series) sum += cell_number(say.table.rows[row][column]).value_or(0);
        if (sum > 1 + tolerance) return say.is_no_sum(row, 1, sum, series.front());
    }
    return std::nullopt;
}

std::optional<base::Message> waterfall_problem(const Objection& say)
{
    const auto& totals = say.chart.total_rows;
    const std::size_t column = say.chart.series_columns.front();
    const auto levels = waterfall_levels(say.table, say.chart);
    for (std::size_t row = 0; row < levels.size(); ++row) {
        if (!levels[row].known) continue;
        const bool is_total = std::ranges::find(totals, row) != totals.end();
        if (is_total && row > 0 && levels[row - 1].known &&
            std::abs(levels[row].before - levels[row].after) > tolerance * std::abs(levels[row].after))
            return say.is_no_sum(row, levels[row].after, levels[row].before, column);
        if (levels[row].after < -tolerance) return say.is_negative(say.name(row), levels[row].after, column);
    }
    return std::nullopt;
}

} // namespace

void check_table(const Table& table)
{
    if (table.columns.empty()) refuse(table, "BIL-737", {});
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (table.rows[row].size() != table.columns.size())
            refuse(table, "BIL-734",
                   {std::to_string(row + 1), std::to_string(table.rows[row].size()),
                    std::to_string(table.columns.size())});
    for (const Column& column : table.columns)
        if (column.ratio_of && std::max(column.ratio_of->first, column.ratio_of->second) >= table.columns.size())
            refuse(table, "BIL-735", {column.header});
    for (const std::size_t column : table.heat_columns) {
        if (column >= table.columns.size()) refuse(table, "BIL-735", {table.title});
        if (!is_numeric(table.columns[column].kind))
            refuse(table, "BIL-739", {table.title, table.columns[column].header});
    }
    for (const Chart& chart : table.charts) check_chart(table, chart);
}

std::optional<base::Message> problem_of(const Table& table, const Chart& chart, base::Language language)
{
    const Objection say{table, chart, language};
    if (auto nothing = nothing_known(say)) return nothing;
    switch (chart.kind) {
    case ChartKind::waterfall: return waterfall_problem(say);
    case ChartKind::likert:
        if (auto problem = negative_value(say)) return problem;
        return likert_problem(say);
    case ChartKind::share_bars:
    case ChartKind::share_columns:
    case ChartKind::pyramid: return negative_value(say);
    case ChartKind::doughnut:
        if (auto many = too_many_slices(say)) return many;
        if (auto negative = negative_value(say)) return negative;
        return no_whole(say);
    default: return std::nullopt;
    }
}

LikertSides likert_sides(const Chart& chart)
{
    LikertSides sides;
    sides.neutral = chart.neutral_column;
    std::vector<std::size_t> others;
    std::size_t before = chart.series_columns.size() / 2;
    for (const std::size_t column : chart.series_columns) {
        if (sides.neutral == column)
            before = others.size();
        else
            others.push_back(column);
    }
    if (chart.favourable) before = others.size() - std::min(*chart.favourable, others.size());
    const auto middle = others.begin() + static_cast<std::ptrdiff_t>(std::min(before, others.size()));
    sides.left.assign(others.begin(), middle);
    sides.right.assign(middle, others.end());
    return sides;
}

std::vector<WaterfallLevel> waterfall_levels(const Table& table, const Chart& chart)
{
    std::vector<WaterfallLevel> levels;
    WaterfallLevel at;
    at.known = true;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const Value& value = table.rows[row][chart.series_columns.front()];
        const auto number = cell_number(value);
        const bool is_total = std::ranges::find(chart.total_rows, row) != chart.total_rows.end();
        at.before = at.after;
        if (is_total) at.known = true;
        if (!number) {
            at.known = false;
            const auto* figure = std::get_if<data::Figure>(&value);
            const auto* state = std::get_if<data::State>(&value);
            at.cause = figure != nullptr ? figure->cause : state != nullptr ? *state : data::State::empty;
        } else if (at.known) {
            at.after = is_total ? *number : at.before + *number;
        }
        levels.push_back(at);
    }
    return levels;
}

} // namespace bilan::workbook
