// SPDX-License-Identifier: MPL-2.0
#include "run/grid_lines.hpp"

#include "base/date.hpp"
#include "base/json.hpp"

#include <algorithm>
#include <vector>

namespace bilan::run {

namespace {

/// Under a time, the days of a number that is no date of this age are hours beyond 24.
std::string date_or_hours(const Cell& cell)
{
    constexpr double first_of_this_age = 61;
    const bool is_hours = cell.tag.format() == FormatClass::time && cell.number >= 1 && cell.number < first_of_this_age;
    return is_hours ? base::clock_of_days(cell.number) : base::iso_of_serial(cell.number);
}

std::string line_of(const Book& book, const Grid& grid, CellPosition at, const Cell& cell)
{
    base::JsonLine line;
    line.member("sheet", grid.facts.name).member("cell", cell_name(at)).member("type", spelling(cell.type()));
    switch (cell.type()) {
    case CellType::number: line.member("value", cell.number); break;
    case CellType::date: line.member("value", date_or_hours(cell)); break;
    case CellType::text: line.member("value", book.text(cell)); break;
    case CellType::boolean: line.member("value", cell.boolean()); break;
    case CellType::error: line.member("value", spelling(cell.error())); break;
    case CellType::empty: line.null("value"); break;
    }
    line.member("format", spelling(cell.tag.format()));
    if (cell.tag.is_formula()) line.member("formula", true);
    if (cell.tag.is_struck()) line.member("struck", true);
    return line.text();
}

/// Columns that store something in a block of rows: one cell in the last corner is no reason to look at all before it.
std::vector<std::uint32_t> stored_columns(const Grid& grid, std::uint32_t segment)
{
    std::vector<std::uint32_t> columns;
    for (std::uint32_t column = 0; column < grid.columns(); ++column)
        if (segment < grid.segments(column) && grid.run(column, segment).count > 0) columns.push_back(column);
    return columns;
}

} // namespace

std::size_t grid_lines(const Book& book, std::string_view sheet, const std::function<void(const std::string&)>& take)
{
    std::size_t shown = 0;
    for (const Grid& grid : book.sheets) {
        if (!sheet.empty() && grid.facts.name != sheet) continue;
        ++shown;
        for (std::uint32_t first = 0; first < grid.rows(); first += Grid::segment_rows) {
            const std::vector<std::uint32_t> columns = stored_columns(grid, first / Grid::segment_rows);
            const std::uint32_t end = std::min(grid.rows(), first + Grid::segment_rows);
            for (std::uint32_t row = first; row < end && !columns.empty(); ++row)
                for (const std::uint32_t column : columns)
                    if (const Cell cell = grid.at(row, column); cell.is_filled())
                        take(line_of(book, grid, {row, column}, cell));
        }
    }
    return shown;
}

} // namespace bilan::run
