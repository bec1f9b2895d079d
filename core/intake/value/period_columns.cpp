// SPDX-License-Identifier: MPL-2.0
#include "intake/value/period_columns.hpp"

#include "base/text.hpp"
#include "intake/value/date_reader.hpp"

#include <unordered_map>

namespace bilan::intake {

namespace {

/// « Période », « Calendrier », « Dates de réalisation ».
bool speaks_of_periods(std::string_view header)
{
    const std::string folded = base::fold(header);
    return folded.find("periode") != std::string::npos || folded.find("calendrier") != std::string::npos ||
           folded.find("dates") != std::string::npos;
}

} // namespace

bool holds_periods(const ColumnSource& source, const ReadingContext& context)
{
    constexpr int any_year = 2023; // what « du 01/03 au 30/06 » is does not hang on the year
    const bool is_promised = speaks_of_periods(source.header);
    std::size_t dates = 0;
    std::size_t periods = 0;
    std::unordered_map<TextPool::Id, DateText> known; // looked up only
    for (const CellPosition position : source.cells) {
        const Cell cell = source.grid->at(position);
        if (cell.type() == CellType::date) ++dates;
        if (cell.type() != CellType::text) continue;
        const auto [text, is_new] = known.try_emplace(cell.text());
        if (is_new) text->second = read_date_text(source.book->text(cell), {context.year.value_or(any_year), false});
        const DateText& date = text->second;
        if (date.has_date()) ++dates;
        const bool is_month_or_year = date.shape == DateShape::period || date.is_one_year();
        if (is_promised ? date.shape == DateShape::span || is_month_or_year
                        : date.is_longer_than_a_month() && !date.is_one_year())
            ++periods;
    }
    return periods > 0 && (is_promised || periods * 3 >= dates);
}

PeriodColumns read_period_columns(const ColumnSource& source, const data::Field& begin, const data::Field& end,
                                  const ReadingContext& context, std::vector<Finding>& findings)
{
    const ColumnContext begin_context = context_of(source, begin, context);
    const ColumnContext end_context = context_of(source, end, context);
    DateReader begin_reader(begin_context, PeriodEnd::both_first);
    DateReader end_reader(end_context, PeriodEnd::both_last);
    std::vector<Finding> said_already;
    PeriodColumns columns;
    columns.begin = read_with(begin_reader, begin_context, source, findings);
    columns.end = read_with(end_reader, end_context, source, said_already);
    return columns;
}

} // namespace bilan::intake
