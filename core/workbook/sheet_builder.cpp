// SPDX-License-Identifier: MPL-2.0
#include "workbook/sheet_builder.hpp"

#include "workbook/font.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace bilan::workbook {

void SheetBuilder::put(CellPosition at, SheetValue value, StyleIndex style)
{
    sheet_.cells.push_back({at, std::move(value), style});
}

void SheetBuilder::put_across(CellPosition at, std::uint32_t last_column, SheetValue value, StyleIndex style)
{
    put(at, std::move(value), style);
    if (last_column <= at.column) return;
    for (std::uint32_t column = at.column + 1; column <= last_column; ++column)
        put({at.row, column}, std::monostate{}, style);
    sheet_.merges.push_back({at.row, at.column, at.row, last_column});
}

void SheetBuilder::put_rows(std::shared_ptr<const SheetRows> rows)
{
    assert(sheet_.rows == nullptr);
    sheet_.rows = std::move(rows);
}

void SheetBuilder::widen(std::uint32_t column, double pixels)
{
    double& known = columns_[column];
    known = std::max(known, pixels_of(characters_of(pixels)));
}

void SheetBuilder::heighten(std::uint32_t row, double points)
{
    double& known = rows_[row];
    known = std::max(known, points);
}

void SheetBuilder::set_aside(std::uint32_t first_column)
{
    aside_ = std::min(aside_.value_or(first_column), first_column);
}

void SheetBuilder::reserve(CellPosition at, double width, double height)
{
    reserved_.last_column = std::max(reserved_.last_column, column_at(left_of(at.column) + width));
    reserved_.last_row = std::max(reserved_.last_row, row_below(at.row, height));
}

double SheetBuilder::column_pixels(std::uint32_t column) const
{
    const auto found = columns_.find(column);
    return found == columns_.end() ? default_column_pixels : found->second;
}

double SheetBuilder::left_of(std::uint32_t column) const
{
    double left = 0;
    for (std::uint32_t before = 0; before < column; ++before) left += column_pixels(before);
    return left;
}

std::uint32_t SheetBuilder::last_column_within(double pixels) const
{
    double right = column_pixels(0);
    std::uint32_t last = 0;
    while (right + column_pixels(last + 1) <= pixels) right += column_pixels(++last);
    return last;
}

std::uint32_t SheetBuilder::column_at(double pixels) const
{
    double right = column_pixels(0);
    std::uint32_t column = 0;
    while (right <= pixels) right += column_pixels(++column);
    return column;
}

std::uint32_t SheetBuilder::row_below(std::uint32_t row, double pixels) const
{
    double height = 0;
    while (height < pixels) {
        const auto found = rows_.find(row++);
        height += pixels_of_points(found == rows_.end() ? default_row_points : found->second);
    }
    return row;
}

CellRange SheetBuilder::used() const
{
    CellRange area = reserved_;
    for (const SheetCell& cell : sheet_.cells) {
        if (aside_ && cell.at.column >= *aside_) continue;
        area.last_row = std::max(area.last_row, cell.at.row);
        area.last_column = std::max(area.last_column, cell.at.column);
    }
    if (sheet_.rows != nullptr) {
        area.last_row = std::max(area.last_row, sheet_.rows->range().last_row);
        area.last_column = std::max(area.last_column, sheet_.rows->range().last_column);
    }
    return area;
}

double SheetBuilder::printed_height() const
{
    return top_of(used().last_row + 1);
}

double SheetBuilder::top_of(std::uint32_t row) const
{
    double points = default_row_points * static_cast<double>(row);
    for (const auto& [other, own] : rows_)
        if (other < row) points += own - default_row_points;
    return pixels_of_points(points);
}

SheetPart SheetBuilder::finish()
{
    std::sort(sheet_.cells.begin(), sheet_.cells.end(), [](const SheetCell& left, const SheetCell& right) {
        return std::tie(left.at.row, left.at.column) < std::tie(right.at.row, right.at.column);
    });
    sheet_.print.area = used();
    for (const auto& [column, pixels] : columns_) sheet_.widths.push_back({column, characters_of(pixels)});
    for (const auto& [row, points] : rows_) sheet_.heights.push_back({row, points});
    return std::exchange(sheet_, {});
}

} // namespace bilan::workbook
