// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_warnings.hpp"

#include "base/text.hpp"
#include "script/api/mixed_years.hpp"
#include "script/api/session.hpp"
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

} // namespace

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
