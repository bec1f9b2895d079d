// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_warnings.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/api/counted_twice.hpp"
#include "script/api/mixed_years.hpp"
#include "script/api/session.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/journal.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace bilan::script {

namespace {

/// « Les Tilleuls / les tilleuls », the first ones of many; nothing where every value is alone.
std::vector<std::string> values_alike(const data::KeyColumn& key)
{
    std::map<std::string, std::set<std::string>> spellings;
    for (const data::Key& value : key.values)
        if (const auto* text = std::get_if<std::string>(&value)) spellings[base::fold(*text)].insert(*text);
    std::vector<std::string> alike;
    for (const auto& [folded, written] : spellings)
        if (written.size() > 1)
            alike.push_back(
                base::for_display(base::join(std::vector<std::string>(written.begin(), written.end()), " / ")));
    return alike;
}

void say_keys_alike(const Caller& caller, Session& session, const TableOptions& options, const data::Query& query,
                    const data::KeyColumn& key)
{
    constexpr std::size_t most_shown = 5;
    if (session.vocabulary_of(query, key.field) != nullptr) return; // its terms are told apart by their ids
    std::vector<std::string> alike = values_alike(key);
    if (alike.empty()) return;
    const std::string count = std::to_string(alike.size());
    if (alike.size() > most_shown) {
        alike.resize(most_shown);
        alike.emplace_back("…");
    }
    const base::Message message{"BIL-130",
                                {session.in_language(options.title), count, key.field, base::join(alike, ", ")}};
    warn(caller, message);
    session.built.warnings.push_back(base::render(message, session.inputs.language));
}

/// What the totals of a table add up, where its lines are told apart by year or not.
void take_totals(YearsShown& years, const TableOptions& options, const workbook::Table& table)
{
    for (const workbook::Column& column : table.columns)
        if (const auto* figure = std::get_if<data::Figure>(&column.total_value)) years.take(*figure);
    if (!options.totals || options.groups == nullptr) return;
    for (const data::FigureColumn& column : options.groups->groups.columns) // those that Excel adds up
        if (!column.is_made) years.take_all(options.groups->query->query(), column.measure);
}

/// What a column of this kind shows as it is.
bool shows(workbook::ColumnKind kind, data::Unit unit)
{
    using data::Unit;
    using workbook::ColumnKind;
    switch (kind) {
    case ColumnKind::euro: return unit == Unit::euro || unit == Unit::number;
    case ColumnKind::rate: return unit == Unit::rate || unit == Unit::number;
    case ColumnKind::points: return unit == Unit::points || unit == Unit::number;
    case ColumnKind::year: return unit == Unit::year || unit == Unit::number;
    case ColumnKind::date: return unit == Unit::date || unit == Unit::number;
    case ColumnKind::integer: return unit != Unit::rate && unit != Unit::points && unit != Unit::date;
    default: return true;
    }
}

void say_unit_apart(const Caller& caller, const TableOptions& options, std::size_t at)
{
    const ColumnOptions& column = options.columns[at];
    if (!column.kind) return;
    for (const auto& row : options.rows) {
        const auto* const figure = std::get_if<data::Figure>(&row[at]);
        if (figure == nullptr || shows(*column.kind, figure->unit)) continue;
        return warn(caller, {"BIL-013",
                             {options.id, column.name, column_kind_names()[static_cast<std::size_t>(*column.kind)],
                              unit_names()[static_cast<std::size_t>(figure->unit)]}});
    }
}

void say_holes(const Caller& caller, const TableOptions& options, std::size_t at)
{
    if (options.columns[at].total != workbook::Total::sum || options.columns[at].formula) return;
    const auto is_hole = [&](const auto& row) { return std::holds_alternative<std::monostate>(row[at]); };
    const auto holes = static_cast<std::size_t>(std::ranges::count_if(options.rows, is_hole));
    if (holes == 0 || holes == options.rows.size()) return;
    warn(caller, {"BIL-015", {options.id, std::to_string(holes), options.columns[at].name}});
}

} // namespace

void say_other_maps(const Caller& caller, Session& session, const TableOptions& options, workbook::Table& table)
{
    if (options.groups == nullptr || !options.groups->has_two_maps) return;
    const base::Message message{"BIL-085", {table.title}};
    warn(caller, message);
    std::string sentence = base::render(message, session.inputs.language);
    session.built.warnings.push_back(sentence);
    table.notes.push_back(std::move(sentence));
}

void note_rows_on_both_sides(Session& session, const TableOptions& options, workbook::Table& table)
{
    if (options.groups == nullptr || options.groups->on_both_sides == 0) return;
    const base::Language language = session.inputs.language;
    const std::string rows = base::for_people(static_cast<double>(options.groups->on_both_sides), 0, language);
    table.notes.push_back(base::render({"BIL-075", {rows}}, language));
}

void say_other_perimeter(const Caller& caller, const TableOptions& options)
{
    if (options.groups == nullptr || options.groups->has_two_maps || !options.totals || options.groups->lone == 0)
        return;
    std::vector<std::string> by;
    for (const data::KeyColumn& key : options.groups->groups.keys) by.push_back(key.field);
    warn(caller, {"BIL-030", {std::to_string(options.groups->lone), base::join(by, ", ")}});
}

namespace {

/// A partner's text may be that long: it is cut where the cell ends, and the report stands.
bool is_cut(const workbook::Value& value)
{
    const auto* const text = std::get_if<std::string>(&value);
    return text != nullptr && text->size() > most_characters && base::length(*text) > most_characters;
}

} // namespace

void say_odd_cells(const Caller& caller, const TableOptions& options)
{
    if (std::ranges::any_of(options.rows, [](const auto& row) { return std::ranges::any_of(row, &is_cut); }))
        warn_once(caller, {"BIL-121", {std::to_string(most_characters)}});
    if (options.groups != nullptr || options.crossing != nullptr || options.query != nullptr) return;
    for (std::size_t at = 0; at < options.columns.size(); ++at) {
        say_unit_apart(caller, options, at);
        if (options.short_rows.count == 0) say_holes(caller, options, at);
    }
}

void say_mixed_years(const Caller& caller, Session& session, const TableOptions& options, const workbook::Table& table)
{
    YearsShown years(session);
    if (options.query) years.take_rows(options.query->query());
    for (const auto& row : table.rows)
        for (const workbook::Value& value : row)
            if (const auto* figure = std::get_if<data::Figure>(&value)) years.take(*figure);
    if (!years.words().empty()) return years.say(caller, session, table.title);
    YearsShown of_totals(session);
    take_totals(of_totals, options, table);
    of_totals.say(caller, session, table.title, YearsShown::totals);
}

void say_counted_twice(Session& session, const TableOptions& options, workbook::Table& table)
{
    CountedTwice twice(session);
    for (const auto& row : table.rows)
        for (const workbook::Value& value : row)
            if (const auto* figure = std::get_if<data::Figure>(&value)) twice.take(*figure);
    for (const workbook::Column& column : table.columns)
        if (const auto* figure = std::get_if<data::Figure>(&column.total_value)) twice.take(*figure);
    if (options.totals && options.groups != nullptr)
        for (const data::FigureColumn& column : options.groups->groups.columns) // those that Excel adds up
            if (!column.is_made) twice.take_all(options.groups->query->query(), column.measure);
    if (options.query != nullptr)
        for (const workbook::Column& column : table.columns) {
            if (column.total != workbook::Total::sum || !options.query->query().has_field(column.name)) continue;
            data::Measure sum;
            sum.aggregate = data::Aggregate::sum;
            sum.expression = data::field(column.name);
            twice.take_all(options.query->query(), sum);
        }
    if (std::string note = twice.say(session, table.title); !note.empty()) table.notes.push_back(std::move(note));
}

void say_keys_alike(const Caller& caller, Session& session, const TableOptions& options)
{
    if (options.groups != nullptr)
        for (const data::KeyColumn& key : options.groups->groups.keys)
            say_keys_alike(caller, session, options, options.groups->query->query(), key);
    if (options.crossing != nullptr)
        for (const data::KeyColumn* key : {&options.crossing->crossing.rows, &options.crossing->crossing.columns})
            say_keys_alike(caller, session, options, options.crossing->query->query(), *key);
}

} // namespace bilan::script
