// SPDX-License-Identifier: MPL-2.0
//
// Rates, stored from 0 to 1. Whether a bare 12 means 12 % and a bare 0.12 too is settled by the column (domain.md 9.1,
// 10). One column, one thread.
#pragma once

#include "intake/value/header_unit.hpp"
#include "intake/value/number_column.hpp"
#include "intake/value/value_reader.hpp"

namespace bilan::intake {

class RateReader final : public ValueReader {
public:
    explicit RateReader(const ColumnContext& context);

    void show_text(std::string_view text) override;
    void show_number(const Cell& cell) override;
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;
    [[nodiscard]] std::vector<Note> column_notes() const override;

private:
    void show_bare(double value);
    /// A number without a % sign.
    [[nodiscard]] Reading read_bare(double value, std::optional<Note> said);
    [[nodiscard]] bool is_in_percents() const { return above_one_ > below_one_; }

    const ColumnContext& context_;
    HeaderUnit unit_;
    NumberColumn texts_;
    std::size_t above_one_ = 0;
    std::size_t below_one_ = 0;
    bool has_decimals_above_one_ = false;
    bool has_read_percents_ = false;
    bool has_read_fractions_ = false;
};

} // namespace bilan::intake
