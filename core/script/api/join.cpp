// SPDX-License-Identifier: MPL-2.0
#include "script/api/join.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/api/check.hpp"
#include "script/api/lazy_row.hpp"
#include "script/api/mixed_years.hpp"
#include "script/api/session.hpp"
#include "script/domain/read_domain.hpp"
#include "script/journal.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace bilan::script {

namespace {

/// The first of the fields that somebody may add up; empty when none is.
std::string amount_among(const data::Query& query, const std::vector<std::string>& fields)
{
    for (const std::string& field : fields) {
        const auto type = type_of(query, field);
        if (type == data::FieldType::count || type == data::FieldType::euro || type == data::FieldType::number)
            return field;
    }
    return {};
}

/// How many rows find what others find as well. `rows_of`: how many find each slot. A row of the other dataset may
/// stand in several slots, when its key is a list.
std::size_t rows_together(const data::Lookup& lookup, const std::map<std::uint32_t, std::size_t>& rows_of)
{
    std::unordered_map<std::uint32_t, std::size_t> uses;
    for (const auto& [slot, rows] : rows_of)
        for (const std::uint32_t lent : lookup.rows_of(slot)) uses[lent] += rows;
    std::size_t together = 0;
    for (const auto& [slot, rows] : rows_of) {
        const auto lent = lookup.rows_of(slot);
        if (std::any_of(lent.begin(), lent.end(), [&](std::uint32_t row) { return uses[row] > 1; })) together += rows;
    }
    return together;
}

/// What is said of the rows that find nothing, by what becomes of them.
void say_without(const Caller& caller, JoinKind kind, std::size_t without_match, std::size_t without_key,
                 const std::string& on, const std::string& all, const std::string& schema)
{
    const auto counted = [&](std::size_t rows) {
        return base::for_people(static_cast<double>(rows), 0, caller.state.language());
    };
    const std::size_t without = without_match + without_key;
    if (kind == JoinKind::inner) {
        if (without > 0) warn(caller, {"BIL-447", {on, counted(without), all, schema, counted(without_key)}});
        return;
    }
    if (kind == JoinKind::anti) {
        if (without_key > 0) warn(caller, {"BIL-448", {on, counted(without_key), all, counted(without)}});
        return;
    }
    if (without_match > 0) warn(caller, {"BIL-753", {on, counted(without_match), all, schema}});
    if (without_key > 0) warn(caller, {"BIL-755", {on, counted(without_key), all}});
}

/// How many rows find nothing, for want of a key or of a match, and how many find what others find as well: `amount`
/// would be added up more than once.
void warn_of_missing(const Caller& caller, const data::Query& query, const data::Lookup& lookup,
                     const data::ExpressionPointer& found, const std::string& on, const JoinOptions& options,
                     const std::string& amount)
{
    const auto counted = [&](std::size_t rows) {
        return base::for_people(static_cast<double>(rows), 0, caller.state.language());
    };
    std::size_t without_match = 0;
    std::size_t without_key = 0;
    std::map<std::uint32_t, std::size_t> rows_of; // by what they find
    data::SlotFinder finder(query.dataset(), *found);
    for (const std::uint32_t row : *query.rows()) {
        bool has_key = true;
        const std::uint32_t slot = finder.slot_of(row, has_key);
        if (!has_key)
            ++without_key;
        else if (slot == data::KeyIndex::none || lookup.rows_of(slot).empty())
            ++without_match;
        else if (options.repeated != data::Repeated::unknown || lookup.rows_of(slot).size() == 1)
            ++rows_of[slot];
    }
    const std::string all = counted(query.rows()->size());
    if (!options.quiet)
        say_without(caller, options.kind, without_match, without_key, on, all, lookup.dataset().schema().id);
    const std::size_t together = rows_together(lookup, rows_of);
    if (together > 0 && !amount.empty()) warn(caller, {"BIL-895", {on, counted(together), all, amount}});
}

void warn_of_repeated(const Caller& caller, const data::KeyIndex& index, const QueryObject& other,
                      const std::string& on)
{
    if (!index.repeated_row()) return;
    const data::Dataset& dataset = other.query().dataset();
    warn(caller, {"BIL-754",
                  {on, base::for_people(static_cast<double>(index.repeated_slots()), 0, caller.state.language()),
                   dataset.schema().id, words_of(dataset.place(*index.repeated_row()), caller.state.language())}});
}

/// Rows of several years that a key brings together: added up, or those of another year than the run's taken for it.
/// Nothing is said of rows that were chosen or are found by their year, nor of a year that is taken along.
void say_lost_years(const Caller& caller, Session& session, const data::KeyIndex& index, const data::Query& other,
                    const std::string& on, const JoinOptions& options)
{
    const auto is_year = [&](const std::string& field) { return other.fields_behind(field).contains(year_field); };
    if (std::ranges::any_of(options.on, [&](const auto& key) { return is_year(key.second); })) return;
    if (std::ranges::any_of(options.fields, is_year)) return;
    if (session.inputs.year) {
        YearsShown years(session);
        years.take_lost(other);
        years.say(caller, session, session.in_language({"jointure par ", "join on "}) + on);
        return;
    }
    const data::Column* const years = other.dataset().column(year_field);
    if (years == nullptr || years->numbers.empty() || options.repeated != data::Repeated::sum) return;
    std::set<double> added;
    for (std::uint32_t slot = 0; slot < index.slots(); ++slot) {
        std::set<double> together;
        for (const std::uint32_t row : index.rows_of(slot))
            if (years->is_known(row)) together.insert(years->numbers[row]);
        if (together.size() > 1) added.merge(together);
    }
    if (added.empty()) return;
    std::vector<std::string> words;
    words.reserve(added.size());
    for (const double year : added) words.push_back(base::shortest(year));
    warn(caller, {"BIL-434", {on, other.dataset().schema().id, base::join(words, ", ")}});
}

/// A text is never a number.
void check_kinds(const data::Query& here, const std::string& left, const data::Query& there, const std::string& right)
{
    const auto ours = type_of(here, left);
    const auto theirs = type_of(there, right);
    if (!ours || !theirs || data::is_numeric(*ours) == data::is_numeric(*theirs)) return;
    const auto named = [](data::FieldType type) { return field_type_names()[static_cast<std::size_t>(type)]; };
    throw Mistake("BIL-026", {left, named(*ours), right, named(*theirs)}, right);
}

} // namespace

data::Query joined(const Caller& caller, const QueryObject& self, const QueryObject& other, const JoinOptions& options)
{
    std::vector<std::string> here;
    std::vector<std::string> there;
    std::vector<data::ExpressionPointer> keys;
    for (const auto& [left, right] : options.on) {
        check_field(self.query(), left);
        check_field(other.query(), right);
        check_kinds(self.query(), left, other.query(), right);
        here.push_back(left);
        there.push_back(right);
        keys.push_back(data::field(left));
    }
    const std::string on = base::join(here, " + ");
    const auto index = std::make_shared<const data::KeyIndex>(other.query(), there, options.match);
    data::Query query = self.query();
    const data::ExpressionPointer is_there =
        data::looked_up(std::make_shared<const data::Lookup>(index, other.query()), keys);
    data::ExpressionPointer found = is_there;
    for (const std::string& field : options.fields) {
        check_field(other.query(), field);
        const std::string name = options.prefix + field;
        if (query.has_field(name)) throw Mistake("BIL-025", {name}, name);
        auto lookup = std::make_shared<const data::Lookup>(index, other.query(), field, options.repeated);
        found = data::looked_up(std::move(lookup), keys);
        query = query.derive(name, found);
    }
    const bool takes_fields = !options.fields.empty();
    if (takes_fields && !options.quiet && options.repeated == data::Repeated::unknown)
        warn_of_repeated(caller, *index, other, on);
    if (takes_fields) say_lost_years(caller, *self.session, *index, other.query(), on, options);
    warn_of_missing(caller, self.query(), *found->lookup, self.query().expanded(found), on, options,
                    amount_among(other.query(), options.fields));
    if (options.kind == JoinKind::inner) return query.where(is_there);
    if (options.kind == JoinKind::anti) // a row without a key finds none either: both kinds together are all rows
        return query.where(
            data::apply(data::Operation::no, {data::apply(data::Operation::known_or, {is_there}, {false})}));
    return query;
}

} // namespace bilan::script
