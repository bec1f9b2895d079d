// SPDX-License-Identifier: MPL-2.0
#include "long_rows.hpp"

#include "torn_rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace csv_reader {
namespace {

constexpr std::uint32_t around = 200;     ///< rows looked at above and below
constexpr std::uint32_t widest = 200;     ///< columns of a table whose rows are sewn
constexpr std::uint32_t most_extra = 8;   ///< separators too many
constexpr std::size_t shortest_table = 3; ///< rows below a gap, as long as each other, that are no accident

enum class Kind : std::uint8_t { any, numbers, words };

/// « 12 », « -3 », « < 5 », « 12 pers. », and the few letters of « NC » and the like; no code such as « QN06901M ».
bool may_be_number(std::string_view text)
{
    constexpr std::ptrdiff_t most_letters = 3;
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (std::ranges::any_of(text, is_digit)) return is_number(text) || is_digit(text.front());
    return std::ranges::count_if(text, is_letter) <= most_letters;
}

class Sewing {
public:
    /// `torn`: the rows that are no model for the others, ascending.
    Sewing(bilan::Book& book, char separator, const std::vector<Torn>& torn)
        : book_(&book), grid_(&book.sheets.back()), separator_(separator), torn_(&torn)
    {
    }

    void settle(const Torn& row)
    {
        row_ = row;
        extra_ = row.fields - row.width;
        if (kinds_.size() != row.width || row.row >= looked_until_ || row.first != looked_from_) look();
        if (row.cut > 0 && fits_up_to(row.cut)) return; // before a decimal comma all stands in its place
        if (row.cut > 0) return refuse(0);              // unless a text was cut as well
        fits_as_it_is_ = fits_up_to(row.width);
        if (fits_as_it_is_ && row.is_blank_beyond) return; // nothing but separators too many
        if (row.width > widest || extra_ > most_extra) return refuse(0);
        find_ways();
        if (fits_as_it_is_ && !has_other_way()) return; // what is too much stands at the right of the table
        for (std::uint32_t column = 0; column < row.width; ++column) cells_[column] = sure_cell(column);
        for (std::uint32_t column = 0; column < row.width; ++column) put(column);
        clear_extra();
    }

private:
    using Offsets = std::array<bool, most_extra + 1>;

    [[nodiscard]] std::string_view field(std::uint32_t column) const
    {
        const bilan::Cell cell = grid_->at(row_.row, column);
        return cell.type() == bilan::CellType::text ? book_->text(cell) : std::string_view();
    }

    [[nodiscard]] bool is_torn(std::uint32_t row, bool but_blank_ends) const
    {
        const auto found = std::ranges::lower_bound(*torn_, row, {}, &Torn::row);
        return found != torn_->end() && found->row == row && !(but_blank_ends && found->is_blank_beyond);
    }

    [[nodiscard]] bool fits_up_to(std::uint32_t end) const
    {
        for (std::uint32_t column = 0; column < end; ++column)
            if (!fits(column, column, column)) return false;
        return true;
    }

    /// What the columns of the table hold in the rows around.
    void look()
    {
        kinds_.assign(row_.width, Kind::any);
        cells_.resize(row_.width);
        looked_from_ = row_.first;
        looked_until_ = row_.row + around;
        const std::uint32_t first = std::max(row_.first, row_.row - std::min(row_.row, around));
        const std::uint32_t last = std::min(grid_->rows(), looked_until_);
        for (std::uint32_t column = 0; column < row_.width; ++column) {
            kinds_[column] = kind_of(column, first, last, false);
            if (kinds_[column] == Kind::any) kinds_[column] = kind_of(column, first, last, true);
        }
    }

    /// What a column holds from one row to another, with or without those that only end with separators too many.
    [[nodiscard]] Kind kind_of(std::uint32_t column, std::uint32_t first, std::uint32_t last,
                               bool with_blank_ends) const
    {
        constexpr std::size_t fewest = 2;
        std::size_t numbers = 0;
        std::size_t words = 0;
        std::size_t marks = 0; // « NC » among numbers, « X » among names
        for (std::uint32_t row = first; row < last; ++row) {
            const bilan::Cell cell = grid_->at(row, column);
            if (cell.type() != bilan::CellType::text || is_torn(row, with_blank_ends)) continue;
            const std::string_view text = book_->text(cell);
            if (is_number(text))
                ++numbers;
            else
                ++(may_be_number(text) ? marks : words);
        }
        if (numbers >= fewest && numbers >= 4 * words) return Kind::numbers;
        return words + marks >= fewest && numbers == 0 ? Kind::words : Kind::any;
    }

    /// The fields from `first` to `last` as one cell of the column.
    [[nodiscard]] bool fits(std::uint32_t column, std::uint32_t first, std::uint32_t last) const
    {
        if (first < last) return kinds_[column] != Kind::numbers;
        const std::string_view text = field(first);
        if (text.empty() || kinds_[column] == Kind::any) return true;
        return kinds_[column] == Kind::numbers ? may_be_number(text) : !is_number(text);
    }

    [[nodiscard]] bool fits_with(std::uint32_t column, std::uint32_t before, std::uint32_t behind) const
    {
        return fits(column, column + before, column + behind);
    }

    /// How many separators too many may stand before each column, from the left and from the right.
    void find_ways()
    {
        left_.assign(row_.width + 1, {});
        right_.assign(row_.width + 1, {});
        left_[0][0] = true;
        right_[row_.width][extra_] = true;
        for (std::uint32_t column = 0; column < row_.width; ++column)
            for (std::uint32_t before = 0; before <= extra_; ++before)
                for (std::uint32_t behind = before; left_[column][before] && behind <= extra_; ++behind)
                    if (fits_with(column, before, behind)) left_[column + 1][behind] = true;
        for (std::uint32_t column = row_.width; column-- > 0;)
            for (std::uint32_t before = 0; before <= extra_; ++before)
                for (std::uint32_t behind = before; behind <= extra_ && !right_[column][before]; ++behind)
                    right_[column][before] = right_[column + 1][behind] && fits_with(column, before, behind);
    }

    [[nodiscard]] bool has_other_way() const { return right_[0][0]; }

    /// The text that stands in this column whichever way the row is sewn; nothing when there are several.
    [[nodiscard]] std::optional<std::string> sure_cell(std::uint32_t column) const
    {
        std::size_t ways = fits_as_it_is_ ? 1 : 0;
        std::uint32_t first = column;
        std::uint32_t last = column;
        for (std::uint32_t before = 0; before <= extra_; ++before) {
            for (std::uint32_t behind = before; behind <= extra_; ++behind) {
                if (!left_[column][before] || !right_[column + 1][behind] || !fits_with(column, before, behind))
                    continue;
                if (fits_as_it_is_ && before == 0 && behind == 0) continue; // the same cell
                ++ways;
                first = column + before;
                last = column + behind;
            }
        }
        if (ways != 1) return std::nullopt;
        std::string text(field(first));
        for (std::uint32_t at = first + 1; at <= last; ++at) (text += separator_) += field(at);
        return text;
    }

    void put(std::uint32_t column)
    {
        const std::optional<std::string>& text = cells_[column];
        if (!text) return refuse_cell(column);
        if (text->empty()) return empty(column);
        grid_->put_text(row_.row, column, book_->texts.intern(*text));
    }

    void refuse_cell(std::uint32_t column)
    {
        grid_->put(row_.row, column, bilan::CellTag(bilan::CellType::error),
                   static_cast<std::uint64_t>(bilan::CellError::value));
    }

    void refuse(std::uint32_t first)
    {
        for (std::uint32_t column = first; column < row_.width; ++column) refuse_cell(column);
        clear_extra();
    }

    void clear_extra()
    {
        for (std::uint32_t column = row_.width; column < row_.fields; ++column) empty(column);
    }

    void empty(std::uint32_t column)
    {
        if (grid_->at(row_.row, column).type() != bilan::CellType::empty)
            grid_->put(row_.row, column, bilan::CellTag(), 0);
    }

    bilan::Book* book_;
    bilan::Grid* grid_;
    char separator_;
    const std::vector<Torn>* torn_;
    Torn row_;
    std::uint32_t extra_ = 0;
    std::vector<Kind> kinds_; ///< of the columns
    std::uint32_t looked_from_ = 0;
    std::uint32_t looked_until_ = 0;
    std::vector<Offsets> left_;  ///< before each column: reached by cells that fit
    std::vector<Offsets> right_; ///< before each column: leads to the end of the row by cells that fit
    bool fits_as_it_is_ = false; ///< what is too much may stand at the right of the table
    std::vector<std::optional<std::string>> cells_;
};

/// How many rows from this one on are as long as it.
std::size_t run_length(const std::vector<Torn>& rows, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < rows.size() && rows[end].row == rows[end - 1].row + 1 && rows[end].fields == rows[at].fields) ++end;
    return end - at;
}

} // namespace

void settle_long_rows(bilan::Book& book, char separator, const std::vector<LongRow>& rows)
{
    if (rows.empty()) return;
    std::vector<Torn> torn;
    Headers headers(book);
    for (const LongRow& row : rows) {
        Torn found{row.row, 0, row.width, row.fields, row.cut, false, false};
        headers.find(found);
        if (found.width > 0 && found.fields > found.width) torn.push_back(found);
    }
    Sewing sewing(book, separator, torn);
    for (std::size_t at = 0; at < torn.size();) {
        const std::size_t run = run_length(torn, at);
        const bool is_table = run >= shortest_table && torn[at].is_below_gap;
        for (std::size_t index = at; !is_table && index < at + run; ++index) sewing.settle(torn[index]);
        at += run;
    }
}

} // namespace csv_reader
