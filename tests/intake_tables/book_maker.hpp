// SPDX-License-Identifier: MPL-2.0
//
// Sheets for tests, written as rows of literals: a text that is a number becomes a number, `'` before it keeps it a
// text, an empty text an empty cell.
#pragma once

#include <bilan/book.hpp>

#include <initializer_list>
#include <string>
#include <vector>

namespace bilan::intake::test {

using Rows = std::vector<std::vector<std::string>>;

class BookMaker {
public:
    Grid& sheet(const std::string& name, const Rows& rows);
    [[nodiscard]] const Book& book() const { return book_; }
    [[nodiscard]] Book& book() { return book_; }
    /// `=0`: a formula with that value; `~text`: struck through.
    void put(Grid& grid, std::uint32_t row, std::uint32_t column, const std::string& text);

private:
    Book book_;
};

/// Merges in the user's notation: `A1:C1`.
void merge(Grid& grid, const std::string& range);

} // namespace bilan::intake::test
