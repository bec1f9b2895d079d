// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/wholes.hpp"

#include "base/number.hpp"
#include "intake/column_reader.hpp"
#include "intake/header/quarters.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace bilan::intake {

namespace {

/// The known sum of the records of one row; nothing with an unknown among them.
std::optional<double> sum_of(const data::Column& column, std::size_t first, std::size_t last)
{
    double sum = 0;
    for (std::size_t record = first; record < last; ++record) {
        if (column.states[record] == data::State::not_applicable) continue;
        if (!column.is_known(record)) return std::nullopt;
        sum += column.numbers[record];
    }
    return sum;
}

/// The cells of the column of totals, one for each record.
data::Column wholes_of(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                       std::size_t whole, const data::Field& measure)
{
    const HeaderColumn& header = draft.headers[whole];
    ColumnSource from;
    from.book = &draft.view->book();
    from.grid = &draft.view->grid();
    from.file = take_in.reading->file;
    from.header = header.path;
    from.unit = header.unit;
    for (const Record& record : records) from.cells.push_back(draft.view->on_sheet(record.row, header.column));
    ReadingContext context;
    context.domain = take_in.options->domain;
    context.year = draft.year;
    std::vector<Finding> of_totals; // what is doubtful about a total that is not taken concerns nobody
    return read_column(from, measure, context, of_totals);
}

void compare(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
             const data::Column& column, std::size_t whole, const data::Control& control)
{
    const double allowed = column.field.type == data::FieldType::euro ? 1.0 : 0.5;
    const data::Column totals = wholes_of(take_in, draft, records, whole, column.field);
    for (std::size_t first = 0; first < records.size();) {
        std::size_t last = first + 1;
        while (last < records.size() && records[last].row == records[first].row) ++last;
        const std::size_t row = std::exchange(first, last);
        const std::optional<double> sum = records[row].is_whole ? std::nullopt : sum_of(column, row, last);
        if (!sum || !totals.is_known(row) || std::abs(*sum - totals.numbers[row]) <= allowed) continue;
        const std::string written = base::shortest(totals.numbers[row]);
        take_in.say(control.id, control.severity,
                    take_in.place(*draft.view, records[row].row, draft.headers[whole].column), Done::set_aside,
                    {"BIL-845", {written, base::shortest(*sum)}}, draft.headers[whole].path, written);
    }
}

} // namespace

std::optional<std::size_t> whole_of(const TableDraft& draft, const data::Field& measure)
{
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome == Outcome::part_total && column.field && column.field->id == measure.id) return at;
    }
    return std::nullopt;
}

void compare_wholes(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                    const data::TableValues& values)
{
    const std::vector<data::Control>& controls = values.schema->controls;
    const auto control = std::find_if(controls.begin(), controls.end(),
                                      [](const data::Control& rule) { return rule.kind == "quarters_add_up"; });
    if (control == controls.end()) return;
    for (const data::Column& column : values.columns)
        if (const std::optional<std::size_t> whole = whole_of(draft, column.field))
            compare(take_in, draft, records, column, *whole, *control);
}

} // namespace bilan::intake
