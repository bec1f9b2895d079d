// SPDX-License-Identifier: MPL-2.0
#include "script/domain/own_controls.hpp"

#include "base/error.hpp"
#include "data/dataset.hpp"
#include "data/program.hpp"
#include "data/query.hpp"
#include "script/api/check.hpp"
#include "script/api/meaning.hpp"
#include "script/mistake.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace bilan::script {

namespace {

using data::Control;

bool is_one_of(std::string_view kind, std::initializer_list<std::string_view> kinds)
{
    return std::ranges::find(kinds, kind) != kinds.end();
}

void check_keys(const Control& control)
{
    const auto want = [&](bool has, const char* key, const char* type) {
        if (!has) throw Mistake("BIL-604", {control.id, key, type}, control.id);
    };
    const std::string& kind = control.kind;
    if (is_one_of(kind, {"at_most", "sum_equals", "sum_at_most", "order", "unique", "repeats", "agrees", "outlier",
                         "scale", "one_spelling"}))
        want(!control.parts.empty(), "parts", "string[]");
    if (is_one_of(kind, {"at_most", "sum_equals", "sum_at_most", "at_least", "repeats", "agrees", "outlier", "rounded",
                         "all_zero", "scale"}))
        want(!control.whole.empty(), "whole", "string");
    if (is_one_of(kind, {"at_least", "rounded", "scale"})) want(control.limit.has_value(), "limit", "number");
    if (kind == "one_spelling") want(!control.words.empty(), "words", "string[]");
    if (kind == "condition") want(control.expression != nullptr, "expression", "bilan.Expression");
    if (kind == "order" && control.parts.size() != 2)
        throw Mistake("BIL-594", {control.id, std::to_string(control.parts.size())}, "order");
}

/// Patterns such as `age_*` are families of numbers.
void check_numbers(const data::Schema& schema, const Control& control)
{
    if (!is_one_of(control.kind, {"at_most", "sum_equals", "sum_at_most", "at_least", "order", "outlier", "rounded",
                                  "all_zero", "scale"}))
        return;
    std::vector<std::string> named = control.parts;
    named.insert(named.end(), control.also.begin(), control.also.end());
    named.push_back(control.whole);
    for (const std::string& name : named) {
        const data::Field* const field = schema.field(name);
        if (field != nullptr && !data::is_numeric(field->type)) throw Mistake("BIL-692", {name}, name);
    }
}

/// Looked at over no rows: what an expression means does not depend on them.
void check_expression_of(const data::Domain& domain, const std::shared_ptr<const data::Schema>& schema,
                         const Control& control)
{
    if (control.expression == nullptr) return;
    const auto dataset = data::DatasetBuilder(schema).finish();
    const data::Query query(dataset, &domain);
    check_expression(&domain, query, *control.expression);
    check_condition(query, control.expression);
    try {
        const data::Program program(*dataset, *query.expanded(control.expression));
    } catch (const base::Error& error) {
        throw Mistake(error.message().code, error.message().arguments);
    }
}

} // namespace

void check_judged(const data::Domain& domain, const std::shared_ptr<const data::Schema>& schema, const Control& control)
{
    try {
        check_keys(control);
        check_numbers(*schema, control);
        check_expression_of(domain, schema, control);
    } catch (Mistake& mistake) {
        mistake.set_near('"' + control.id + '"');
        throw;
    }
}

} // namespace bilan::script
