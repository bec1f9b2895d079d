// SPDX-License-Identifier: MPL-2.0
#include "workbook/long_rows.hpp"

#include "workbook/cell_value.hpp"
#include "workbook/style_book.hpp"
#include "workbook/table_header.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace bilan::workbook {

namespace {

class Walk final : public RowCursor {
public:
    Walk(const RowSource& source, const std::vector<LongColumn>& columns, std::uint32_t first_row,
         base::Language language)
        : source_(source), columns_(columns), first_row_(first_row), language_(language)
    {
    }

    bool next(SheetRow& row) override
    {
        if (at_ == source_.rows()) return false;
        row.points = body_points;
        row.cells.resize(columns_.size());
        for (std::uint32_t column = 0; column < columns_.size(); ++column) {
            SheetCell& cell = row.cells[column];
            cell.at = {first_row_ + static_cast<std::uint32_t>(at_), column};
            fill(cell, columns_[column], row.points);
        }
        ++at_;
        return true;
    }

private:
    void fill(SheetCell& cell, const LongColumn& column, double& points) const
    {
        const Value given = source_.value(at_, cell.at.column);
        if (const double* const number = std::get_if<double>(&given); number != nullptr && std::isfinite(*number)) {
            cell.style = column.body; // nobody asks how wide it is shown
            cell.value = *number;
            return;
        }
        CellValue value = cell_value(given, column.kind, language_);
        cell.style = value.missing ? column.missing : column.body;
        if (!value.number && !value.missing && !is_numeric(column.kind)) {
            const std::size_t lines = wrapped_lines(value.shown, column.face, column.room);
            if (lines > 1) points = std::max(points, row_height(lines, column.face, 2));
        }
        cell.value = std::move(value.value);
    }

    const RowSource& source_;
    const std::vector<LongColumn>& columns_;
    std::uint32_t first_row_;
    base::Language language_;
    std::size_t at_ = 0;
};

} // namespace

LongRows::LongRows(std::shared_ptr<const RowSource> source, std::vector<LongColumn> columns, std::uint32_t first_row,
                   base::Language language)
    : source_(std::move(source)), columns_(std::move(columns)), first_row_(first_row), language_(language)
{
}

CellRange LongRows::range() const
{
    return {first_row_, 0, first_row_ + static_cast<std::uint32_t>(source_->rows()) - 1,
            static_cast<std::uint32_t>(columns_.size()) - 1};
}

std::unique_ptr<RowCursor> LongRows::walk() const
{
    return std::make_unique<Walk>(*source_, columns_, first_row_, language_);
}

} // namespace bilan::workbook
