// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/wide_measures.hpp"

#include "intake/shape/wholes.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace bilan::intake {

namespace {

void forget(data::Column& column, std::size_t record)
{
    if (!column.numbers.empty()) column.numbers[record] = 0;
    column.states[record] = data::State::no_column;
    column.source_columns[record] = data::Column::no_cell;
}

data::Column empty_column(const data::Field& field, std::size_t records)
{
    data::Column column;
    column.field = field;
    if (data::is_numeric(field.type)) {
        column.numbers.assign(records, 0);
    } else {
        column.ids.assign(records, 0);
        column.dictionary = std::make_shared<TextPool>();
    }
    column.states.assign(records, data::State::empty);
    column.source_columns.assign(records, data::Column::no_cell);
    return column;
}

class Spreading {
public:
    Spreading(const TableDraft& draft, const std::vector<Record>& records, const MeasureReading& reading,
              const data::Field& field)
        : draft_(draft), records_(records), reading_(reading), measure_{empty_column(field, records.size()), {}}
    {
        for (const Record& record : records)
            measure_.cells.push_back(draft.view->on_sheet(record.row, draft.view->columns()));
        // No column counts the measure for this value of the dimension: nobody left a cell empty.
        for (std::size_t record = 0; record < records.size(); ++record)
            if (!records[record].is_whole) measure_.column.states[record] = data::State::no_column;
    }

    void take_value(std::size_t value, std::size_t header)
    {
        take(header, [&](const Record& record) { return record.wide == value && !record.is_whole; });
    }

    void take_wholes()
    {
        const std::optional<std::size_t> whole = whole_of(draft_, measure_.column.field);
        if (whole) take(*whole, [](const Record& record) { return record.is_whole; });
    }

    MeasureColumn measure() && { return std::move(measure_); }

private:
    /// Reads one column of the sheet for the records that are its own.
    void take(std::size_t header, const std::function<bool(const Record&)>& is_own)
    {
        ColumnSource from = reading_.source(draft_.headers[header]);
        std::vector<std::size_t> own;
        for (std::size_t record = 0; record < records_.size(); ++record) {
            if (!is_own(records_[record])) continue;
            own.push_back(record);
            measure_.cells[record] = draft_.view->on_sheet(records_[record].row, draft_.headers[header].column);
            from.cells.push_back(measure_.cells[record]);
        }
        const data::Column part = reading_.read(from, measure_.column.field);
        for (std::size_t at = 0; at < own.size(); ++at) {
            measure_.column.states[own[at]] = part.states[at];
            if (!part.numbers.empty())
                measure_.column.numbers[own[at]] = part.numbers[at];
            else if (part.is_known(at)) // « Financeur 1 » and « Financeur 2 » name the value themselves
                measure_.column.ids[own[at]] = measure_.column.dictionary->intern(part.text(at));
        }
    }

    const TableDraft& draft_;
    const std::vector<Record>& records_;
    const MeasureReading& reading_;
    MeasureColumn measure_;
};

} // namespace

MeasureColumn read_measure(const TableDraft& draft, const std::vector<Record>& records,
                           const std::map<std::size_t, std::size_t>& columns, const MeasureReading& reading)
{
    Spreading spreading(draft, records, reading, *draft.mapping.columns[columns.begin()->second].field);
    for (const auto& [value, header] : columns) spreading.take_value(value, header);
    spreading.take_wholes();
    return std::move(spreading).measure();
}

void keep_to_their_years(const TableDraft& draft, const WideColumns& wide, const std::vector<Record>& records,
                         data::TableValues& values)
{
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const std::optional<std::string> year = only_year_of(draft, wide, at);
        if (!year) continue;
        for (data::Column& column : values.columns) {
            if (column.field.id != draft.mapping.columns[at].field->id) continue;
            for (std::size_t record = 0; record < records.size(); ++record)
                if (!records[record].is_whole && wide.values[*records[record].wide] != *year) forget(column, record);
        }
    }
}

} // namespace bilan::intake
