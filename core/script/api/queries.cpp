// SPDX-License-Identifier: MPL-2.0
//
// Questions to a dataset.
#include "intake/value/qpv_code.hpp"
#include "script/api/both_sides.hpp"
#include "script/api/check.hpp"
#include "script/api/groups.hpp"
#include "script/api/join.hpp"
#include "script/api/made_rows.hpp"
#include "script/api/meaning.hpp"
#include "script/api/query_options.hpp"
#include "script/api/ready_measures.hpp"
#include "script/api/row_function.hpp"
#include "script/api/row_iterator.hpp"
#include "script/api/row_order.hpp"
#include "script/api/session.hpp"
#include "script/api/sides_compared.hpp"
#include "script/api/slips.hpp"
#include "script/api/units.hpp"
#include "script/api/yearless_rows.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <optional>

namespace bilan::script {

namespace {

using Query = std::shared_ptr<QueryObject>;

/// All fields are looked at and handed on each time: what a loop adds to a query makes each further turn longer.
void take_steps(const Query& self, const data::Query& made, std::uint64_t steps_of_a_field)
{
    self->session->state.budget().spend(made.field_names().size() * steps_of_a_field);
}

/// Some of the rows, or with other fields, in the order they had.
Query with(const Query& self, data::Query query)
{
    auto rows = std::make_shared<QueryObject>(std::move(query), self->session);
    rows->order = self->order;
    rows->head = self->head;
    return rows;
}

Query where(const Caller& caller, const Query& self, const RowCondition& condition)
{
    if (condition.function != nullptr) {
        const data::ExpressionPointer chosen = computed_condition(self, *condition.function);
        say_yearless(&caller, *self->session, self->query(), chosen);
        return with(self, self->query().where(chosen));
    }
    check_choice(*self, condition.expression);
    say_unmet_texts(caller, *self, *condition.expression);
    say_yearless(&caller, *self->session, self->query(), condition.expression);
    return with(self, self->query().where(condition.expression));
}

/// Lua keeps no order in a table: which field stands first in it, nobody knows.
void refuse_sibling(const data::Query& query, const DerivedFields& fields, const DerivedFields::Field& field)
{
    for (const std::string& read : field.expression->fields())
        if (!query.has_field(read) &&
            std::ranges::find(fields.fields, read, &DerivedFields::Field::name) != fields.fields.end())
            throw Mistake("BIL-087", {field.name, read}, read);
}

Query derive(const Query& self, const DerivedFields& fields)
{
    data::Query query = self->query();
    for (const DerivedFields::Field& field : fields.fields) {
        if (query.has_field(field.name)) throw Mistake("BIL-662", {field.name}, field.name);
        if (field.function != nullptr) {
            query = query.derive(field.name, computed_column(self, field.name, *field.function));
            continue;
        }
        refuse_sibling(query, fields, field);
        check_expression(*self->session, query, *field.expression);
        const Dimension dimension = dimension_of(query, field.expression);
        warn_of_per_cent(*self, field.expression, dimension.unit.value_or(data::Unit::number));
        query = query.derive(field.name, field.expression);
    }
    constexpr std::uint64_t steps_of_a_field = 600;
    take_steps(self, query, steps_of_a_field);
    return with(self, std::move(query));
}

Query select(const Query& self, const FieldNames& fields)
{
    for (const std::string& field : fields.names) check_field(self->query(), field);
    return with(self, self->query().select(fields.names));
}

data::Figure figure(const Query& self, const std::shared_ptr<MeasureObject>& measure)
{
    return self->query().figure(ready(self, *measure));
}

std::shared_ptr<GroupsObject> group_rows(const Query& self, const GroupOptions& options)
{
    for (const std::string& field : options.by) check_field(self->query(), field);
    return std::make_shared<GroupsObject>(
        GroupsObject{self, self->query().group(options.by, ready(self, options.measures), options.lists)});
}

std::shared_ptr<CrossingObject> cross(const Query& self, const CrossOptions& options)
{
    check_field(self->query(), options.rows);
    check_field(self->query(), options.columns);
    const data::Measure measure = ready(self, *options.measure);
    return std::make_shared<CrossingObject>(
        CrossingObject{self, self->query().cross(options.rows, options.columns, measure), measure});
}

std::shared_ptr<GroupsObject> pivot(const Query& self, const PivotOptions& options)
{
    for (const std::string& field : options.rows) check_field(self->query(), field);
    check_field(self->query(), options.columns);
    auto groups = std::make_shared<GroupsObject>(GroupsObject{
        self, self->query().pivot(options.rows, options.columns, ready(self, *options.measure), options.lists)});
    groups->is_pivot = true;
    return groups;
}

Query join(const Caller& caller, const Query& self, const Query& other, const JoinOptions& options)
{
    data::Query made = joined(caller, *self, *other, options);
    constexpr std::uint64_t steps_of_a_field = 2'000;
    take_steps(self, made, steps_of_a_field);
    return with(self, std::move(made));
}

/// Groups that have rows on one side only.
std::size_t lone_groups(const data::Groups& groups)
{
    if (groups.columns.size() < 2) return 0;
    const auto is_absent = [](const data::Figure& figure) {
        return !figure.value && figure.base + figure.unknown + figure.not_applicable == 0;
    };
    std::size_t lone = 0;
    for (std::size_t at = 0; at < groups.size(); ++at)
        if (is_absent(groups.columns[0].figures[at]) || is_absent(groups.columns[1].figures[at])) ++lone;
    return lone;
}

/// Quarters of the list of 2015 beside some of that of 2024: none is the other under a new code.
bool has_two_maps(const data::KeyColumn& key)
{
    const auto is_of = [&](int vintage) {
        return std::ranges::any_of(key.values, [&](const data::Key& value) {
            const auto* const text = std::get_if<std::string>(&value);
            return text != nullptr && intake::vintage_of(*text) == vintage;
        });
    };
    constexpr int first_map = 2015;
    constexpr int second_map = 2024;
    return is_of(first_map) && is_of(second_map);
}

std::shared_ptr<GroupsObject> compare(const Caller& caller, const Query& self, const Query& before,
                                      const CompareOptions& options)
{
    for (const std::string& field : options.group.by) check_field(self->query(), field);
    for (const std::string& field : options.group.by) check_field(before->query(), field);
    const std::string& schema = self->query().dataset().schema().id;
    if (before->query().dataset().schema().id != schema)
        throw Mistake("BIL-762", {schema, schema, before->query().dataset().schema().id}, "compare");
    refuse_sides_swapped(*self, *before, options.labels);
    const std::size_t shared = warn_of_rows_on_both_sides(caller, self->query(), before->query());
    data::Comparison comparison{options.group.by, ready(self, options.group.measures), options.coverage,
                                options.group.lists};
    auto groups =
        std::make_shared<GroupsObject>(GroupsObject{self, data::compare(self->query(), before->query(), comparison)});
    for (const auto& [name, measure] : options.group.measures)
        for (const auto& [ending, words] : options.labels) groups->labels[name + ending] = {name, words};
    groups->lone = lone_groups(groups->groups);
    groups->on_both_sides = shared;
    groups->has_two_maps = std::ranges::any_of(groups->groups.keys, &has_two_maps);
    return groups;
}

RowIterator each(const Query& self)
{
    return {self};
}

std::int64_t count(const Query& self)
{
    return static_cast<std::int64_t>(self->query().rows()->size());
}

std::vector<data::Key> distinct(const Query& self, const std::string& field)
{
    check_field(self->query(), field);
    return self->query().distinct(field).values;
}

std::vector<std::string> fields(const Query& self)
{
    return self->query().field_names();
}

/// A field that the schema knows but no table has says no: nothing can be computed from it.
/// False for a field that no file gave; a slip in its name is no answer.
bool has(const Query& self, const std::string& field)
{
    if (!self->query().has_field(field)) {
        refuse_misspelt(*self, field);
        return false;
    }
    if (self->query().is_derived(field) || self->query().dataset().column(field) != nullptr) return true;
    return self->query().dataset().schema().field(field) == nullptr;
}

std::string label(const Query& self, const std::string& field)
{
    check_field(self->query(), field);
    const data::Field* known = self->query().field(field);
    return known == nullptr ? field : self->session->in_language(known->label);
}

/// Fields of a family have no label of their own: what the first partner wrote names them.
std::optional<std::string> header(const Query& self, const std::string& field)
{
    check_field(self->query(), field);
    for (const auto& origin : self->query().dataset().origins())
        if (const auto found = origin->headers.find(field); found != origin->headers.end()) return found->second;
    return std::nullopt;
}

std::string schema(const Query& self)
{
    return self->query().dataset().schema().id;
}

std::string shown(const Query& self)
{
    return "bilan.Query " + schema(self) + " (" + std::to_string(self->query().rows()->size()) + ')';
}

} // namespace

const GroupRecord& query_class()
{
    constexpr const char* group_sentence =
        "`by`: a field or several; `measures`: list of `{ name, measure }`; `lists`: `each_item` or `as_written`";
    static const GroupRecord record = group(
        "bilan.Query", "Rows of a dataset, chosen by conditions. Nothing is computed before a figure is asked for.",
        {method<&where>("where", "The rows for which the condition holds as well.",
                        {{"condition", "an expression, a table of field values (`{ exercice = 2025 }`), or a function "
                                       "of the row"}}),
         method<&derive>("derive", "The same rows with further fields.",
                         {{"fields", "table of names and expressions or functions of the row: `{ hors = f.benef_total "
                                     "- f.benef_qpv }`"}}),
         method<&select>("select", "The same rows with these fields alone, in this order.",
                         {{"fields", "names of fields"}}),
         method<&join>("join",
                       "The same rows with fields of another dataset, found by key. No row is ever multiplied; "
                       "keys that are missing or come twice are said in the journal.",
                       {{"other", "rows of the other dataset; groups are joined by `Groups:join`"},
                        {"options", "`on`: key fields; `fields`: what is taken; `prefix`: before their names; `match`: "
                                    "`exact` or `folded`; `repeated`: `unknown`, `first` or `sum`; `kind`: `left` (all "
                                    "rows), `inner` (those that find a row there), `anti` (those that find none)"}}),
         method<&sorted_rows>("sorted",
                              "The same rows in the order of a field, unknown values last: for listings, `each` and "
                              "`head`. Equal rows stand as they were, so that the order asked for last decides.",
                              {{"field", "name of a field"}, {"direction", "`ascending` or `descending`"}}),
         method<&head_of_rows>("head",
                               "The first rows, in their order: what is computed of them is of them alone. A table of "
                               "them says how many there were.",
                               {{"most", "how many at most"}}),
         method<&united_rows>("union", "The rows of both, with the fields of both.",
                              {{"other", "rows of the other dataset"}}),
         method<&rows_as>(
             "as",
             "The same rows under another schema, whose fields and indicators they then answer to; what they "
             "do not have is unknown there.",
             {{"schema", "id of a schema: `financement`"}}),
         method<&unpivoted_rows>(
             "unpivot", "Fields laid under one another: a row for each field and row.",
             {{"options", "`fields`: names, or `{ label, name }`; `name` and `value`: the two fields that "
                          "are made; `keep`: fields repeated on each row, those that say no amount when "
                          "left out"}}),
         method<&figure>("figure", "One figure over all rows.", {{"measure", "what is computed"}}),
         method<&group_rows>("group", "Figures by the values of one field or several.", {{"options", group_sentence}}),
         method<&pivot>("pivot", "Groups with one column of figures for each value of a field.",
                        {{"options", "`rows`: a field or several; `columns`: a field; `measure`: what is computed; "
                                     "`lists`: `each_item` or `as_written`"}}),
         method<&cross>("cross", "One measure by two fields, with its totals.",
                        {{"options", "`rows` and `columns`: fields; `measure`: what is computed"}}),
         method<&compare>(
             "compare",
             "Groups with each measure now, before, its change and growth; no change where the "
             "two do not compare.",
             {{"before", "the rows of the year before, or of another source"},
              {"options", "as for `group`; `coverage`: below it on either side there is no change; "
                          "`labels`: `{ now = \"2025\", before = \"2024\" }`, behind the headers, else (before), "
                          "(change), (growth)"}}),
         method<&each>("each",
                       "For loops: `for row in query:each() do`. Figures come faster from `figure` and `group`."),
         method<&count>("count", "Number of rows."),
         method<&distinct>("distinct", "Different known values of a field, in display order.",
                           {{"field", "name of a field"}}),
         method<&fields>("fields", "Names of all fields."),
         method<&has>("has", "True when at least one table has the field, or it was derived.",
                      {{"field", "name of a field"}}),
         method<&label>("label", "The words of a field in the run's language: « Place du droit commun ».",
                        {{"field", "name of a field"}}),
         method<&header>("header",
                         "The header of a field as the first partner wrote it, groups before it: `Satisfaction / "
                         "Mission locale`; nil when no header gave it.",
                         {{"field", "name of a field"}}),
         property<&schema>("schema", "Id of the dataset: `emploi`."),
         metamethod<&shown>("__tostring")});
    return record;
}

} // namespace bilan::script
