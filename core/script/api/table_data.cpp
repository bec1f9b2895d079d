// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_data.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/program.hpp"
#include "data/undecided.hpp"
#include "script/api/check.hpp"
#include "script/api/table_page.hpp"
#include "script/api/units.hpp"
#include "script/mistake.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

using workbook::ColumnKind;
using workbook::Total;

/// Of a table that shows the first groups alone: its totals are those of all.
base::Words all_words(const base::Words& total, std::size_t left_out)
{
    const std::string count = std::to_string(left_out);
    return {total.french + " (dont " + count + (left_out == 1 ? " ligne non affichée)" : " lignes non affichées)"),
            total.english + " (with " + count + (left_out == 1 ? " row not shown)" : " rows not shown)")};
}

/// Of the first rows of a listing, whose totals are their own.
base::Words shown_words()
{
    return {"Total des lignes affichées", "Total of the rows shown"};
}

base::Words words_in_both(const std::string& text)
{
    return {text, text};
}

/// What a measure makes of a field, behind the label of that field.
std::optional<base::Words> words_of(data::Aggregate aggregate)
{
    using data::Aggregate;
    switch (aggregate) {
    case Aggregate::mean: return base::Words{", moyenne", ", mean"};
    case Aggregate::median: return base::Words{", médiane", ", median"};
    case Aggregate::minimum: return base::Words{", minimum", ", minimum"};
    case Aggregate::maximum: return base::Words{", maximum", ", maximum"};
    default: return std::nullopt;
    }
}

/// The label of the field whose name the measure bears, where it is that field's sum, mean or the like; else the name:
/// « Femmes » is no header for euros.
std::optional<base::Words> label_of_measure(const data::Measure& measure, const data::Field& field)
{
    using data::Aggregate;
    if (measure.expression == nullptr) return std::nullopt;
    const std::vector<std::string> fields = measure.expression->fields_behind();
    const bool speaks_of_it = std::ranges::find(fields, field.id) != fields.end();
    if (!speaks_of_it) return std::nullopt;
    if (measure.aggregate == Aggregate::sum) return field.label;
    const bool is_field = measure.expression->operation == data::Operation::field;
    const auto words = is_field ? words_of(measure.aggregate) : std::nullopt;
    if (!words) return std::nullopt;
    return base::Words{field.label.french + words->french, field.label.english + words->english};
}

/// The figures of that name; null for a key, or in a table that is none of groups.
const data::FigureColumn* figures_of(const TableOptions& options, const std::string& name)
{
    if (options.groups == nullptr) return nullptr;
    const auto& columns = options.groups->groups.columns;
    const auto found = std::ranges::find(columns, name, &data::FigureColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

/// That of a measure or key without the words of its side.
base::Words plain_header(const TableOptions& options, const data::Query& query, const std::string& name)
{
    if (const auto given = options.headers.find(name); given != options.headers.end()) return given->second;
    const data::Field* field = query.field(name);
    if (field == nullptr || field->label.french.empty()) return words_in_both(name);
    const data::FigureColumn* const figures = figures_of(options, name);
    if (figures == nullptr) return field->label;
    return label_of_measure(figures->measure, *field).value_or(words_in_both(name));
}

/// « Femmes 2024 »: the header of the measure, and the words of its side.
base::Words header_of_side(const TableOptions& options, const data::Query& query, const SideLabel& label)
{
    const base::Words measure = plain_header(options, query, label.measure);
    return {measure.french + ' ' + label.words.french, measure.english + ' ' + label.words.english};
}

base::Words header_of(const TableOptions& options, const data::Query& query, const std::string& name)
{
    if (options.groups != nullptr)
        if (const auto label = options.groups->labels.find(name); label != options.groups->labels.end())
            if (label->second.measure == name || !options.headers.contains(name))
                return header_of_side(options, query, label->second);
    return plain_header(options, query, name);
}

ColumnKind key_kind(const data::Query& query, const std::string& field)
{
    const auto type = type_of(query, field);
    if (!type && query.is_derived(field) && dimension_of(query, data::field(field)).unit == data::Unit::year)
        return ColumnKind::year;
    switch (type.value_or(data::FieldType::text)) {
    case data::FieldType::year: return ColumnKind::year;
    case data::FieldType::date: return ColumnKind::date;
    case data::FieldType::count: return ColumnKind::integer;
    case data::FieldType::number: return ColumnKind::decimal;
    case data::FieldType::euro: return ColumnKind::euro;
    case data::FieldType::rate: return ColumnKind::rate;
    case data::FieldType::code: return ColumnKind::code;
    default: return ColumnKind::text;
    }
}

/// A key as it is shown: a term by its label, yes or no in words, an unknown key by its cause.
workbook::Value key_value(const Session& session, const data::Query& query, const data::KeyColumn& keys,
                          std::size_t row)
{
    const data::Key& key = keys.values[row];
    if (const auto* text = std::get_if<std::string>(&key))
        return session.label_of(session.vocabulary_of(query, keys.field), *text);
    const auto* const number = std::get_if<double>(&key);
    if (number != nullptr && says_yes_or_no(query, keys.field)) return *number != 0;
    if (number != nullptr) return *number;
    return keys.states[row];
}

/// Groups that share no row: sums and counts over them add up.
bool adds_up(const data::Query& query, const data::Groups& groups, const data::Measure& measure)
{
    if (measure.aggregate != data::Aggregate::sum && measure.aggregate != data::Aggregate::count) return false;
    for (const data::KeyColumn& key : groups.keys)
        if (type_of(query, key.field) == data::FieldType::choices) return false;
    return true;
}

ColumnOptions figure_column(const TableOptions& options, const data::Query& query, const data::Groups& groups,
                            const data::FigureColumn& figures)
{
    ColumnOptions column;
    column.name = figures.name;
    column.header = header_of(options, query, figures.name);
    column.kind = kind_of(figures.measure.unit);
    if (!options.totals) return column;
    if (figures.is_made) {
        if (!figures.total) return column;
        column.total = Total::given;
        column.total_value = *figures.total;
    } else if (options.groups->left_out == 0 && adds_up(query, groups, figures.measure)) {
        column.total = Total::sum;
    } else {
        column.total = Total::given;
        column.total_value = query.figure(figures.measure);
    }
    return column;
}

/// Shares, changes and growth follow the columns that they were made from; ranks have no total.
bool follows_others(const data::FigureColumn& column)
{
    if (!column.is_made) return false;
    const bool is_rate = column.measure.unit == data::Unit::rate || column.measure.unit == data::Unit::points;
    return !column.total || (column.measure.expression == nullptr && is_rate);
}

/// What the cells of the last row are: pivoted and compared columns have the measure of the figures that they show.
TotalWords words_of_totals(const TableOptions& options, const data::Query& query, const data::Groups& groups)
{
    TotalWords words;
    for (const data::FigureColumn& column : groups.columns) {
        if (follows_others(column)) continue;
        const data::Figure whole = column.total ? *column.total : query.figure(column.measure);
        words.take(column.measure, header_of(options, query, column.name), is_repeated(column.figures, whole));
    }
    return words;
}

std::string key_header(const Session& session, const data::Query& query, const data::KeyColumn& keys, std::size_t at)
{
    const workbook::Value value = key_value(session, query, keys, at);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) return base::shortest(*number);
    if (const auto* truth = std::get_if<bool>(&value))
        return session.in_language(*truth ? base::Words{"Oui", "Yes"} : base::Words{"Non", "No"});
    return session.in_language(data::words(std::get<data::State>(value)));
}

ColumnOptions crossing_column(const std::string& header, ColumnKind kind, bool totals, const data::Figure& total)
{
    ColumnOptions column;
    column.name = header;
    column.header = words_in_both(header);
    column.kind = kind;
    if (totals) {
        column.total = Total::given;
        column.total_value = total;
    }
    return column;
}

/// The base of a table is that of its weakest column, named when another is better known.
std::string base_of(const Session& session, const TableOptions& options, const data::Query& query,
                    const data::Groups& groups)
{
    const data::FigureColumn* weakest = &groups.columns.front();
    data::Figure least = query.figure(weakest->measure);
    for (const data::FigureColumn& column : groups.columns) {
        if (column.is_made) continue;
        const data::Figure figure = query.figure(column.measure);
        if (figure.base + figure.unknown == 0 || figure.coverage() >= least.coverage()) continue;
        weakest = &column;
        least = figure;
    }
    std::string words = base_in_words(data::with_undecided(std::move(least)), session.inputs.language);
    if (weakest == &groups.columns.front()) return words;
    const std::string header = header_of(options, query, weakest->name).in(session.inputs.language);
    const base::Words column{" pour «\u00A0" + header + "\u00A0», la colonne la moins renseignée",
                             " for \"" + header + "\", the column least known"};
    return words + column.in(session.inputs.language);
}

} // namespace

ColumnOptions label_column(const TableOptions& options, const data::Query& query, const std::string& field)
{
    ColumnOptions column;
    column.name = field;
    column.header = header_of(options, query, field);
    column.kind = key_kind(query, field);
    return column;
}

void set_total_label(TableOptions& options, const Session& session, const TotalWords& words)
{
    if (!options.totals || options.columns.empty()) return;
    if (const auto note = words.note()) options.notes.push_back(*note);
    if (options.query != nullptr && options.query->head) {
        options.columns.front().total = Total::label;
        options.columns.front().total_value = session.in_language(shown_words());
        return;
    }
    const std::size_t left_out = options.groups == nullptr ? 0 : options.groups->left_out;
    options.columns.front().total = Total::label;
    options.columns.front().total_value =
        session.in_language(left_out == 0 ? words.label() : all_words(words.label(), left_out));
}

void fill_from_groups(const Session& session, TableOptions& options)
{
    const data::Query& query = options.groups->query->query();
    const data::Groups& groups = options.groups->groups;
    for (const data::KeyColumn& key : groups.keys) options.columns.push_back(label_column(options, query, key.field));
    for (const data::FigureColumn& figures : groups.columns)
        options.columns.push_back(figure_column(options, query, groups, figures));
    if (options.totals) set_total_label(options, session, words_of_totals(options, query, groups));
    for (std::size_t row = 0; row < groups.size(); ++row) {
        std::vector<workbook::Value> cells;
        for (const data::KeyColumn& key : groups.keys) cells.push_back(key_value(session, query, key, row));
        for (const data::FigureColumn& figures : groups.columns) cells.emplace_back(figures.figures[row]);
        options.rows.push_back(std::move(cells));
    }
    if (options.base_words.french.empty() && !groups.columns.empty())
        options.base_words = words_in_both(base_of(session, options, query, groups));
}

void fill_from_crossing(const Session& session, TableOptions& options)
{
    const data::Query& query = options.crossing->query->query();
    const data::Crossing& crossing = options.crossing->crossing;
    const ColumnKind kind = kind_of(options.crossing->measure.unit);
    options.columns.push_back(label_column(options, query, crossing.rows.field));
    for (std::size_t column = 0; column < crossing.columns.values.size(); ++column)
        options.columns.push_back(crossing_column(key_header(session, query, crossing.columns, column), kind,
                                                  options.totals, crossing.column_totals[column]));
    if (options.totals) {
        const TotalWords words = words_of_totals(*options.crossing);
        options.columns.push_back(
            crossing_column(session.in_language(words.label()), kind, options.totals, crossing.total));
        set_total_label(options, session, words);
    }
    for (std::size_t row = 0; row < crossing.rows.values.size(); ++row) {
        std::vector<workbook::Value> cells{key_value(session, query, crossing.rows, row)};
        for (const data::Figure& figure : crossing.cells[row]) cells.emplace_back(figure);
        if (options.totals) cells.emplace_back(crossing.row_totals[row]);
        options.rows.push_back(std::move(cells));
    }
    if (options.base_words.french.empty())
        options.base_words =
            words_in_both(base_in_words(data::with_undecided(crossing.total), session.inputs.language));
}

} // namespace bilan::script
