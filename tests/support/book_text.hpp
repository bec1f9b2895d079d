// SPDX-License-Identifier: MPL-2.0
//
// A book as text, one line per cell in row order, so that tests compare and show whole books. Any thread.
#pragma once

#include <bilan/book.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace bilan::test {

inline std::string number_text(double number)
{
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

/// `number 12.5 percent formula struck`: what a cell holds and only what is not usual about it.
inline std::string cell_text(const Book& book, const Cell& cell)
{
    std::string text(spelling(cell.type()));
    if (cell.type() == CellType::number || cell.type() == CellType::date) text += " " + number_text(cell.number);
    if (cell.type() == CellType::boolean) text += cell.boolean() ? " true" : " false";
    if (cell.type() == CellType::text) text += " \"" + std::string(book.text(cell)) + "\"";
    if (cell.type() == CellType::error) text += " " + std::string(spelling(cell.error()));
    if (cell.tag.format() != FormatClass::general) text += " " + std::string(spelling(cell.tag.format()));
    if (cell.tag.is_formula()) text += " formula";
    if (cell.tag.is_struck()) text += " struck";
    return text;
}

inline std::string cell_text(const Book& book, std::size_t sheet, CellPosition at)
{
    return cell_text(book, book.sheets.at(sheet).at(at));
}

/// `BIL-325 Feuil1 C12 [XFE1]`
inline std::string remark_text(const Problem& problem)
{
    std::string text = problem.code + " " + problem.place.sheet;
    if (problem.place.row && problem.place.column) text += " " + cell_name({*problem.place.row, *problem.place.column});
    for (const std::string& argument : problem.arguments) text += " [" + argument + "]";
    return text;
}

/// In row order, at the cost of what is stored and not of the area.
inline std::vector<CellPosition> filled_cells(const Grid& grid)
{
    std::vector<CellPosition> cells;
    for (std::uint32_t column = 0; column < grid.columns(); ++column) {
        for (std::uint32_t segment = 0; segment < grid.segments(column); ++segment) {
            const Grid::Run run = grid.run(column, segment);
            for (std::uint32_t i = 0; i < run.count; ++i) {
                if (CellTag::from_bits(run.tags[i]).is_filled()) cells.push_back({run.first + i, column});
            }
        }
    }
    std::stable_sort(cells.begin(), cells.end(), [](CellPosition a, CellPosition b) { return a.row < b.row; });
    return cells;
}

inline std::string sheet_text(const Book& book, const Grid& grid)
{
    std::string text = "sheet " + grid.facts.name;
    if (grid.facts.visibility == Visibility::hidden) text += " hidden";
    if (grid.facts.visibility == Visibility::very_hidden) text += " very hidden";
    text += "\n";
    for (const CellRange& merge : grid.facts.merges) text += "merge " + range_name(merge) + "\n";
    for (const Span& span : grid.facts.hidden_rows)
        text += "hidden rows " + std::to_string(span.first + 1) + "-" + std::to_string(span.last + 1) + "\n";
    for (const Span& span : grid.facts.hidden_columns)
        text += "hidden columns " + column_letters(span.first) + "-" + column_letters(span.last) + "\n";
    for (const CellPosition at : filled_cells(grid)) text += cell_name(at) + " " + cell_text(book, grid.at(at)) + "\n";
    return text;
}

inline std::string book_text(const Book& book)
{
    std::string text;
    for (const Grid& grid : book.sheets) text += sheet_text(book, grid);
    for (const Problem& remark : book.remarks) text += remark_text(remark) + "\n";
    return text;
}

} // namespace bilan::test
