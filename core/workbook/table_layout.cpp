// SPDX-License-Identifier: MPL-2.0
#include "workbook/table_layout.hpp"

#include "base/error.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/names.hpp"
#include "workbook/table_writing.hpp"
#include "workbook/words.hpp"

#include <algorithm>

namespace bilan::workbook {

namespace {

[[noreturn]] void refuse(const Table& table, std::string code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, table.id, {std::move(code), std::move(arguments)});
}

bool takes_target(ChartKind kind)
{
    return kind != ChartKind::doughnut && kind != ChartKind::stacked_bars && kind != ChartKind::share_bars;
}

void check(const Table& table)
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
    for (const Chart& chart : table.charts) {
        const bool is_known = std::all_of(chart.series_columns.begin(), chart.series_columns.end(),
                                          [&](std::size_t column) { return column < table.columns.size(); });
        if (!is_known || chart.category_column >= table.columns.size()) refuse(table, "BIL-735", {chart.title});
        if (chart.target && !takes_target(chart.kind)) refuse(table, "BIL-736", {chart.title});
    }
}

} // namespace

TableLayout::TableLayout(Table table, StyleBook& styles) : table_(std::move(table)), styles_(styles)
{
    check(table_);
    add_target_columns();
    make_headers();
    widths_ = table_widths(table_, headers_, styles_.language());
}

void TableLayout::add_target_columns()
{
    for (const Chart& chart : table_.charts) {
        PlacedChart placed{chart, std::nullopt};
        if (chart.target && !chart.series_columns.empty()) placed.target_column = target_column(chart);
        charts_.push_back(std::move(placed));
    }
}

std::size_t TableLayout::target_column(const Chart& chart)
{
    const auto same = std::find_if(charts_.begin(), charts_.end(), [&](const PlacedChart& before) {
        return before.target_column && before.chart.target == chart.target &&
               before.chart.target_label == chart.target_label;
    });
    if (same != charts_.end()) return *same->target_column;
    Column column;
    column.header =
        chart.target_label.empty() ? std::string(layout_words(styles_.language()).threshold) : chart.target_label;
    column.kind = table_.columns[chart.series_columns.front()].kind;
    table_.columns.push_back(std::move(column));
    for (std::vector<Value>& row : table_.rows) row.emplace_back(*chart.target);
    return table_.columns.size() - 1;
}

void TableLayout::make_headers()
{
    TakenNames taken;
    for (const Column& column : table_.columns) {
        std::string header = one_line(column.header);
        if (header.empty()) header = layout_words(styles_.language()).column;
        headers_.push_back(taken.take(header, longest_header));
    }
}

std::string TableLayout::shorthand_line() const
{
    std::string line;
    for (const data::State state : widths_.shorthands)
        line += (line.empty() ? std::string(layout_words(styles_.language()).shorthand) : std::string(" · ")) +
                std::string(data::code(state)) + " = " + data::words(state).in(styles_.language());
    for (const Mark mark : widths_.marks)
        line += (line.empty() ? std::string() : std::string(" · ")) +
                std::string(mark == Mark::at_least ? layout_words(styles_.language()).at_least
                                                   : layout_words(styles_.language()).partial);
    return line;
}

PlacedTable TableLayout::write(SheetBuilder& sheet, std::uint32_t header_row, TableMarks& marks)
{
    PlacedTable placed;
    placed.id = table_.id;
    placed.sheet = sheet.name();
    placed.source = table_.source;
    placed.charts = charts_;
    for (std::size_t at = 0; at < headers_.size(); ++at)
        placed.columns.push_back({headers_[at], table_.columns[at].kind, widths_.has_negative[at]});
    TableWriting(table_, headers_, styles_, sheet, marks).run(header_row, placed);
    return placed;
}

} // namespace bilan::workbook
