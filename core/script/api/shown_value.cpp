// SPDX-License-Identifier: MPL-2.0
#include "script/api/shown_value.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "data/figure_text.hpp"
#include "data/program.hpp"
#include "script/api/check.hpp"
#include "script/api/objects.hpp"
#include "script/api/row_order.hpp"
#include "script/api/shown_table.hpp"
#include "script/api/total_words.hpp"
#include "script/sandbox_parts.hpp"

#include <lua.hpp>

#include <algorithm>
#include <cmath>

namespace bilan::script {

namespace {

constexpr std::size_t most_rows = 12;
constexpr std::size_t most_groups = 60;
constexpr std::size_t longest_cell = 40;

/// Words in the language of the run, and numbers as it writes them.
struct Speaking {
    base::Language language;
    [[nodiscard]] std::string say(const char* french, const char* english) const
    {
        return language == base::Language::french ? french : english;
    }
    [[nodiscard]] std::string count(std::size_t number) const
    {
        return base::for_people(static_cast<double>(number), 0, language);
    }
    /// `1 ligne`, `12 lignes`.
    [[nodiscard]] std::string rows(std::size_t number) const
    {
        const bool is_one = number == 1 || (number == 0 && language == base::Language::french);
        return count(number) + "\u00A0" + (is_one ? say("ligne", "row") : say("lignes", "rows"));
    }
};

std::string number_text(double number, data::FieldType type, const Speaking& speaking)
{
    const auto decimals = [&](int most) { return std::trunc(number) == number ? 0 : most; };
    switch (type) {
    case data::FieldType::boolean: return number != 0 ? speaking.say("oui", "yes") : speaking.say("non", "no");
    case data::FieldType::year: return base::shortest(number);
    case data::FieldType::rate: return base::percent_for_people(number, 1, speaking.language);
    case data::FieldType::date: {
        const auto date = base::civil_of(number);
        return date ? base::for_people(*date, speaking.language) : base::shortest(number);
    }
    default: return base::for_people(number, decimals(2), speaking.language);
    }
}

std::string key_text(const data::KeyColumn& column, std::size_t at)
{
    if (const auto* number = std::get_if<double>(&column.values[at])) return base::shortest(*number);
    if (const auto* text = std::get_if<std::string>(&column.values[at]))
        return base::for_display(base::replace_all(*text, std::string(1, data::list_separator), ", "), longest_cell);
    return std::string(data::code(column.states[at]));
}

/// What the marks of the figures shown mean.
class Legend {
public:
    void take(const data::Figure& figure)
    {
        if (!figure.value) return;
        has_least_ |= figure.lower_bound;
        is_partial_ |= !figure.lower_bound && figure.unknown > 0;
    }
    [[nodiscard]] std::string words(const Speaking& speaking) const
    {
        std::string words;
        if (has_least_)
            words = speaking.say("≥\u00A0: au moins, car des lignes sont inconnues",
                                 "≥: at least, for some rows are unknown");
        if (!is_partial_) return words;
        if (!words.empty()) words += speaking.say("\u00A0; ", "; ");
        return words + speaking.say("*\u00A0: sur les seules lignes connues", "*: of the known rows alone");
    }

private:
    bool has_least_ = false;
    bool is_partial_ = false;
};

std::string figure_cell(const data::Figure& figure, const Speaking& speaking)
{
    return data::marked_for_people(figure, speaking.language);
}

/// One field of the first rows of a query; nothing when none of them has such a column.
struct ShownField {
    std::vector<std::string> cells;
    bool is_number = false;
    bool is_there = false;
};

ShownField field_of(const data::Query& query, const std::string& name, std::span<const std::uint32_t> rows,
                    const Speaking& speaking)
{
    ShownField shown;
    data::Program program(query.dataset(), *query.expanded(data::field(name)));
    const data::FieldType type =
        type_of(query, name).value_or(program.is_text() ? data::FieldType::text : data::FieldType::number);
    shown.is_number = !program.is_text() && type != data::FieldType::boolean && type != data::FieldType::date;
    if (rows.empty()) return shown;
    const data::Block block = program.run(rows);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const data::State state = block.states[at];
        shown.is_there = shown.is_there || state != data::State::no_column;
        if (state != data::State::value)
            shown.cells.emplace_back(data::code(state));
        else if (program.is_text())
            shown.cells.push_back(base::for_display(
                base::replace_all(program.texts().at(block.ids[at]), std::string(1, data::list_separator), ", "),
                longest_cell));
        else
            shown.cells.push_back(number_text(block.numbers[at], type, speaking));
    }
    return shown;
}

/// The first rows as they are listed, and where each of them stands among these rows in the order of the dataset.
struct FirstRows {
    std::vector<std::uint32_t> rows; ///< ascending
    std::vector<std::size_t> lines;  ///< by line shown
};

FirstRows first_rows(const QueryObject& listed)
{
    const auto rows = listed.query().rows();
    const std::vector<std::uint32_t> places = places_in_order(listed);
    FirstRows first;
    std::vector<std::uint32_t> shown;
    for (std::size_t at = 0; at < std::min(rows->size(), most_rows); ++at)
        shown.push_back((*rows)[places.empty() ? at : places[at]]);
    first.rows = shown;
    std::ranges::sort(first.rows);
    for (const std::uint32_t row : shown)
        first.lines.push_back(static_cast<std::size_t>(std::ranges::lower_bound(first.rows, row) - first.rows.begin()));
    return first;
}

Shown shown_query(const QueryObject& listed, const Speaking& speaking)
{
    Shown shown;
    const data::Query& query = listed.query();
    const auto rows = query.rows();
    const auto [first, lines] = first_rows(listed);
    shown.rows.resize(first.size());
    for (const std::string& name : query.field_names()) {
        const ShownField field = field_of(query, name, first, speaking);
        if (!field.is_there) continue;
        shown.headers.push_back(name);
        shown.are_numbers.push_back(field.is_number);
        for (std::size_t at = 0; at < first.size(); ++at) shown.rows[at].push_back(field.cells[lines[at]]);
    }
    const base::Words words = listed.head ? words_of_order(listed) : base::Words{};
    shown.text = query.dataset().schema().id + "\u00A0· " +
                 (listed.head ? words.in(speaking.language) : speaking.rows(rows->size()));
    if (rows->size() > first.size())
        shown.note = "… " + speaking.say("et encore ", "and ") + speaking.count(rows->size() - first.size()) +
                     speaking.say("", " more");
    return shown;
}

void add_line(std::string& text, const std::string& line)
{
    if (!text.empty() && !line.empty()) text += '\n';
    text += line;
}

Shown shown_groups(const data::Groups& groups, const Speaking& speaking)
{
    Shown shown;
    Legend legend;
    const std::size_t lines = std::min(groups.size(), most_groups);
    shown.rows.resize(lines);
    for (const data::KeyColumn& key : groups.keys) {
        shown.headers.push_back(key.field);
        shown.are_numbers.push_back(false);
        for (std::size_t at = 0; at < lines; ++at) shown.rows[at].push_back(key_text(key, at));
    }
    for (const data::FigureColumn& column : groups.columns) {
        shown.headers.push_back(column.name);
        shown.are_numbers.push_back(true);
        for (std::size_t at = 0; at < lines; ++at) {
            shown.rows[at].push_back(figure_cell(column.figures[at], speaking));
            legend.take(column.figures[at]);
        }
    }
    shown.text = speaking.rows(groups.size());
    if (groups.size() > lines)
        shown.note = "… " + speaking.say("et encore ", "and ") + speaking.count(groups.size() - lines) +
                     speaking.say("", " more");
    add_line(shown.note, legend.words(speaking));
    return shown;
}

Shown shown_crossing(const CrossingObject& object, const Speaking& speaking)
{
    const data::Crossing& crossing = object.crossing;
    const TotalWords words = words_of_totals(object);
    const std::string total_label = words.label().in(speaking.language);
    Shown shown;
    Legend legend;
    shown.headers = {crossing.rows.field + " × " + crossing.columns.field};
    for (std::size_t at = 0; at < crossing.columns.values.size(); ++at)
        shown.headers.push_back(key_text(crossing.columns, at));
    shown.headers.push_back(total_label);
    shown.are_numbers.assign(shown.headers.size(), true);
    shown.are_numbers.front() = false;
    const auto add = [&](std::string name, const std::vector<data::Figure>& figures, const data::Figure& total) {
        std::vector<std::string> row{std::move(name)};
        for (const data::Figure& figure : figures) {
            row.push_back(figure_cell(figure, speaking));
            legend.take(figure);
        }
        row.push_back(figure_cell(total, speaking));
        legend.take(total);
        shown.rows.push_back(std::move(row));
    };
    for (std::size_t at = 0; at < crossing.cells.size(); ++at)
        add(key_text(crossing.rows, at), crossing.cells[at], crossing.row_totals[at]);
    add(total_label, crossing.column_totals, crossing.total);
    if (const auto note = words.note()) shown.note = note->in(speaking.language);
    add_line(shown.note, legend.words(speaking));
    return shown;
}

} // namespace

std::string in_one_line(const data::Figure& figure, base::Language language)
{
    const Speaking speaking{language};
    std::string text = figure_cell(figure, speaking);
    if (!figure.value) text += " (" + data::words(figure.cause).in(language) + ')';
    text += "  (";
    if (figure.numerator && figure.denominator)
        text += base::for_people(*figure.numerator, 0, language) + " / " +
                base::for_people(*figure.denominator, 0, language) + "\u00A0; ";
    text += speaking.say("base\u00A0", "base ") + speaking.count(figure.base);
    if (figure.unknown > 0)
        text += ", " + speaking.say("inconnus\u00A0", "unknown ") + speaking.count(figure.unknown) + ", " +
                speaking.say("couverture\u00A0", "coverage ") +
                base::percent_for_people(figure.coverage(), 0, language);
    return text + ')';
}

Shown shown_value(lua_State* lua, int at, const Session& session)
{
    const Speaking speaking{session.inputs.language};
    const auto object = [&]<class T>(std::shared_ptr<T>* found) { return found != nullptr && *found != nullptr; };
    if (auto* query = to_object<QueryObject>(lua, at); object(query)) return shown_query(**query, speaking);
    if (auto* groups = to_object<GroupsObject>(lua, at); object(groups))
        return shown_groups((*groups)->groups, speaking);
    if (auto* crossing = to_object<CrossingObject>(lua, at); object(crossing))
        return shown_crossing(**crossing, speaking);
    Shown shown;
    if (lua_type(lua, at) == LUA_TSTRING) {
        std::size_t length = 0;
        const char* const bytes = lua_tolstring(lua, at, &length);
        const std::string text = base::to_utf8({bytes, length}); // the lines are views into it
        for (const std::string_view line : base::split(text, '\n'))
            shown.text += (shown.text.empty() ? "" : "\n") + base::for_display(line, 2000);
    } else {
        shown.text = in_one_line(lua, at, speaking.language);
    }
    return shown;
}

} // namespace bilan::script
