// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_page.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/api/table_data.hpp"
#include "script/mistake.hpp"
#include "workbook/chart_checks.hpp"
#include "workbook/names.hpp"
#include "workbook/table_formulas.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace bilan::script {

namespace {

using workbook::ColumnKind;

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

ColumnKind kind_of_value(const workbook::Value& value)
{
    if (const auto* figure = std::get_if<data::Figure>(&value)) return kind_of(figure->unit);
    if (const auto* number = std::get_if<double>(&value))
        return std::trunc(*number) == *number ? ColumnKind::integer : ColumnKind::decimal;
    return ColumnKind::text;
}

/// The kind that fits all values of a column: decimals win over whole numbers.
ColumnKind kind_of_column(const TableOptions& options, std::size_t column)
{
    std::optional<ColumnKind> kind;
    for (const auto& row : options.rows) {
        if (std::holds_alternative<std::monostate>(row[column])) continue;
        const ColumnKind own = kind_of_value(row[column]);
        if (!kind || (*kind == ColumnKind::integer && own == ColumnKind::decimal)) kind = own;
    }
    return kind.value_or(ColumnKind::text);
}

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

std::string default_subtitle(const Session& session)
{
    std::string text = session.inputs.territory;
    if (session.inputs.year) text += (text.empty() ? "" : " · ") + std::to_string(*session.inputs.year);
    return text;
}

std::string default_source(const Session& session)
{
    const std::string count = std::to_string(session.inputs.files);
    const bool is_one = session.inputs.files == 1;
    if (session.inputs.language == base::Language::french)
        return "Source\u00A0: " + count + (is_one ? " fichier de partenaire" : " fichiers de partenaires");
    return "Source: " + count + (is_one ? " partner file" : " partner files");
}

std::string or_else(std::string text, std::string otherwise)
{
    return text.empty() ? std::move(otherwise) : std::move(text);
}

/// A header for a column that is not there would be lost without a word. One for a field that no file gives this time
/// is no mistake.
void check_headers(const Session& session, const TableOptions& options, const Where& where)
{
    std::vector<std::string> names;
    for (const ColumnOptions& column : options.columns) names.push_back(column.name);
    for (const auto& entry : options.headers) {
        const std::string& name = entry.first;
        const bool is_field = std::ranges::any_of(session.inputs.domain->schemas,
                                                  [&](const auto& schema) { return schema->field(name) != nullptr; });
        if (!is_field) (void)choice_of(name, names, Where(where, "headers"));
    }
}

/// Parameters, and the columns of formulas behind those that data made.
void add_formulas(const Session& session, TableOptions& options, workbook::Table& table)
{
    for (const CellParameterOptions& parameter : options.parameters)
        table.parameters.push_back(
            {parameter.name, session.in_language(parameter.label), parameter.kind, parameter.value});
    for (ColumnOptions& column : options.formulas) {
        options.columns.push_back(std::move(column));
        for (auto& row : options.rows) row.emplace_back();
    }
}

void add_columns(const Session& session, const TableOptions& options, workbook::Table& table, const Where& where)
{
    std::set<std::string> headers;
    for (std::size_t index = 0; index < options.columns.size(); ++index) {
        const ColumnOptions& given = options.columns[index];
        workbook::Column column;
        column.header = session.in_language(given.header);
        if (!headers.insert(column.header).second) throw Mistake("BIL-676", {options.id, column.header}, column.header);
        column.kind = given.kind ? *given.kind : kind_of_column(options, index);
        column.name = given.name;
        column.formula = given.formula;
        if (given.formula && !given.kind) column.kind = ColumnKind::decimal;
        column.total = given.total;
        column.total_value = given.total_value;
        if (given.ratio_of.size() == 2)
            column.ratio_of = {index_of(options.columns, given.ratio_of[0], Where(where, "ratio_of")),
                               index_of(options.columns, given.ratio_of[1], Where(where, "ratio_of"))};
        table.columns.push_back(std::move(column));
    }
}

/// The rows of a waterfall that are levels, by their place or by their words in the chart's first column.
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

void add_rows(TableOptions& options, workbook::Table& table)
{
    for (auto& row : options.rows) {
        for (std::size_t column = 0; column < row.size(); ++column)
            if (const auto* number = std::get_if<double>(&row[column]);
                number != nullptr && table.columns[column].kind == ColumnKind::date)
                row[column] = Date{*number};
        table.rows.push_back(std::move(row));
    }
}

} // namespace

ColumnKind kind_of(data::Unit unit)
{
    switch (unit) {
    case data::Unit::count:
    case data::Unit::people: return ColumnKind::integer;
    case data::Unit::euro: return ColumnKind::euro;
    case data::Unit::rate: return ColumnKind::rate;
    case data::Unit::points: return ColumnKind::points;
    case data::Unit::year: return ColumnKind::year;
    case data::Unit::number: return ColumnKind::decimal;
    }
    return ColumnKind::decimal;
}

std::string base_in_words(const data::Figure& figure, base::Language language)
{
    const auto counted = [&](std::uint64_t number) {
        return base::for_people(static_cast<double>(number), 0, language);
    };
    const std::string coverage = base::percent_for_people(figure.coverage(), 0, language);
    if (language == base::Language::french)
        return "Base\u00A0: " + counted(figure.base) +
               (figure.base < 2 ? " ligne connue sur " : " lignes connues sur ") +
               counted(figure.base + figure.unknown) + " (couverture " + coverage + ')';
    return "Base: " + counted(figure.base) + (figure.base == 1 ? " known row of " : " known rows of ") +
           counted(figure.base + figure.unknown) + " (coverage " + coverage + ')';
}

std::optional<std::string> words_of_repaired_name(const Session& session, const TableOptions& options)
{
    const std::string& wanted = session.in_language(options.sheet);
    const std::string legal = workbook::excel_head(workbook::legal_sheet_name(wanted), workbook::longest_sheet_name);
    const bool is_typographic_only = legal == base::replace_all(wanted, "'", "’");
    if (!options.has_sheet || legal == wanted || is_typographic_only) return std::nullopt;
    return base::render({"BIL-817", {base::for_display(wanted), legal}}, session.inputs.language);
}

workbook::Page page_of(const Session& session, TableOptions options)
{
    const Where where{std::string_view("Run:table")};
    if (options.groups) fill_from_groups(session, options);
    if (options.crossing) fill_from_crossing(session, options);
    if (options.query) fill_from_query(session, options);
    check_size(options.id, options.rows.size(), options.columns.size() + options.formulas.size());
    check_headers(session, options, Where(where, "options"));
    workbook::Table table;
    table.id = options.id;
    table.title = session.in_language(options.title);
    table.subtitle = or_else(session.in_language(options.subtitle), default_subtitle(session));
    table.base = session.in_language(options.base_words);
    table.source = or_else(session.in_language(options.source), default_source(session));
    for (const base::Words& note : options.notes) table.notes.push_back(session.in_language(note));
    add_formulas(session, options, table);
    add_columns(session, options, table, where);
    for (const ChartOptions& chart : options.charts)
        table.charts.push_back(chart_of(session, chart, options.columns, table, Where(where, "chart")));
    for (const ColumnChoice& column : options.heat)
        table.heat_columns.push_back(index_of(options.columns, column, Where(where, "heat")));
    add_rows(options, table);
    for (std::size_t chart = 0; chart < table.charts.size(); ++chart)
        add_total_rows(options.charts[chart], table.charts[chart], table, Where(where, "totals"));
    workbook::check_table(table); // here, where the line of the script is known
    static_cast<void>(workbook::TableFormulas(table, session.inputs.language));

    workbook::Page page;
    page.id = options.id;
    page.name = (session.heading.empty() ? "" : session.heading + " – ") + session.in_language(options.sheet);
    page.title = table.title;
    page.subtitle = table.subtitle;
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace bilan::script
