// SPDX-License-Identifier: MPL-2.0
//
// Questions to a dataset.
#include "script/api/check.hpp"
#include "script/api/groups.hpp"
#include "script/api/query_options.hpp"
#include "script/api/session.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"

namespace bilan::script {

namespace {

using Query = std::shared_ptr<QueryObject>;

Query with(const Query& self, data::Query query)
{
    return std::make_shared<QueryObject>(QueryObject{std::move(query), self->session});
}

Query where(const Query& self, const Condition& condition)
{
    check_expression(*self->session, self->query, *condition.expression);
    return with(self, self->query.where(condition.expression));
}

Query derive(const Query& self, const DerivedFields& fields)
{
    data::Query query = self->query;
    for (const auto& [name, expression] : fields.fields) {
        if (query.has_field(name)) throw Mistake("BIL-662", {name}, name);
        check_expression(*self->session, query, *expression);
        query = query.derive(name, expression);
    }
    return with(self, std::move(query));
}

data::Measure ready(const Query& self, const MeasureObject& measure)
{
    check_measure(*self->session, self->query, measure.measure);
    data::Measure with_unit = measure.measure;
    if (!measure.has_unit) with_unit.unit = unit_of(self->query, with_unit);
    return with_unit;
}

data::Figure figure(const Query& self, const std::shared_ptr<MeasureObject>& measure)
{
    return self->query.figure(ready(self, *measure));
}

std::shared_ptr<GroupsObject> group_rows(const Query& self, const GroupOptions& options)
{
    for (const std::string& field : options.by) check_field(self->query, field);
    std::vector<std::pair<std::string, data::Measure>> measures;
    for (const auto& [name, measure] : options.measures) measures.emplace_back(name, ready(self, *measure));
    return std::make_shared<GroupsObject>(GroupsObject{self, self->query.group(options.by, measures, options.lists)});
}

std::shared_ptr<CrossingObject> cross(const Query& self, const CrossOptions& options)
{
    check_field(self->query, options.rows);
    check_field(self->query, options.columns);
    const data::Measure measure = ready(self, *options.measure);
    return std::make_shared<CrossingObject>(
        CrossingObject{self, self->query.cross(options.rows, options.columns, measure), measure});
}

std::int64_t count(const Query& self)
{
    return static_cast<std::int64_t>(self->query.rows()->size());
}

std::vector<data::Key> distinct(const Query& self, const std::string& field)
{
    check_field(self->query, field);
    return self->query.distinct(field).values;
}

std::vector<std::string> fields(const Query& self)
{
    return self->query.field_names();
}

/// A field that the schema knows but no table has says no: nothing can be computed from it.
bool has(const Query& self, const std::string& field)
{
    if (self->query.dataset().column(field) != nullptr) return true;
    const bool is_of_schema = self->query.dataset().schema().field(field) != nullptr;
    return !is_of_schema && self->query.has_field(field);
}

std::string schema(const Query& self)
{
    return self->query.dataset().schema().id;
}

std::string shown(const Query& self)
{
    return "bilan.Query " + schema(self) + " (" + std::to_string(self->query.rows()->size()) + ')';
}

} // namespace

const GroupRecord& query_class()
{
    static const GroupRecord record = group(
        "bilan.Query", "Rows of a dataset, chosen by conditions. Nothing is computed before a figure is asked for.",
        {method<&where>("where", "The rows for which the condition holds as well.",
                        {{"condition", "an expression, or a table of field values: `{ exercice = 2025 }`"}}),
         method<&derive>(
             "derive", "The same rows with further fields.",
             {{"fields", "table of names and expressions: `{ benef_hors = f.benef_total - f.benef_qpv }`"}}),
         method<&figure>("figure", "One figure over all rows.", {{"measure", "what is computed"}}),
         method<&group_rows>("group", "Figures by the values of one field or several.",
                             {{"options", "`by`: fields; `measures`: list of `{ name, measure }`; `lists`: `each_item` "
                                          "or `as_written`"}}),
         method<&cross>("cross", "One measure by two fields, with its totals.",
                        {{"options", "`rows` and `columns`: fields; `measure`: what is computed"}}),
         method<&count>("count", "Number of rows."),
         method<&distinct>("distinct", "Different known values of a field, in display order.",
                           {{"field", "name of a field"}}),
         method<&fields>("fields", "Names of all fields."),
         method<&has>("has", "True when at least one table has the field, or it was derived.",
                      {{"field", "name of a field"}}),
         property<&schema>("schema", "Id of the dataset: `emploi`."), metamethod<&shown>("__tostring")});
    return record;
}

} // namespace bilan::script
