// SPDX-License-Identifier: MPL-2.0
#include "intake/value/period_columns.hpp"

#include "intake/value/date_reader.hpp"

namespace bilan::intake {

bool holds_periods(const ColumnSource& source, const ReadingContext& context)
{
    std::size_t dates = 0;
    std::size_t spans = 0;
    for (const CellPosition position : source.cells) {
        const Cell cell = source.grid->at(position);
        if (cell.type() == CellType::date) ++dates;
        if (cell.type() != CellType::text) continue;
        const DateText date = read_date_text(source.book->text(cell), {context.year, false});
        if (date.has_date()) ++dates;
        if (date.shape == DateShape::span) ++spans;
    }
    return spans > 0 && spans * 3 >= dates;
}

PeriodColumns read_period_columns(const ColumnSource& source, const data::Field& begin, const data::Field& end,
                                  const ReadingContext& context, std::vector<Finding>& findings)
{
    const ColumnContext begin_context = context_of(source, begin, context);
    const ColumnContext end_context = context_of(source, end, context);
    DateReader begin_reader(begin_context, PeriodEnd::first);
    DateReader end_reader(end_context, PeriodEnd::last);
    std::vector<Finding> said_already;
    PeriodColumns columns;
    columns.begin = read_with(begin_reader, begin_context, source, findings);
    columns.end = read_with(end_reader, end_context, source, said_already);
    return columns;
}

} // namespace bilan::intake
