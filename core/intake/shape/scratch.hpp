// SPDX-License-Identifier: MPL-2.0
//
// A column whose cells do not stand in the sheet as they are to be read: texts put together from two rows, a title
// without its number, the name of a sheet. A small book of its own, in which each cell keeps its place. One thread.
#pragma once

#include <bilan/book.hpp>

#include <string_view>

namespace bilan::intake {

class ScratchColumn {
public:
    explicit ScratchColumn(const SheetFacts& facts);

    void copy(const Book& book, const Grid& grid, CellPosition at);
    /// The value of another cell, in the place of the one here.
    void copy_to(CellPosition at, const Book& book, const Grid& grid, CellPosition other);
    void put(CellPosition at, std::string_view text);
    /// Adds to a text cell that was put before.
    void append(CellPosition at, std::string_view separator, std::string_view text);

    [[nodiscard]] const Book& book() const { return book_; }
    [[nodiscard]] const Grid& grid() const { return book_.sheets.front(); }

private:
    Book book_;
};

} // namespace bilan::intake
