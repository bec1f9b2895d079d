// SPDX-License-Identifier: MPL-2.0
//
// A sheet as its tables are looked for: rows are records even when the sheet has them across. Everything of table/ and
// row/ speaks in rows and columns of the view; only `on_sheet` goes back to cells. One thread.
#pragma once

#include "intake/table/text_memo.hpp"

#include <bilan/book.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// What one row holds between two columns.
struct Line {
    std::uint32_t filled = 0;
    std::uint32_t texts = 0;   ///< of these, those that are no numbers
    std::uint32_t numbers = 0; ///< numbers and dates, also when they were typed as text: csv files have no others
    std::uint32_t first = 0;   ///< first and last filled column; meaningless when nothing is filled
    std::uint32_t last = 0;
    std::uint32_t first_text = 0; ///< the first column of `texts`; meaningless when there is none
    bool has_sign = false;        ///< a text opens like a total, a note, an example: most rows hold none
};

/// The card of one action, laid out as a table of one row: what stands above `header_row` stays, then come the row of
/// parts, the row of labels and the row of values.
struct CardLayout {
    struct Column {
        std::uint32_t row = 0;    ///< of the sheet: of the label and its value
        std::uint32_t column = 0; ///< of the sheet: of the value, and of the part over it
        bool has_part = false;
    };
    std::uint32_t header_row = 0;
    std::vector<Column> columns; ///< those without a part first; labels stand in the first column of the sheet
};

class SheetView {
public:
    SheetView(const Book& book, const Grid& grid, TextMemo& memo, bool transposed = false);
    SheetView(const Book& book, const Grid& grid, TextMemo& memo, CardLayout card);

    [[nodiscard]] const Book& book() const { return *book_; }
    [[nodiscard]] const Grid& grid() const { return *grid_; }
    [[nodiscard]] TextMemo& memo() const { return *memo_; }
    [[nodiscard]] bool is_transposed() const { return layout_ == Layout::transposed; }
    /// Up to the last cell with something in it: formatting alone does not count.
    [[nodiscard]] std::uint32_t rows() const { return rows_; }
    [[nodiscard]] std::uint32_t columns() const { return columns_; }

    [[nodiscard]] CellPosition on_sheet(std::uint32_t row, std::uint32_t column) const
    {
        return layout_ == Layout::rows ? CellPosition{row, column} : elsewhere(row, column);
    }
    [[nodiscard]] Cell at(std::uint32_t row, std::uint32_t column) const { return grid_->at(on_sheet(row, column)); }
    /// A cell with something in it that is not only white space.
    [[nodiscard]] bool is_filled(std::uint32_t row, std::uint32_t column) const { return is_filled(at(row, column)); }
    [[nodiscard]] bool is_filled(const Cell& cell) const
    {
        return cell.is_filled() && !(cell.type() == CellType::text && memo_->is_blank(cell.text()));
    }
    /// A text that is no number.
    [[nodiscard]] bool is_text(std::uint32_t row, std::uint32_t column) const
    {
        const Cell cell = at(row, column);
        if (cell.type() != CellType::text) return false;
        const Word word = memo_->word(cell.text());
        return word != Word::blank && word != Word::number;
    }
    /// A number or a date, also one typed as text.
    [[nodiscard]] bool is_number(std::uint32_t row, std::uint32_t column) const
    {
        const Cell cell = at(row, column);
        if (cell.type() == CellType::text) return memo_->word(cell.text()) == Word::number;
        return cell.type() == CellType::number || cell.type() == CellType::date;
    }
    /// 2023, as a number or as text.
    [[nodiscard]] bool is_year(std::uint32_t row, std::uint32_t column) const;
    /// The text of a text cell, a whole number as digits (a year in a header); else nothing.
    [[nodiscard]] std::string label(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] Word word(std::uint32_t row, std::uint32_t column) const;
    /// Merges in rows and columns of the view.
    [[nodiscard]] const std::vector<CellRange>& merges() const { return merges_; }
    /// The merge whose top left cell is here, or nothing.
    [[nodiscard]] const CellRange* merge_from(std::uint32_t row, std::uint32_t column) const;

    /// One entry per row, for the columns first..last.
    [[nodiscard]] std::vector<Line> lines(std::uint32_t first_column, std::uint32_t last_column) const;

private:
    enum class Layout : std::uint8_t { rows, transposed, card };

    [[nodiscard]] CellPosition elsewhere(std::uint32_t row, std::uint32_t column) const;
    void measure();
    void gather_merges();

    const Book* book_;
    const Grid* grid_;
    TextMemo* memo_;
    Layout layout_;
    CardLayout card_; ///< of a card only
    std::uint32_t rows_ = 0;
    std::uint32_t columns_ = 0;
    std::vector<CellRange> merges_; ///< ascending by first row, then first column
};

} // namespace bilan::intake
