// SPDX-License-Identifier: MPL-2.0
#include "intake/nameless.hpp"

#include "intake/header/context.hpp"
#include "intake/header/quarters.hpp"
#include "intake/value/value_reader.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

bool tells_place(const data::Field& field)
{
    return holds_places(field) || field.code_kind == "insee" || field.code_kind == "siren" ||
           field.code_kind == "departement" || field.id == "insee_reg";
}

} // namespace

void say_nameless(const TakeIn& take_in, const TableDraft& draft)
{
    const data::Schema& schema = *draft.mapping.schema->schema;
    const auto named = std::ranges::find_if(schema.fields, [](const data::Field& field) {
        return field.type == data::FieldType::text && names_record(field);
    });
    const bool is_of_places = named == schema.fields.end() && field_by_id(schema, "code_qp") != nullptr;
    if (named == schema.fields.end() && !is_of_places) return;
    // A row of funding may be that of an action, a funder, a scheme or a facet.
    if (field_by_id(schema, "financeur") != nullptr) return;
    const auto tells = [&](const data::Field& field) {
        return is_of_places ? tells_place(field) : names_record(field);
    };
    const bool is_said = std::ranges::any_of(draft.mapping.columns, [&](const MappedColumn& column) {
        const data::Field* const dimension = column.dimension.empty() ? nullptr : field_by_id(schema, column.dimension);
        return is_read(column.outcome) && (tells(*column.field) || (dimension != nullptr && tells(*dimension)));
    });
    const bool is_given = std::ranges::any_of(draft.given, [&](const Given& given) {
        const data::Field* const field = field_by_id(schema, given.field);
        return field != nullptr && tells(*field);
    });
    if (is_said || is_given) return;
    const data::Field* const wanted = is_of_places ? territory_field(schema) : &*named;
    take_in.say("BIL-113", data::Severity::alert, take_in.place(*draft.view), Done::kept, {"BIL-113", {wanted->id}});
}

} // namespace bilan::intake
