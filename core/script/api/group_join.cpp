// SPDX-License-Identifier: MPL-2.0
#include "script/api/group_join.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/group_join.hpp"
#include "script/api/check.hpp"
#include "script/api/ready_measures.hpp"
#include "script/api/session.hpp"
#include "script/api/units.hpp"
#include "script/class.hpp"
#include "script/journal.hpp"
#include "script/state.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

using Groups = std::shared_ptr<GroupsObject>;
using Rows = std::shared_ptr<QueryObject>;

/// Where the options of a join stand, for messages.
struct Places {
    Where join{std::string_view("Groups:join")};
    Where options{join, "options"};
    Where on{options, "on"};
    Where fields{options, "fields"};
    Where repeated{options, "repeated"};
};

void warn_of_repeated(const Caller& caller, const std::string& on, std::size_t keys, const GroupsObject& others,
                      const std::string& first)
{
    warn(caller, {"BIL-754",
                  {on, base::for_people(static_cast<double>(keys), 0, caller.state.language()),
                   others.query->query().dataset().schema().id, '"' + base::for_display(first) + '"'}});
}

/// Each field as the sum over the rows of a key, which is its value where the key has one row.
NamedMeasures sums_of(const Rows& rows, const std::vector<std::string>& fields)
{
    NamedMeasures measures;
    for (const std::string& field : fields) {
        check_field(rows->query(), field);
        if (!data::is_numeric(type_of(rows->query(), field).value_or(data::FieldType::number)))
            throw Mistake("BIL-692", {field}, field);
        auto sum = std::make_shared<MeasureObject>();
        sum->measure.aggregate = data::Aggregate::sum;
        sum->measure.expression = data::field(field);
        measures.emplace_back(field, std::move(sum));
    }
    return measures;
}

std::string words_of_keys(const data::Groups& groups, std::size_t at)
{
    std::vector<std::string> words;
    for (const data::KeyColumn& key : groups.keys)
        words.push_back(std::holds_alternative<double>(key.values[at])
                            ? base::shortest(std::get<double>(key.values[at]))
                            : std::get<std::string>(key.values[at]));
    return base::join(words, " + ");
}

bool has_key(const data::Groups& groups, std::size_t at)
{
    return std::ranges::none_of(groups.keys, [&](const data::KeyColumn& key) {
        return std::holds_alternative<std::monostate>(key.values[at]);
    });
}

/// The value of a key that several rows have is not known. `counts`: how many rows each group has.
void forget_repeated(const Caller& caller, GroupsObject& made, const std::vector<data::Figure>& counts,
                     const std::string& on)
{
    std::vector<std::size_t> repeated;
    for (std::size_t at = 0; at < made.groups.size(); ++at)
        if (counts[at].value.value_or(0) > 1 && has_key(made.groups, at)) repeated.push_back(at);
    for (const std::size_t at : repeated)
        for (data::FigureColumn& column : made.groups.columns) {
            data::Figure& figure = column.figures[at];
            figure.value.reset();
            figure.lower_bound = false;
            figure.cause = data::State::error;
        }
    if (repeated.empty() || made.groups.columns.empty()) return;
    warn_of_repeated(caller, on, repeated.size(), made, words_of_keys(made.groups, repeated.front()));
}

/// Rows as the groups of their key.
Groups groups_of(const Caller& caller, const Rows& rows, const JoinOptions& options)
{
    std::vector<std::string> by;
    for (const auto& [here, there] : options.on) {
        check_field(rows->query(), there);
        by.push_back(there);
    }
    NamedMeasures measures = sums_of(rows, options.fields);
    auto made = std::make_shared<GroupsObject>(GroupsObject{rows, {}});
    if (options.repeated == data::Repeated::sum) {
        made->groups = rows->query().group(by, ready(rows, measures));
        return made;
    }
    if (options.repeated == data::Repeated::first)
        (void)choice_of(std::string("first"), {"unknown", "sum"}, Places().repeated);
    std::vector<std::pair<std::string, data::Measure>> plain;
    for (const auto& [name, measure] : measures) {
        plain.emplace_back(name, measure->measure);
        plain.back().second.unit = unit_of(rows->query(), measure->measure);
    }
    plain.emplace_back("", data::Measure{}); // how many rows
    made->groups = rows->query().group(by, plain);
    const std::vector<data::Figure> counts = std::move(made->groups.columns.back().figures);
    made->groups.columns.pop_back();
    forget_repeated(caller, *made, counts, base::join(by, " + "));
    return made;
}

void say_without(const Caller& caller, const data::JoinedGroups& joined, const std::string& on, std::size_t all,
                 const std::string& schema)
{
    const auto counted = [&](std::size_t groups) {
        return base::for_people(static_cast<double>(groups), 0, caller.state.language());
    };
    if (joined.without_match > 0) warn(caller, {"BIL-753", {on, counted(joined.without_match), counted(all), schema}});
    if (joined.without_key > 0) warn(caller, {"BIL-755", {on, counted(joined.without_key), counted(all)}});
}

data::GroupJoin asked(const data::Groups& self, const data::Groups& other, const JoinOptions& options)
{
    const auto names_of = [](const auto& columns, auto name) {
        std::vector<std::string> names;
        names.reserve(columns.size());
        for (const auto& column : columns) names.push_back(column.*name);
        return names;
    };
    const Places places;
    for (const auto& [here, there] : options.on) {
        (void)choice_of(here, names_of(self.keys, &data::KeyColumn::field), places.on);
        (void)choice_of(there, names_of(other.keys, &data::KeyColumn::field), places.on);
    }
    const std::vector<std::string> columns = names_of(other.columns, &data::FigureColumn::name);
    std::vector<std::string> taken = names_of(self.columns, &data::FigureColumn::name);
    for (const data::KeyColumn& key : self.keys) taken.push_back(key.field);
    for (const std::string& field : options.fields) {
        (void)choice_of(field, columns, places.fields);
        const std::string name = options.prefix + field;
        if (std::ranges::find(taken, name) != taken.end()) throw Mistake("BIL-662", {name}, name);
        taken.push_back(name);
    }
    return {options.on,    options.fields,   options.prefix,
            options.match, options.repeated, static_cast<data::KeptGroups>(options.kind)};
}

/// A column that has its total by the measure over all rows keeps it.
void note_totals(GroupsObject& other)
{
    if (other.left_out > 0) return;
    for (data::FigureColumn& column : other.groups.columns)
        if (!column.is_made) column.total = other.query->query().figure(column.measure);
}

} // namespace

GroupsOrRows Value<GroupsOrRows>::read(lua_State* lua, int at, const Where& where)
{
    if (auto* groups = to_object<GroupsObject>(lua, at); groups != nullptr && *groups != nullptr)
        return {*groups, nullptr};
    if (auto* rows = to_object<QueryObject>(lua, at); rows != nullptr && *rows != nullptr) return {nullptr, *rows};
    refuse(lua, at, where, name());
}

std::shared_ptr<GroupsObject> joined_groups(const Caller& caller, const std::shared_ptr<GroupsObject>& self,
                                            const GroupsOrRows& other, const JoinOptions& options)
{
    const Groups given = other.groups != nullptr ? other.groups : groups_of(caller, other.rows, options);
    const data::GroupJoin join = asked(self->groups, given->groups, options);
    GroupsObject there = *given;
    note_totals(there);
    data::JoinedGroups joined = data::join(self->groups, there.groups, join);
    std::vector<std::string> keys;
    for (const auto& [here, unused] : options.on) keys.push_back(here);
    const std::string on = base::join(keys, " + ");
    const std::string& schema = there.query->query().dataset().schema().id;
    if (options.kind == JoinKind::left && !options.quiet) say_without(caller, joined, on, self->groups.size(), schema);
    if (joined.repeated > 0 && !options.quiet && !options.fields.empty() && options.repeated == data::Repeated::unknown)
        warn_of_repeated(caller, on, joined.repeated, there, joined.first_repeated);
    auto made = std::make_shared<GroupsObject>(*self);
    made->left_out += self->groups.size() - joined.groups.size();
    made->groups = std::move(joined.groups);
    return made;
}

} // namespace bilan::script
