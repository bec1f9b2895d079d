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
#include <iterator>
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
                         "scale", "one_spelling", "says_more"}))
        want(!control.parts.empty(), "parts", "string[]");
    if (is_one_of(kind, {"at_most", "sum_equals", "sum_at_most", "at_least", "repeats", "agrees", "outlier", "rounded",
                         "all_zero", "scale"}))
        want(!control.whole.empty(), "whole", "string");
    if (is_one_of(kind, {"at_least", "rounded", "scale"})) want(control.limit.has_value(), "limit", "number");
    if (is_one_of(kind, {"one_spelling", "says_more"})) want(!control.words.empty(), "words", "string[]");
    if (is_one_of(kind, {"condition", "says_more"}))
        want(control.expression != nullptr, "expression", "bilan.Expression");
    if (kind == "outlier" && control.parts.size() != 1)
        throw Mistake("BIL-431", {control.id, std::to_string(control.parts.size())}, "outlier");
    const bool divides = is_one_of(kind, {"rounded", "scale"});
    if (divides && !(*control.limit > 0)) throw Mistake("BIL-432", {control.id, kind}, "limit");
    if (kind == "order" && control.parts.size() != 2)
        throw Mistake("BIL-594", {control.id, std::to_string(control.parts.size())}, "order");
}

/// Words are looked for in texts.
void check_texts(const data::Schema& schema, const Control& control)
{
    if (!is_one_of(control.kind, {"one_spelling", "says_more"})) return;
    constexpr std::size_t fewest = 2; // the usual spelling and another
    if (control.kind == "one_spelling" && control.words.size() < fewest)
        throw Mistake("BIL-418", {control.id, std::to_string(control.words.size())}, "words");
    for (const std::string& name : control.parts) {
        const data::Field* const field = schema.field(name);
        if (field != nullptr && data::is_numeric(field->type)) throw Mistake("BIL-417", {name}, name);
    }
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
    check_condition(query, control.expression, Numbers::never);
    try {
        const data::Program program(*dataset, *query.expanded(control.expression));
    } catch (const base::Error& error) {
        throw Mistake(error.message().code, error.message().arguments);
    }
}

/// `cofin_*` is all fields that begin so.
bool has_field(const data::Schema& schema, const std::string& name)
{
    if (!name.ends_with('*')) return schema.field(name) != nullptr || schema.family_of(name) != nullptr;
    const std::string begin = name.substr(0, name.size() - 1);
    const auto begins = [&](const data::Field& field) { return field.id.starts_with(begin); };
    return std::ranges::any_of(schema.fields, begins) || schema.family_of(begin + 'x') != nullptr;
}

} // namespace

std::vector<std::string> ids_of(const data::Schema& schema)
{
    std::vector<std::string> ids;
    ids.reserve(schema.fields.size());
    for (const data::Field& field : schema.fields) ids.push_back(field.id);
    return ids;
}

std::optional<std::string> unknown_field_of(const data::Schema& schema, const Control& control)
{
    std::vector<std::string> named = control.parts;
    named.insert(named.end(), control.also.begin(), control.also.end());
    named.insert(named.end(), control.optional.begin(), control.optional.end());
    if (!control.whole.empty()) named.push_back(control.whole);
    if (control.expression != nullptr) std::ranges::copy(control.expression->fields(), std::back_inserter(named));
    const auto unknown = std::ranges::find_if(named, [&](const std::string& name) { return !has_field(schema, name); });
    return unknown == named.end() ? std::nullopt : std::optional(*unknown);
}

void check_named_fields(const data::Schema& schema, const Control& control)
{
    const std::optional<std::string> unknown = unknown_field_of(schema, control);
    if (!unknown) return;
    Mistake mistake = unknown_name("BIL-620", "BIL-621", *unknown, schema.id, ids_of(schema));
    mistake.set_near('"' + control.id + '"');
    throw mistake;
}

void check_judged(const data::Domain& domain, const std::shared_ptr<const data::Schema>& schema, const Control& control)
{
    try {
        check_keys(control);
        check_numbers(*schema, control);
        check_texts(*schema, control);
        check_expression_of(domain, schema, control);
    } catch (Mistake& mistake) {
        mistake.set_near('"' + control.id + '"');
        throw;
    }
}

} // namespace bilan::script
