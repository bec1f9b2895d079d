// SPDX-License-Identifier: MPL-2.0
#include "intake/value/boolean_reader.hpp"
#include "intake/value/choice_reader.hpp"
#include "intake/value/code_reader.hpp"
#include "intake/value/date_reader.hpp"
#include "intake/value/level_reader.hpp"
#include "intake/value/list_reader.hpp"
#include "intake/value/number_reader.hpp"
#include "intake/value/participant_reader.hpp"
#include "intake/value/rate_reader.hpp"
#include "intake/value/territory_reader.hpp"
#include "intake/value/text_reader.hpp"
#include "intake/value/year_reader.hpp"

namespace bilan::intake {

bool holds_quarters(const data::Field& field)
{
    return field.code_kind == "qpv" || field.vocabulary == "territoire";
}

bool holds_places(const data::Field& field)
{
    return field.code_kind == "lieu" || holds_quarters(field);
}

std::unique_ptr<ValueReader> reader_for(const ColumnContext& context)
{
    using data::FieldType;
    const data::Field& field = *context.field;
    switch (field.type) {
    case FieldType::number:
        // « % ETP »: 80 is 0.8 of a post.
        if (!field.people && unit_of_header(context.unit, context.header).is_percent)
            return std::make_unique<RateReader>(context);
        return std::make_unique<NumberReader>(context);
    case FieldType::count:
    case FieldType::euro: return std::make_unique<NumberReader>(context);
    case FieldType::rate: return std::make_unique<RateReader>(context);
    case FieldType::year: return std::make_unique<YearReader>(context);
    case FieldType::date:
        return std::make_unique<DateReader>(context,
                                            field.id.ends_with("_fin") ? PeriodEnd::own_last : PeriodEnd::first);
    case FieldType::boolean: return std::make_unique<BooleanReader>();
    case FieldType::choice:
        if (holds_levels(field)) return std::make_unique<LevelReader>(context);
        return std::make_unique<ChoiceReader>(context);
    case FieldType::choices:
        if (holds_quarters(field)) return std::make_unique<TerritoryReader>(context);
        return std::make_unique<ListReader>(context);
    case FieldType::code:
        if (holds_quarters(field)) return std::make_unique<TerritoryReader>(context);
        return std::make_unique<CodeReader>(context);
    case FieldType::text: break;
    }
    if (field.code_kind == "participant") return std::make_unique<ParticipantReader>();
    return std::make_unique<TextReader>(holds_places(field));
}

} // namespace bilan::intake
