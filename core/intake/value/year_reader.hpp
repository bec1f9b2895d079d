// SPDX-License-Identifier: MPL-2.0
//
// Years of exercises: `2024`, « 2023 (prolongé) », « 2015/2022 », a date. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"

namespace bilan::intake {

class YearReader final : public ValueReader {
public:
    explicit YearReader(const ColumnContext& context) : context_(context) {}

    void show_text(std::string_view) override {}
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;
    [[nodiscard]] std::optional<double> plain_number(const Cell& cell) const override;

private:
    const ColumnContext& context_;
};

} // namespace bilan::intake
