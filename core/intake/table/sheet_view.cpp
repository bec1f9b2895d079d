// SPDX-License-Identifier: MPL-2.0
#include "intake/table/sheet_view.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace bilan::intake {

namespace {

bool comes_before(const CellRange& left, const CellRange& right)
{
    return std::tie(left.first_row, left.first_column) < std::tie(right.first_row, right.first_column);
}

} // namespace

SheetView::SheetView(const Book& book, const Grid& grid, TextMemo& memo, bool transposed)
    : book_(&book), grid_(&grid), memo_(&memo), layout_(transposed ? Layout::transposed : Layout::rows)
{
    measure();
    gather_merges();
}

SheetView::SheetView(const Book& book, const Grid& grid, TextMemo& memo, CardLayout card)
    : book_(&book), grid_(&grid), memo_(&memo), layout_(Layout::card), card_(std::move(card))
{
    measure();
}

CellPosition SheetView::elsewhere(std::uint32_t row, std::uint32_t column) const
{
    if (layout_ == Layout::transposed) return {column, row};
    if (row < card_.header_row) return {row, column};
    const CellPosition nowhere{grid_->rows(), grid_->columns()};
    if (column >= card_.columns.size()) return nowhere;
    const CardLayout::Column& at = card_.columns[column];
    switch (row - card_.header_row) {
    case 0: return at.has_part ? CellPosition{card_.header_row, at.column} : nowhere;
    case 1: return {at.row, 0};
    case 2: return {at.row, at.column};
    default: return nowhere;
    }
}

void SheetView::measure()
{
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    for (std::uint32_t column = 0; column < grid_->columns(); ++column) {
        for (std::uint32_t segment = grid_->segments(column); segment > 0; --segment) {
            const Grid::Run run = grid_->run(column, segment - 1);
            std::uint32_t count = run.count;
            while (count > 0 && !is_filled(grid_->at(run.first + count - 1, column))) --count;
            if (count == 0) continue;
            rows = std::max(rows, run.first + count);
            columns = column + 1;
            break;
        }
    }
    rows_ = is_transposed() ? columns : rows;
    columns_ = is_transposed() ? rows : columns;
    if (layout_ != Layout::card) return;
    constexpr std::uint32_t of_table = 3; // parts, labels, values
    rows_ = card_.header_row + of_table;
    columns_ = std::max(columns, static_cast<std::uint32_t>(card_.columns.size()));
}

void SheetView::gather_merges()
{
    for (const CellRange& range : grid_->facts.merges) {
        CellRange seen = range;
        if (is_transposed()) seen = {range.first_column, range.first_row, range.last_column, range.last_row};
        if (seen.first_row >= rows_ || seen.first_column >= columns_) continue;
        seen.last_row = std::min(seen.last_row, rows_ - 1);
        seen.last_column = std::min(seen.last_column, columns_ - 1);
        merges_.push_back(seen);
    }
    std::sort(merges_.begin(), merges_.end(), comes_before);
}

const CellRange* SheetView::merge_from(std::uint32_t row, std::uint32_t column) const
{
    const CellRange wanted{row, column, row, column};
    const auto found = std::lower_bound(merges_.begin(), merges_.end(), wanted, comes_before);
    const bool is_here = found != merges_.end() && found->first_row == row && found->first_column == column;
    return is_here ? &*found : nullptr;
}

std::string SheetView::label(std::uint32_t row, std::uint32_t column) const
{
    const Cell cell = at(row, column);
    if (cell.type() == CellType::text && !memo_->is_blank(cell.text())) return std::string(book_->text(cell));
    const bool is_whole =
        cell.type() == CellType::number && std::abs(cell.number) < 1e15 && cell.number == std::floor(cell.number);
    return is_whole ? base::shortest(cell.number) : std::string();
}

bool SheetView::is_year(std::uint32_t row, std::uint32_t column) const
{
    const Cell cell = at(row, column);
    std::optional<double> number;
    if (cell.type() == CellType::number) number = cell.number;
    if (cell.type() == CellType::text && memo_->word(cell.text()) == Word::number)
        if (const auto digits = base::parse_integer(base::trim(book_->text(cell))))
            number = static_cast<double>(*digits);
    return number && *number >= 2000 && *number <= 2050 && *number == std::floor(*number);
}

Word SheetView::word(std::uint32_t row, std::uint32_t column) const
{
    const Cell cell = at(row, column);
    return cell.type() == CellType::text ? memo_->word(cell.text()) : Word::plain;
}

std::vector<Line> SheetView::lines(std::uint32_t first_column, std::uint32_t last_column) const
{
    std::vector<Line> lines(rows_);
    const auto add = [&](std::uint32_t row, std::uint32_t column, CellTag tag, std::uint64_t bits) {
        if (!tag.is_filled()) return;
        const bool is_text = tag.type() == CellType::text;
        const Word word = is_text ? memo_->word(static_cast<TextPool::Id>(bits)) : Word::plain;
        if (word == Word::blank) return;
        Line& line = lines[row];
        if (line.filled++ == 0) line.first = column;
        line.last = column;
        const bool is_number = word == Word::number || tag.type() == CellType::number || tag.type() == CellType::date;
        if (is_number) {
            ++line.numbers;
        } else if (is_text) {
            if (line.texts++ == 0) line.first_text = column;
            line.has_sign = line.has_sign || is_sign(word);
        }
    };
    const std::uint32_t end = std::min(last_column + 1, columns_);
    if (layout_ != Layout::rows) {
        for (std::uint32_t column = first_column; column < end; ++column)
            for (std::uint32_t row = 0; row < rows_; ++row) {
                const Cell cell = at(row, column);
                add(row, column, cell.tag, cell.bits);
            }
        return lines;
    }
    // The lines of one segment stay near while all its columns are added to them.
    for (std::uint32_t segment = 0; segment * Grid::segment_rows < rows_; ++segment)
        for (std::uint32_t column = first_column; column < end; ++column) {
            if (segment >= grid_->segments(column)) continue;
            const Grid::Run run = grid_->run(column, segment);
            for (std::uint32_t at = 0; at < run.count && run.first + at < rows_; ++at)
                add(run.first + at, column, CellTag::from_bits(run.tags[at]), run.values[at]);
        }
    return lines;
}

} // namespace bilan::intake
