// SPDX-License-Identifier: MPL-2.0
#include "workbook/chart_columns.hpp"

#include "base/number.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/chart_checks.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

namespace {

std::string cell(std::uint32_t first_row, std::size_t row, std::size_t column)
{
    return cell_name({first_row + static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
}

/// Why a row gives no number: the cause of its first missing cell.
data::State cause_in(const std::vector<Value>& row, const std::vector<std::size_t>& columns)
{
    for (const std::size_t column : columns) {
        if (cell_number(row[column])) continue;
        if (const auto* state = std::get_if<data::State>(&row[column])) return *state;
        if (const auto* figure = std::get_if<data::Figure>(&row[column])) return figure->cause;
        return data::State::empty;
    }
    return data::State::value;
}

/// Rows in which every column is a number, as runs.
std::vector<Span> known_rows(const Table& table, const std::vector<std::size_t>& columns)
{
    std::vector<Span> runs;
    for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
        if (cause_in(table.rows[row], columns) != data::State::value) continue;
        if (!runs.empty() && runs.back().last + 1 == row)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    }
    return runs;
}

/// Rows at the end of which no series says anything, because there is nothing to say: « so », unlike what is unknown.
std::uint32_t rows_without_object(const Table& table, const std::vector<std::size_t>& columns)
{
    std::uint32_t count = 0;
    while (count + 1 < table.rows.size()) {
        const std::vector<Value>& row = table.rows[table.rows.size() - 1 - count];
        const bool says_nothing = std::ranges::all_of(
            columns, [&](std::size_t column) { return cause_in(row, {column}) == data::State::not_applicable; });
        if (!says_nothing) break;
        ++count;
    }
    return columns.empty() ? 0 : count;
}

/// Rows at the end whose place on the line nobody knows: a year that is not given comes after no other.
std::uint32_t rows_without_place(const Table& table, std::size_t category)
{
    std::uint32_t count = 0;
    while (count + 1 < table.rows.size()) {
        const Value& place = table.rows[table.rows.size() - 1 - count][category];
        if (!std::holds_alternative<data::State>(place)) break;
        ++count;
    }
    return count;
}

bool has_target(const Chart& chart)
{
    return chart.target && !chart.series_columns.empty();
}

double number(const Table& table, std::size_t row, std::size_t column)
{
    return cell_number(table.rows[row][column]).value_or(0);
}

} // namespace

std::size_t ChartColumns::add(const std::string& key, std::string header, ColumnKind kind, const MakeValue& value,
                              MadeFormula formula)
{
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const std::size_t at = table_.columns.size();
    Column column;
    column.header = std::move(header);
    column.kind = kind;
    table_.columns.push_back(std::move(column));
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        Value cell = value(row);
        table_.rows[row].push_back(std::move(cell));
    }
    if (formula) formulas_.emplace(at, std::move(formula));
    known_.emplace(key, at);
    return at;
}

PlacedChart ChartColumns::place(const Chart& chart)
{
    PlacedChart placed{chart};
    placed.problem = problem_of(table_, chart, language_);
    if (placed.problem) return placed;
    switch (chart.kind) {
    case ChartKind::pyramid: add_pyramid(placed); break;
    case ChartKind::likert: add_likert(placed); break;
    case ChartKind::waterfall: add_waterfall(placed); break;
    case ChartKind::scatter: placed.known = {known_rows(table_, chart.series_columns)}; break;
    case ChartKind::dots:
        for (const std::size_t column : chart.series_columns) placed.known.push_back(known_rows(table_, {column}));
        break;
    default:
        placed.rows_left_out = rows_without_object(table_, chart.series_columns);
        if (chart.kind == ChartKind::line) add_line(placed);
        if (has_target(chart)) placed.target_column = target_column(chart);
    }
    return placed;
}

void ChartColumns::show_target(const Chart& chart)
{
    if (chart.kind < ChartKind::likert && has_target(chart) && !problem_of(table_, chart, language_))
        static_cast<void>(target_column(chart));
}

std::size_t ChartColumns::target_column(const Chart& chart)
{
    const std::string header =
        chart.target_label.empty() ? std::string(layout_words(language_).threshold) : chart.target_label;
    return add("target " + std::to_string(*chart.target) + header, header,
               table_.columns[chart.series_columns.front()].kind, [&](std::size_t /*row*/) { return *chart.target; },
               {});
}

/// Spreadsheets draw a text as 0, or join the points around it: where one is missing, the line follows a column in
/// which that cell is empty.
void ChartColumns::add_line(PlacedChart& placed)
{
    placed.rows_left_out = std::max(placed.rows_left_out, rows_without_place(table_, placed.chart.category_column));
    const std::size_t drawn = table_.rows.size() - placed.rows_left_out;
    for (const std::size_t series : placed.chart.series_columns) {
        const auto is_known = [&](std::size_t row) { return cell_number(table_.rows[row][series]).has_value(); };
        bool has_gap = false;
        std::vector<bool> known(table_.rows.size());
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            known[row] = is_known(row);
            has_gap = has_gap || (row < drawn && !known[row]);
        }
        placed.known.push_back(known_rows(table_, {series}));
        std::erase_if(placed.known.back(), [&](const Span& run) { return run.first >= drawn; });
        if (!has_gap) {
            placed.made_columns.push_back(PlacedChart::not_made);
            continue;
        }
        const MakeValue value = [&](std::size_t row) -> Value {
            if (!known[row]) return std::monostate{};
            return number(table_, row, series);
        };
        const MadeFormula formula = [known, series](std::uint32_t first_row, std::size_t row) {
            return known[row] ? cell(first_row, row, series) : std::string();
        };
        placed.made_columns.push_back(
            add("line " + std::to_string(series),
                table_.columns[series].header + std::string(layout_words(language_).with_gaps),
                table_.columns[series].kind, value, formula));
    }
}

void ChartColumns::add_pyramid(PlacedChart& placed)
{
    const std::size_t left = placed.chart.series_columns.front();
    const MakeValue opposite = [&](std::size_t row) -> Value {
        const data::State cause = cause_in(table_.rows[row], {left});
        if (cause != data::State::value) return cause;
        return -number(table_, row, left);
    };
    placed.made_columns = {
        add("left " + std::to_string(left),
            table_.columns[left].header + std::string(layout_words(language_).to_the_left), table_.columns[left].kind,
            opposite, [left](std::uint32_t first_row, std::size_t row) { return "-" + cell(first_row, row, left); })};
}

namespace {

/// The middle of the scale stands at 1, a whole row to the right of zero: whatever the shares become, it stays there.
constexpr double middle = 1;

} // namespace

void ChartColumns::add_likert(PlacedChart& placed)
{
    const LikertSides sides = likert_sides(placed.chart);
    std::vector<std::size_t> all = sides.left;
    all.insert(all.end(), sides.right.begin(), sides.right.end());
    const auto half = sides.neutral && !placed.chart.neutral_apart ? sides.neutral : std::nullopt;
    if (half) all.push_back(*half);
    const auto total = [&](std::size_t row, const std::vector<std::size_t>& columns) {
        double sum = half ? number(table_, row, *half) / 2 : 0;
        for (const std::size_t column : columns) sum += number(table_, row, column);
        return sum;
    };
    for (std::size_t row = 0; row < table_.rows.size(); ++row)
        placed.reach = std::max({placed.reach, total(row, sides.left), total(row, sides.right)});
    placed.reach = std::clamp(std::ceil(placed.reach * 10 - 1e-9) / 10, 0.1, 1.0);
    std::string key = "offset";
    for (const std::size_t column : all) key += ' ' + std::to_string(column);
    const std::size_t offset = add(
        key + (half ? " half" : ""), std::string(layout_words(language_).offset), ColumnKind::rate,
        [&](std::size_t row) -> Value {
            const data::State cause = cause_in(table_.rows[row], all);
            if (cause != data::State::value) return cause;
            return middle - total(row, sides.left);
        },
        [left = sides.left, half](std::uint32_t first_row, std::size_t row) {
            std::string text = "1";
            for (const std::size_t column : left) text += '-' + cell(first_row, row, column);
            return half ? text + '-' + cell(first_row, row, *half) + "/2" : text;
        });
    placed.made_columns = {offset};
    if (!sides.neutral || !placed.chart.neutral_apart) return;
    const double start = middle + placed.reach + 0.1;
    const auto beside = [&](std::size_t row) -> Value {
        const data::State cause = cause_in(table_.rows[row], all);
        if (cause != data::State::value) return cause;
        return start - middle - total(row, sides.right);
    };
    placed.made_columns.push_back(add(key + " apart", std::string(layout_words(language_).offset_apart),
                                      ColumnKind::rate, beside,
                                      [right = sides.right, start](std::uint32_t first_row, std::size_t row) {
                                          std::string text = base::shortest(start) + "-1";
                                          for (const std::size_t column : right)
                                              text += '-' + cell(first_row, row, column);
                                          return text;
                                      }));
}

} // namespace bilan::workbook
