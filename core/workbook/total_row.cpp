// SPDX-License-Identifier: MPL-2.0
#include "workbook/total_row.hpp"

#include "workbook/style_book.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

namespace {

TotalCell in_words(const CellValue& cell)
{
    TotalCell total;
    total.value = cell.value;
    total.number = cell.number;
    total.missing = cell.missing.has_value();
    total.format = cell.format;
    total.mark = cell.mark;
    if (std::holds_alternative<std::string>(cell.value)) total.label = cell.shown;
    return total;
}

TotalCell computed(std::string function, std::string formula, double value, std::string format)
{
    TotalCell total;
    total.format = std::move(format);
    total.value = Formula{std::move(formula), value};
    total.number = value;
    total.function = std::move(function);
    return total;
}

TotalCell with_mark(TotalCell total, Mark mark)
{
    total.mark = mark;
    return total;
}

} // namespace

void RunningTotal::take(const CellValue& cell)
{
    if (!std::holds_alternative<std::monostate>(cell.value)) ++filled_;
    if (cell.missing && !missing_) missing_ = cell.missing;
    if (cell.missing && data::is_unknown(*cell.missing)) mark_ = Mark::at_least;
    if (cell.mark != Mark::none && mark_ != Mark::at_least) mark_ = cell.mark;
    if (!cell.number) return;
    ++numbers_;
    has_negatives_ = has_negatives_ || *cell.number < 0;
    const double sum = sum_ + *cell.number;
    carry_ += std::abs(sum_) >= std::abs(*cell.number) ? (sum_ - sum) + *cell.number : (*cell.number - sum) + sum_;
    sum_ = sum;
}

TotalCell total_cell(const Column& column, const RunningTotal& running, const std::string& reference,
                     base::Language language)
{
    switch (column.total) {
    case Total::none: return {};
    case Total::label: {
        const CellValue given = cell_value(column.total_value, ColumnKind::text, language);
        if (!given.shown.empty()) return in_words(given);
        return in_words(cell_value(std::string(layout_words(language).total), ColumnKind::text, language));
    }
    case Total::sum:
        // A sum over nothing known is unknown; the formula would say 0.
        if (running.numbers() == 0) return in_words(cell_value(running.missing(), column, language));
        return with_mark(
            computed("sum", "SUBTOTAL(109," + reference + ")", running.sum(),
                     marked(column.decimals < 0 ? number_format(column.kind, running.sum(), running.mark(), language)
                                                : with_decimals(number_format(column.kind, language), column.decimals),
                            running.mark(), running.sum())),
            running.mark());
    case Total::count:
        return computed("count", "SUBTOTAL(103," + reference + ")", static_cast<double>(running.filled()), {});
    case Total::formula:
    case Total::given: break;
    }
    return in_words(cell_value(column.total_value, column, language));
}

bool has_total_row(const Table& table)
{
    return !table.rows.empty() && std::any_of(table.columns.begin(), table.columns.end(),
                                              [](const Column& column) { return column.total != Total::none; });
}

} // namespace bilan::workbook
