// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_charts.hpp"

#include "script/api/session.hpp"
#include "script/mistake.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

using workbook::ColumnKind;

bool is_figure(ColumnKind kind)
{
    return kind == ColumnKind::integer || kind == ColumnKind::decimal || kind == ColumnKind::rate ||
           kind == ColumnKind::euro || kind == ColumnKind::points || kind == ColumnKind::figure;
}

/// Bars of words, or of what names them, would be empty or say nothing.
void check_series(const workbook::Table& table, const workbook::Chart& chart, std::size_t series)
{
    const workbook::Column& column = table.columns[series];
    const bool is_of_texts =
        column.kind == ColumnKind::text || column.kind == ColumnKind::long_text || column.kind == ColumnKind::code;
    const bool is_judged_elsewhere = chart.kind >= workbook::ChartKind::likert; // by what each kind draws
    if (is_of_texts && !is_judged_elsewhere) throw Mistake("BIL-834", {chart.title, column.header}, column.header);
    if (!is_of_texts && series == chart.category_column)
        throw Mistake("BIL-835", {chart.title, column.header}, column.header);
}

/// Parts of a whole, or of a stack, are of one unit: people and euros make none together.
void check_units(const workbook::Table& table, const workbook::Chart& chart)
{
    using workbook::ChartKind;
    const bool adds_up = chart.kind == ChartKind::stacked_bars || chart.kind == ChartKind::share_bars ||
                         chart.kind == ChartKind::stacked_columns || chart.kind == ChartKind::share_columns ||
                         chart.kind == ChartKind::pyramid;
    if (!adds_up) return;
    const auto unit = [&](std::size_t column) { // numbers may have decimals in one column and none in another
        const ColumnKind kind = table.columns[column].kind;
        return kind == ColumnKind::decimal ? ColumnKind::integer : kind;
    };
    const std::size_t first = chart.series_columns.front();
    for (const std::size_t column : chart.series_columns)
        if (unit(column) != unit(first) && unit(column) != ColumnKind::figure && unit(first) != ColumnKind::figure)
            throw Mistake("BIL-435", {chart.title, table.columns[first].header, table.columns[column].header},
                          table.columns[column].header);
}

} // namespace

std::size_t index_of(const std::vector<ColumnOptions>& columns, const ColumnChoice& choice, const Where& where)
{
    if (const auto* place = std::get_if<std::int64_t>(&choice)) {
        if (*place < 1 || static_cast<std::size_t>(*place) > columns.size())
            throw Mistake("BIL-669", {where.text(), std::to_string(*place), std::to_string(columns.size())});
        return static_cast<std::size_t>(*place) - 1;
    }
    const std::string& name = std::get<std::string>(choice);
    std::vector<std::string> names;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (columns[column].name == name || columns[column].header.french == name ||
            columns[column].header.english == name)
            return column;
        names.push_back(columns[column].name);
    }
    return choice_of(name, names, where);
}

workbook::Chart chart_of(const Session& session, const ChartOptions& options, const std::vector<ColumnOptions>& columns,
                         const workbook::Table& table, const Where& where)
{
    workbook::Chart chart;
    chart.kind = options.kind;
    chart.title = session.in_language(options.title);
    if (chart.title.empty()) chart.title = table.title;
    chart.alternative_text = session.in_language(options.alternative_text);
    if (options.category) chart.category_column = index_of(columns, *options.category, Where(where, "category"));
    for (const ColumnChoice& series : options.series) {
        chart.series_columns.push_back(index_of(columns, series, Where(where, "series")));
        check_series(table, chart, chart.series_columns.back());
    }
    if (options.series.empty())
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            if (column != chart.category_column && is_figure(table.columns[column].kind))
                chart.series_columns.push_back(column);
    if (chart.series_columns.empty()) throw Mistake("BIL-675", {where.text()}, "chart");
    check_units(table, chart);
    chart.value_title = session.in_language(options.value_title);
    chart.labels = options.labels;
    chart.target = options.target;
    chart.target_label = session.in_language(options.target_label);
    chart.note = session.in_language(options.note);
    if (options.neutral) chart.neutral_column = index_of(columns, *options.neutral, Where(where, "neutral"));
    chart.neutral_apart = options.neutral_apart;
    if (options.favourable) chart.favourable = static_cast<std::size_t>(std::max<std::int64_t>(*options.favourable, 0));
    return chart;
}

void add_total_rows(const ChartOptions& options, workbook::Chart& chart, const workbook::Table& table,
                    const Where& where)
{
    for (const ColumnChoice& choice : options.totals) {
        if (const auto* place = std::get_if<std::int64_t>(&choice)) {
            if (*place < 1 || static_cast<std::size_t>(*place) > table.rows.size())
                throw Mistake("BIL-766", {where.text(), std::to_string(*place), std::to_string(table.rows.size())});
            chart.total_rows.push_back(static_cast<std::size_t>(*place) - 1);
            continue;
        }
        std::vector<std::string> words;
        for (const auto& row : table.rows) {
            const auto* text = std::get_if<std::string>(&row[chart.category_column]);
            words.push_back(text == nullptr ? std::string() : *text);
        }
        chart.total_rows.push_back(choice_of(std::get<std::string>(choice), words, where));
    }
}

} // namespace bilan::script
