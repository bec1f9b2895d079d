// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_page.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/chosen_rows.hpp"
#include "data/lookup.hpp"
#include "data/measure.hpp"
#include "script/api/chart_meaning.hpp"
#include "script/api/table_charts.hpp"
#include "script/api/table_data.hpp"
#include "script/mistake.hpp"
#include "script/years_named.hpp"
#include "workbook/chart_checks.hpp"
#include "workbook/names.hpp"
#include "workbook/table_formulas.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

namespace bilan::script {

namespace {

using workbook::ColumnKind;

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

/// Calls `take` with the sources of every figure of a table.
template <class Take>
void for_each_source(const TableOptions& options, Take take)
{
    for (const auto& row : options.rows)
        for (const workbook::Value& value : row)
            if (const auto* const figure = std::get_if<data::Figure>(&value))
                for (const data::Sources& sources : figure->sources)
                    if (sources->dataset != nullptr && sources->rows != nullptr) take(sources);
}

/// The years of the rows behind what a table shows: of all rows of its queries where they are of one year, else of
/// those that each figure rests on.
std::set<int> years_shown(const TableOptions& options)
{
    std::set<int> years;
    if (options.query) add_years(options.query->query().dataset(), *options.query->query().rows(), years);
    std::set<int> of_queries = years;
    std::set<const void*> seen;
    for_each_source(options, [&](const data::Sources& sources) {
        if (seen.insert(sources->rows.get()).second) add_years(*sources->dataset, *sources->rows, of_queries);
    });
    if (of_queries.size() < 2) return of_queries;
    data::ChosenRows chosen;
    for_each_source(options, [&](const data::Sources& sources) {
        if (years.size() < of_queries.size()) add_years(*sources->dataset, chosen.of(sources), years);
    });
    return years;
}

/// The run's year heads what is of it alone or of no year; rows of others name theirs.
std::string default_subtitle(const Session& session, const TableOptions& options)
{
    std::string years = words_of_years(years_shown(options), session.inputs.language);
    if (years.empty() && session.inputs.year) years = std::to_string(*session.inputs.year);
    const std::string& territory = session.inputs.territory;
    return territory + (territory.empty() || years.empty() ? "" : " · ") + years;
}

/// Where the values of a table come from.
struct Behind {
    std::set<std::string> read;     ///< files that the script read by itself
    std::set<std::string> partners; ///< those of other rows
};

/// The files of a dataset behind the sources of a table: those of which a row was looked at, in a table that has one of
/// the fields. A file that only other figures rest on is no source of these.
class FilesOf {
public:
    explicit FilesOf(const data::Dataset& dataset) : dataset_(&dataset), is_seen_(dataset.origins().size(), false) {}

    void add(const data::Sources& sources, data::ChosenRows& chosen)
    {
        if (seen_ == is_seen_.size()) return;
        std::vector<const data::Column*> columns;
        for (const data::SourceField& field : sources->fields)
            if (const data::Column* const column = dataset_->column(field.name)) columns.push_back(column);
        for (const std::uint32_t row : chosen.of(sources)) {
            const std::uint32_t table = dataset_->table(row);
            if (is_seen_[table] || !asks(columns, row)) continue;
            see(table);
            if (seen_ == is_seen_.size()) return;
        }
    }

    void add_all(std::span<const std::uint32_t> rows)
    {
        for (const std::uint32_t row : rows)
            if (!is_seen_[dataset_->table(row)]) see(dataset_->table(row));
    }

    void name(std::set<std::string>& files) const
    {
        for (std::size_t table = 0; table < is_seen_.size(); ++table)
            if (is_seen_[table]) files.insert(dataset_->origins()[table]->file);
    }

private:
    static bool asks(const std::vector<const data::Column*>& columns, std::uint32_t row)
    {
        return columns.empty() || std::ranges::any_of(columns, [row](const data::Column* column) {
                   return column->states[row] != data::State::no_column;
               });
    }

    void see(std::uint32_t table)
    {
        is_seen_[table] = true;
        ++seen_;
    }

    const data::Dataset* dataset_;
    std::vector<bool> is_seen_;
    std::size_t seen_ = 0;
};

void add_files(const data::Dataset& dataset, std::set<std::string>& files)
{
    for (const auto& origin : dataset.origins()) files.insert(origin->file);
}

std::set<std::string> files_behind_query(const data::Query& query)
{
    FilesOf own(query.dataset());
    own.add_all(*query.rows());
    std::set<std::string> files;
    own.name(files);
    for (const std::string& name : query.field_names())
        if (query.is_derived(name))
            for (const data::Expression* const lookup : data::lookups_in(*query.expanded(data::field(name))))
                add_files(lookup->lookup->dataset(), files);
    return files;
}

Behind files_behind(const Session& session, const TableOptions& options)
{
    std::set<std::string> files;
    if (options.query) files = files_behind_query(options.query->query());
    std::map<const data::Dataset*, FilesOf> datasets;
    data::ChosenRows chosen;
    for_each_source(options, [&](const data::Sources& sources) {
        datasets.try_emplace(sources->dataset.get(), *sources->dataset).first->second.add(sources, chosen);
        for (const data::ExpressionPointer& lookup : sources->lookups) add_files(lookup->lookup->dataset(), files);
    });
    for (const auto& [dataset, of_dataset] : datasets) of_dataset.name(files);
    Behind behind;
    for (const std::string& file : files)
        (session.read_files.contains(file) ? behind.read : behind.partners).insert(file);
    return behind;
}

/// Those that gave rows to the report: a list that only helps to read them is no source.
std::size_t files_of_run(const Session& session)
{
    std::set<std::string> files;
    for (const std::string& id : session.built.card.datasets)
        if (const auto dataset = session.inputs.datasets.find(id); dataset != session.inputs.datasets.end())
            add_files(*dataset->second, files);
    std::erase_if(files, [&](const std::string& file) { return session.read_files.contains(file); });
    return files.empty() ? session.inputs.files : files.size();
}

std::string partners_source(const Session& session, std::size_t files)
{
    const std::string count = std::to_string(files);
    const bool is_one = files == 1;
    if (session.inputs.language == base::Language::french)
        return "Source\u00A0: " + count + (is_one ? " fichier de partenaire" : " fichiers de partenaires");
    return "Source: " + count + (is_one ? " partner file" : " partner files");
}

/// Those of the partners, and by name the files that the script read.
std::string default_source(const Session& session, const TableOptions& options)
{
    const Behind behind = files_behind(session, options);
    // Of numbers that a script wrote by itself nobody knows better than that they are of this run.
    const std::size_t files = behind.partners.empty() ? files_of_run(session) : behind.partners.size();
    if (behind.read.empty()) return partners_source(session, files);
    const std::string names = base::join(std::vector<std::string>(behind.read.begin(), behind.read.end()), ", ");
    if (!behind.partners.empty()) return partners_source(session, files) + ", " + names;
    return session.in_language({"Source\u00A0: ", "Source: "}) + names;
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
        column.decimals = given.decimals;
        if (given.formula && !given.kind) column.kind = ColumnKind::decimal;
        column.total = given.total;
        column.total_value = given.total_value;
        if (given.ratio_of.size() == 2)
            column.ratio_of = {index_of(options.columns, given.ratio_of[0], Where(where, "ratio_of")),
                               index_of(options.columns, given.ratio_of[1], Where(where, "ratio_of"))};
        table.columns.push_back(std::move(column));
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
    case data::Unit::date: return ColumnKind::date;
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
    table.subtitle = or_else(session.in_language(options.subtitle), default_subtitle(session, options));
    table.base = session.in_language(options.base_words);
    table.source = or_else(session.in_language(options.source), default_source(session, options));
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
    for (std::size_t chart = 0; chart < table.charts.size(); ++chart)
        check_chart_meaning(options, options.charts[chart], table, table.charts[chart]);
    check_heat(table);
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
