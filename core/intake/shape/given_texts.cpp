// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/given_texts.hpp"

#include "intake/shape/scratch.hpp"

#include <cstdint>
#include <map>
#include <string_view>

namespace bilan::intake {

data::Column read_given_texts(const TableDraft& draft, const data::Field& field, const std::vector<std::string>& texts,
                              const ReadingContext& context)
{
    ScratchColumn scratch(draft.view->grid().facts);
    ColumnSource from;
    std::map<std::string_view, std::uint32_t> places;
    std::vector<std::uint32_t> place_of;
    for (const std::string& text : texts) {
        const auto [place, is_new] = places.try_emplace(text, static_cast<std::uint32_t>(places.size()));
        if (is_new) {
            scratch.put({place->second, 0}, text);
            from.cells.push_back({place->second, 0});
        }
        place_of.push_back(place->second);
    }
    from.book = &scratch.book();
    from.grid = &scratch.grid();
    std::vector<Finding> of_no_cell;
    const data::Column distinct = read_column(from, field, context, of_no_cell);
    data::Column column;
    column.field = field;
    column.dictionary = distinct.dictionary;
    for (const std::uint32_t place : place_of) {
        if (data::is_numeric(field.type))
            column.numbers.push_back(distinct.numbers[place]);
        else
            column.ids.push_back(distinct.ids[place]);
        column.states.push_back(distinct.states[place]);
    }
    column.source_columns.assign(texts.size(), data::Column::no_cell);
    return column;
}

} // namespace bilan::intake
