// SPDX-License-Identifier: MPL-2.0
#include "workbook/table_layout.hpp"

#include "base/text.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/chart_checks.hpp"
#include "workbook/mark.hpp"
#include "workbook/names.hpp"
#include "workbook/table_header.hpp"
#include "workbook/table_writing.hpp"
#include "workbook/words.hpp"

#include <algorithm>

namespace bilan::workbook {

namespace {

Table checked(Table table)
{
    check_table(table);
    return table;
}

/// « N = 5 actions sur 8 · Source : 8 fichiers »: the chart's own note says how many things it shows; without one the
/// base of the table stands there. A long one stands by the table and would push the bars down.
std::string subtitle_of(const Table& table, const Chart& chart, const LayoutWords& words)
{
    std::string line;
    constexpr std::size_t longest_note = 100;
    constexpr std::size_t longest_base = 60;
    if (!chart.note.empty() && excel_length(chart.note) <= longest_note)
        line = chart.note;
    else if (!table.base.empty() && excel_length(table.base) <= longest_base)
        line = labelled(words.base, table.base);
    if (line.ends_with('.')) line.pop_back(); // the end of a line needs no stop, and a source follows it
    if (!table.source.empty()) line += (line.empty() ? "" : " · ") + labelled(words.source, table.source);
    return one_line(line);
}

/// « Au moins (≥) : Lyon, Bron »: the rows of a chart of which `holds` is true of a value, named while they are few.
std::string rows_where(const Table& table, const Chart& chart, base::Language language, std::string_view words,
                       bool (*holds)(const Value&))
{
    constexpr std::size_t most_named = 3;
    constexpr std::size_t longest = 70;
    std::vector<std::string> rows;
    for (const std::vector<Value>& row : table.rows)
        if (std::ranges::any_of(chart.series_columns, [&](std::size_t column) { return holds(row[column]); }))
            rows.push_back(
                cell_value(row[chart.category_column], table.columns[chart.category_column].kind, language).shown);
    std::erase(rows, std::string());
    if (rows.empty()) return {};
    const std::string named = base::join(rows, ", ");
    const bool is_short = rows.size() <= most_named && excel_length(named) <= longest;
    const std::string counted = std::to_string(rows.size()) + std::string(layout_words(language).rows);
    return one_line(std::string(words) + (is_short ? named : counted));
}

bool is_minimum(const Value& value)
{
    return mark_of(value) == Mark::at_least;
}

/// Unknown, secret, not applicable: no bar, and a bar of zero is none either.
bool has_no_value(const Value& value)
{
    const auto* const figure = std::get_if<data::Figure>(&value);
    return std::holds_alternative<data::State>(value) || (figure != nullptr && !figure->value);
}

/// What bars cannot say of the rows they stand for. The gaps of a line are seen.
std::string not_drawn_of(const Table& table, const Chart& chart, base::Language language)
{
    const LayoutWords& words = layout_words(language);
    std::string said = rows_where(table, chart, language, words.minima, is_minimum);
    if (chart.kind == ChartKind::line || chart.kind == ChartKind::scatter) return said;
    const std::string silent = rows_where(table, chart, language, words.without_value, has_no_value);
    return said + (said.empty() || silent.empty() ? "" : " · ") + silent;
}

} // namespace

TableLayout::TableLayout(Table table, StyleBook& styles)
    : table_(checked(std::move(table))), styles_(styles), formulas_(table_, styles.language())
{
    formulas_.compute(table_);
    ChartColumns columns(table_, styles_.language());
    for (const Chart& chart : table_.charts) columns.show_target(chart);
    const auto own = static_cast<std::ptrdiff_t>(table_.columns.size());
    for (const Chart& chart : table_.charts) charts_.push_back(columns.place(chart));
    made_ = columns.take_formulas();
    headers_ = legal_headers(table_.columns, styles_.language());
    widths_ = table_widths(table_, headers_, styles_.language());
    aside_pixels_.assign(widths_.pixels.begin() + own, widths_.pixels.end());
    widths_.pixels.resize(static_cast<std::size_t>(own));
}

std::vector<std::string> TableLayout::problems() const
{
    std::vector<std::string> lines;
    for (const PlacedChart& chart : charts_)
        if (chart.problem) lines.push_back(base::render(*chart.problem, styles_.language()));
    return lines;
}

PlacedTable TableLayout::write(SheetBuilder& sheet, std::uint32_t header_row, std::uint32_t aside, TableMarks& marks)
{
    PlacedTable placed;
    placed.id = table_.id;
    placed.sheet = sheet.name();
    placed.places = {widths_.pixels.size(), aside};
    placed.charts = charts_;
    for (PlacedChart& chart : placed.charts) {
        chart.subtitle = subtitle_of(table_, chart.chart, layout_words(styles_.language()));
        chart.not_drawn = not_drawn_of(table_, chart.chart, styles_.language());
    }
    for (std::size_t at = 0; at < headers_.size(); ++at)
        placed.columns.push_back({headers_[at], table_.columns[at].kind, widths_.has_negative[at]});
    placed.widest_name = widths_.pixels.front();
    TableWriting(table_, placed.places, headers_, formulas_, made_, styles_, sheet, marks).run(header_row, placed);
    return placed;
}

} // namespace bilan::workbook
