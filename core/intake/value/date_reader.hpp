// SPDX-License-Identifier: MPL-2.0
//
// Dates, and the two ends of periods. Whether `03/04/2024` is French or American is settled by the column. One column,
// one thread.
#pragma once

#include "intake/value/date_text.hpp"
#include "intake/value/value_reader.hpp"

namespace bilan::intake {

/// Which day of a period a column wants.
enum class PeriodEnd : std::uint8_t {
    first,      ///< the first day, whatever the cell says
    own_last,   ///< a column of end dates: the last day of all that is longer than a month, or a part of one, else the
                ///< first
    both_first, ///< of the two columns made of one column of periods
    both_last,
};

class DateReader final : public ValueReader {
public:
    DateReader(const ColumnContext& context, PeriodEnd end);

    [[nodiscard]] bool depends_on_year() const override { return true; }
    void in_year(std::optional<int> year) override { year_ = year; }
    void show_text(std::string_view text) override;
    void show_number(const Cell& cell) override;
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;
    [[nodiscard]] std::optional<double> plain_number(const Cell& cell) const override;

private:
    /// One date in the American order is a slip; a column of them has as many as dates that fit both orders. A column
    /// that leaves it open is written as the others of its table.
    [[nodiscard]] bool is_american() const
    {
        if (context_.has_american_dates && french_ == 0 && open_ > 0) return true;
        return american_ > 0 && french_ == 0 && (open_ == 0 || (american_ >= 2 && american_ * 2 >= open_));
    }
    [[nodiscard]] Reading read_found(const DateText& date, std::string_view text) const;
    [[nodiscard]] base::CivilDate chosen(const DateText& date) const;
    [[nodiscard]] std::optional<Note> note_of(const DateText& date, std::string_view text,
                                              const base::CivilDate& kept) const;
    [[nodiscard]] Reading read_number(double number) const;

    const ColumnContext& context_;
    PeriodEnd end_;
    std::optional<int> year_; ///< of the row that is being read
    std::vector<DateText> dates_;
    std::size_t american_ = 0; ///< texts that are dates in the American order only
    std::size_t french_ = 0; ///< texts in the French order only; and a real date that no program can have turned round
    std::size_t open_ = 0;   ///< texts that fit both orders
};

} // namespace bilan::intake
