// SPDX-License-Identifier: MPL-2.0
#include "script/api/slips.hpp"

#include "base/text.hpp"
#include "script/api/session.hpp"
#include "script/bind.hpp"
#include "script/journal.hpp"
#include "script/mistake.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <variant>
#include <vector>

namespace bilan::script {

namespace {

constexpr std::size_t most_texts = 20'000; ///< of one column: beyond, looking for the nearest takes too long

/// The different texts of a column that holds one text a cell and no terms; nothing for any other column.
std::optional<std::vector<std::string>> texts_of(const data::Query& query, const std::string& name)
{
    const data::Field* const field = query.field(name);
    const data::Column* const column = query.is_derived(name) ? nullptr : query.dataset().column(name);
    if (field == nullptr || column == nullptr || field->type != data::FieldType::text ||
        column->dictionary == nullptr || column->dictionary->size() > most_texts)
        return std::nullopt;
    std::vector<std::string> texts;
    texts.reserve(column->dictionary->size());
    for (TextPool::Id id = 0; id < column->dictionary->size(); ++id) texts.emplace_back(column->dictionary->at(id));
    return texts;
}

void say_unmet(const Caller& caller, const data::Query& query, const data::Expression& comparison)
{
    const std::string& field = comparison.operands.front()->name;
    std::vector<std::string> wanted;
    const auto take = [&](const std::vector<data::Constant>& constants) {
        for (const data::Constant& constant : constants)
            if (const auto* const text = std::get_if<std::string>(&constant)) wanted.push_back(*text);
    };
    take(comparison.constants);
    if (comparison.operands.size() == 2) take(comparison.operands[1]->constants);
    const auto texts = wanted.empty() ? std::nullopt : texts_of(query, field);
    if (!texts) return;
    for (const std::string& text : wanted) {
        if (text.empty() || std::ranges::find(*texts, text) != texts->end()) continue;
        if (const auto meant = base::nearest(text, *texts))
            warn_once(caller, {"BIL-016", {base::for_display(text), field, base::for_display(*meant)}});
    }
}

/// An expression may share parts: each is looked at once.
void say_parts(const Caller& caller, const data::Query& query, const data::Expression& expression,
               std::unordered_set<const data::Expression*>& seen)
{
    using data::Operation;
    if (!seen.insert(&expression).second) return;
    const bool compares = expression.operation == Operation::equal || expression.operation == Operation::one_of;
    if (compares && expression.operands.front()->operation == Operation::field) say_unmet(caller, query, expression);
    for (const data::ExpressionPointer& operand : expression.operands) say_parts(caller, query, *operand, seen);
}

} // namespace

void refuse_misspelt(const QueryObject& rows, const std::string& field)
{
    const data::Domain* const domain = rows.session->inputs.domain.get();
    const std::string& schema = rows.query().dataset().schema().id;
    if (domain == nullptr || domain->schema(schema) == nullptr) return; // the columns of a table of the user's own
    const auto has_field = [&](const std::shared_ptr<const data::Schema>& each) {
        return each->field(field) != nullptr || each->family_of(field) != nullptr;
    };
    if (std::ranges::any_of(domain->schemas, has_field)) return; // of another theme
    const std::vector<std::string> names = rows.query().field_names();
    if (base::nearest(field, names)) throw unknown_name("BIL-620", "BIL-621", field, schema, names);
}

void say_unmet_texts(const Caller& caller, const QueryObject& rows, const data::Expression& condition)
{
    std::unordered_set<const data::Expression*> seen;
    say_parts(caller, rows.query(), condition, seen);
}

} // namespace bilan::script
