// SPDX-License-Identifier: MPL-2.0
#include "script/api/chart_meaning.hpp"

#include "base/number.hpp"
#include "script/api/objects.hpp"
#include "script/api/parts.hpp"
#include "script/mistake.hpp"
#include "workbook/cell_value.hpp"

#include <algorithm>
#include <set>

namespace bilan::script {

namespace {

using workbook::ChartKind;
using workbook::ColumnKind;

/// Numbers may have decimals in one column and none in another.
ColumnKind unit_of(ColumnKind kind)
{
    return kind == ColumnKind::decimal ? ColumnKind::integer : kind;
}

/// The first two of the columns that have no unit in common. What the script says nothing of may be anything.
std::optional<std::pair<std::size_t, std::size_t>> units_apart(const workbook::Table& table,
                                                               const std::vector<std::size_t>& columns)
{
    std::optional<std::size_t> first;
    for (const std::size_t column : columns) {
        const ColumnKind kind = unit_of(table.columns[column].kind);
        if (kind == ColumnKind::figure) continue;
        if (!first) first = column;
        if (kind != unit_of(table.columns[*first].kind)) return std::pair(*first, column);
    }
    return std::nullopt;
}

bool has_one_axis(ChartKind kind)
{
    return kind == ChartKind::bars || kind == ChartKind::columns || kind == ChartKind::line || kind == ChartKind::dots;
}

bool adds_up(ChartKind kind)
{
    return kind == ChartKind::stacked_bars || kind == ChartKind::share_bars || kind == ChartKind::stacked_columns ||
           kind == ChartKind::share_columns || kind == ChartKind::pyramid;
}

void check_units(const workbook::Table& table, const workbook::Chart& chart)
{
    if (!has_one_axis(chart.kind)) return; // stacks are looked at where they are made
    if (const auto apart = units_apart(table, chart.series_columns))
        throw Mistake("BIL-081", {chart.title, table.columns[apart->first].header, table.columns[apart->second].header},
                      table.columns[apart->second].header);
}

void check_twice(const workbook::Table& table, const workbook::Chart& chart)
{
    std::set<std::size_t> met;
    for (const std::size_t column : chart.series_columns)
        if (!met.insert(column).second)
            throw Mistake("BIL-082", {chart.title, table.columns[column].header}, table.columns[column].header);
}

/// The field whose values a column adds up, or lists.
const data::Field* field_of(const TableOptions& options, const std::string& name)
{
    if (options.query != nullptr) return options.query->query().field(name);
    if (options.groups == nullptr) return nullptr;
    const auto& columns = options.groups->groups.columns;
    const auto column = std::ranges::find(columns, name, &data::FigureColumn::name);
    if (column == columns.end() || column->is_made) return nullptr;
    const data::Measure& measure = column->measure;
    const bool is_sum = measure.aggregate == data::Aggregate::sum && measure.where == nullptr;
    if (!is_sum || measure.expression->operation != data::Operation::field) return nullptr;
    return options.groups->query->query().field(measure.expression->name);
}

/// Women on top of everybody count the women twice.
void check_parts(const TableOptions& options, const workbook::Table& table, const workbook::Chart& chart)
{
    if (!adds_up(chart.kind)) return;
    const auto& rows = options.query != nullptr    ? options.query
                       : options.groups == nullptr ? nullptr
                                                   : options.groups->query;
    if (rows == nullptr) return;
    for (const std::size_t part : chart.series_columns)
        for (const std::size_t whole : chart.series_columns) {
            const data::Field* const one = field_of(options, table.columns[part].name);
            const data::Field* const other = field_of(options, table.columns[whole].name);
            if (one == nullptr || other == nullptr || !is_part_of(rows->query(), *one, other->id)) continue;
            throw Mistake("BIL-079", {chart.title, table.columns[part].header, table.columns[whole].header},
                          table.columns[part].header);
        }
}

/// 60 beside shares would be a line at 6 000 %. Growth may be above 1: then some of the series is.
void check_target(const workbook::Table& table, const workbook::Chart& chart)
{
    if (!chart.target || *chart.target <= 1) return;
    for (const std::size_t column : chart.series_columns) {
        if (table.columns[column].kind != ColumnKind::rate) return;
        for (const auto& row : table.rows)
            if (workbook::cell_number(row[column]).value_or(0) > 1) return;
    }
    throw Mistake("BIL-027", {"target", base::shortest(*chart.target)}, "target");
}

void check_keys(const ChartOptions& given, const workbook::Chart& chart)
{
    const auto refuse = [&](const char* key, const char* kind) {
        throw Mistake("BIL-084", {chart.title, key, kind}, key);
    };
    if (chart.kind != ChartKind::likert) {
        if (given.neutral) refuse("neutral", "likert");
        if (given.neutral_apart) refuse("neutral_apart", "likert");
        if (given.favourable) refuse("favourable", "likert");
    }
    if (chart.kind != ChartKind::waterfall && !given.totals.empty()) refuse("totals", "waterfall");
}

} // namespace

void check_chart_meaning(const TableOptions& options, const ChartOptions& given, const workbook::Table& table,
                         const workbook::Chart& chart)
{
    check_keys(given, chart);
    check_twice(table, chart);
    check_units(table, chart);
    check_parts(options, table, chart);
    check_target(table, chart);
}

void check_heat(const workbook::Table& table)
{
    if (const auto apart = units_apart(table, table.heat_columns))
        throw Mistake("BIL-081", {table.title, table.columns[apart->first].header, table.columns[apart->second].header},
                      table.columns[apart->second].header);
}

} // namespace bilan::script
