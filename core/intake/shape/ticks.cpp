// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/ticks.hpp"

#include "base/text.hpp"
#include "intake/shape/scratch.hpp"
#include "intake/shape/sums.hpp"

#include <utility>

namespace bilan::intake {

namespace {

data::Column read_crosses(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                          std::size_t column, const ReadingContext& context)
{
    data::Field cross;
    cross.id = draft.mapping.columns[column].field->id;
    cross.type = data::FieldType::boolean;
    ColumnSource from;
    from.book = &draft.view->book();
    from.grid = &draft.view->grid();
    from.file = take_in.reading->file;
    from.header = draft.headers[column].path;
    for (const Record& record : records)
        from.cells.push_back(draft.view->on_sheet(record.row, draft.headers[column].column));
    return read_column(from, cross, context, take_in.reading->findings);
}

/// What a record ticked, and why it has no answer when it ticked nothing.
struct Answer {
    std::string items; ///< as a partner would write the list
    std::size_t count = 0;
    data::FurtherColumns::Columns further; ///< where the crosses after the first stand
    data::State state = data::State::empty;
};

/// One choice has one answer: several crosses are none.
void refuse_several(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                    const std::vector<std::size_t>& columns, const std::vector<CellPosition>& cells,
                    std::vector<Answer>& answers)
{
    for (std::size_t record = 0; record < records.size(); ++record) {
        Answer& answer = answers[record];
        if (answer.count < 2) continue;
        const std::string items = base::replace_all(answer.items, ";", ", ");
        take_in.say("BIL-537", data::Severity::alert,
                    {take_in.reading->file, draft.sheet(), cells[record].row, cells[record].column}, Done::refused,
                    {"BIL-537", {draft.mapping.columns[columns.front()].field->id, items}},
                    draft.headers[columns.front()].path, items);
        answer.items.clear();
        answer.further.clear();
        answer.state = data::State::error;
    }
}

} // namespace

TickedLists ticked_lists(const TableDraft& draft)
{
    TickedLists lists;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at)
        if (draft.mapping.columns[at].outcome == Outcome::ticked)
            lists[draft.mapping.columns[at].field->id].push_back(at);
    return lists;
}

TickedColumn read_ticks(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                        const std::vector<std::size_t>& columns, const ReadingContext& context)
{
    const data::Field& list = *draft.mapping.columns[columns.front()].field;
    TickedColumn ticked;
    std::vector<Answer> answers(records.size());
    for (const Record& record : records)
        ticked.cells.push_back(draft.view->on_sheet(record.row, draft.headers[columns.front()].column));
    for (const std::size_t at : columns) {
        const data::Column crosses = read_crosses(take_in, draft, records, at, context);
        for (std::size_t record = 0; record < records.size(); ++record) {
            Answer& answer = answers[record];
            if (crosses.is_known(record) && crosses.numbers[record] != 0) {
                const CellPosition cross = draft.view->on_sheet(records[record].row, draft.headers[at].column);
                if (answer.items.empty())
                    ticked.cells[record] = cross;
                else
                    answer.further.push_back(source_column(cross, draft.view->is_transposed()));
                ++answer.count;
                answer.items += (answer.items.empty() ? "" : ";") + draft.mapping.columns[at].dimension_value;
            } else if (crosses.states[record] == data::State::error) {
                answer.state = data::State::error;
            }
        }
    }
    if (list.type == data::FieldType::choice) refuse_several(take_in, draft, records, columns, ticked.cells, answers);
    // The lists are read as if partners had written them, each of them once.
    ScratchColumn scratch(draft.view->grid().facts);
    ColumnSource from;
    std::map<std::string, std::uint32_t> places;
    for (const Answer& answer : answers) {
        const auto [place, is_new] = places.try_emplace(answer.items, static_cast<std::uint32_t>(places.size()));
        if (!is_new) continue;
        if (!answer.items.empty()) scratch.put({place->second, 0}, answer.items);
        from.cells.push_back({place->second, 0});
    }
    from.book = &scratch.book();
    from.grid = &scratch.grid();
    from.file = take_in.reading->file;
    from.header = draft.headers[columns.front()].path;
    std::vector<Finding> of_no_cell;
    const data::Column distinct = read_column(from, list, context, of_no_cell);
    ticked.column.field = list;
    ticked.column.dictionary = distinct.dictionary;
    for (const Answer& answer : answers) {
        const std::uint32_t place = places.at(answer.items);
        ticked.column.further.set(ticked.column.ids.size(), answer.further);
        ticked.column.ids.push_back(distinct.ids[place]);
        ticked.column.states.push_back(answer.items.empty() ? answer.state : distinct.states[place]);
    }
    ticked.column.source_columns.assign(records.size(), data::Column::no_cell);
    return ticked;
}

} // namespace bilan::intake
