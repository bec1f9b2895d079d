// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/scratch.hpp"

#include <string>

namespace bilan::intake {

ScratchColumn::ScratchColumn(const SheetFacts& facts)
{
    book_.sheets.emplace_back();
    book_.sheets.front().facts.name = facts.name;
    book_.sheets.front().facts.date_1904 = facts.date_1904;
}

void ScratchColumn::copy(const Book& book, const Grid& grid, CellPosition at)
{
    copy_to(at, book, grid, at);
}

void ScratchColumn::copy_to(CellPosition at, const Book& book, const Grid& grid, CellPosition other)
{
    const Cell cell = grid.at(other);
    if (!cell.is_filled()) return;
    const std::uint64_t bits = cell.type() == CellType::text ? book_.texts.intern(book.text(cell)) : cell.bits;
    book_.sheets.front().put(at.row, at.column, cell.tag, bits);
}

void ScratchColumn::put(CellPosition at, std::string_view text)
{
    book_.sheets.front().put_text(at.row, at.column, book_.texts.intern(text));
}

void ScratchColumn::append(CellPosition at, std::string_view separator, std::string_view text)
{
    const Cell cell = grid().at(at);
    std::string whole(cell.type() == CellType::text ? book_.text(cell) : std::string_view());
    if (!whole.empty()) whole += separator;
    whole += text;
    put(at, whole);
}

} // namespace bilan::intake
