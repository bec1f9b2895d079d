// SPDX-License-Identifier: MPL-2.0
#include "script/api/parts.hpp"

#include "script/api/meaning.hpp"
#include "script/api/session.hpp"

#include <set>
#include <vector>

namespace bilan::script {

namespace {

/// The fields that are added to one another. A formula may share its parts many times over: each is looked at once.
void add_terms(const data::Query& query, const data::Expression& expression, std::set<const data::Expression*>& seen,
               std::vector<const data::Field*>& terms)
{
    if (!seen.insert(&expression).second) return;
    if (expression.operation == data::Operation::add)
        for (const data::ExpressionPointer& operand : expression.operands) add_terms(query, *operand, seen, terms);
    if (expression.operation != data::Operation::field) return;
    if (const data::Field* const field = query.field(expression.name); field != nullptr) terms.push_back(field);
}

void warn_of_sum(const QueryObject& rows, const data::Expression& sum)
{
    std::set<const data::Expression*> seen;
    std::vector<const data::Field*> terms;
    if (sum.operation == data::Operation::add) add_terms(rows.query(), sum, seen, terms);
    for (const data::Field* const part : terms)
        for (const data::Field* const whole : terms)
            if (is_part_of(rows.query(), *part, whole->id))
                return say_here(rows.session->state, {"BIL-077", {sum.text(), part->id, whole->id}});
}

} // namespace

bool is_part_of(const data::Query& query, const data::Field& field, const std::string& whole)
{
    constexpr int deepest = 8; // a schema of somebody's own may turn in circles
    const data::Field* part = &field;
    for (int depth = 0; depth < deepest && part != nullptr && !part->parent.empty(); ++depth) {
        if (part->parent == whole) return true;
        part = query.field(part->parent);
    }
    return false;
}

void warn_of_parts(const QueryObject& rows, const data::Measure& measure)
{
    for (const data::ExpressionPointer& side : {measure.expression, measure.denominator})
        if (side != nullptr) warn_of_sum(rows, *rows.query().expanded(side));
    if (measure.aggregate != data::Aggregate::ratio) return;
    const data::ExpressionPointer above = rows.query().expanded(measure.expression);
    const data::ExpressionPointer below = rows.query().expanded(measure.denominator);
    if (above->operation != data::Operation::field || below->operation != data::Operation::field) return;
    const data::Field* const part = rows.query().field(below->name);
    if (part != nullptr && is_part_of(rows.query(), *part, above->name))
        say_here(rows.session->state, {"BIL-078", {above->name, below->name}});
}

} // namespace bilan::script
