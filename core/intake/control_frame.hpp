// SPDX-License-Identifier: MPL-2.0
//
// The columns that one control works with, and walking over its rows. Inner header of the controls. One control at a
// time; the dataset outlives it.
#pragma once

#include "intake/control_rules.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bilan::intake {

/// A field of a control and its column, which no table may have.
struct Part {
    std::string field;
    const data::Column* column = nullptr;
    bool optional = false;
    bool from_pattern = false;

    [[nodiscard]] data::State state(std::size_t row) const
    {
        return column == nullptr ? data::State::no_column : column->states[row];
    }
    [[nodiscard]] bool is_known(std::size_t row) const { return state(row) == data::State::value; }
    [[nodiscard]] double number(std::size_t row) const { return column->numbers[row]; }
};

/// The columns of one control.
struct Frame {
    const data::Dataset& dataset;
    const data::Control& control;
    std::vector<Part> parts;
    Part whole;
    std::vector<Part> also;

    Frame(const data::Dataset& of_rows, const data::Control& rule);
};

/// Calls `test(row, broken)` for every row; it answers whether the row could be judged and fills `broken` if it fails.
template <class Test>
void judge_rows(const data::Dataset& dataset, Verdict& verdict, Test test)
{
    for (std::uint32_t row = 0; row < dataset.rows(); ++row) {
        std::optional<Broken> broken;
        if (!test(row, broken)) continue;
        ++verdict.judged;
        if (broken) verdict.broken.push_back(*broken);
    }
}

// Rows that repeat each other: `unique`, `repeats`, `agrees`.
void judge_unique(const Frame& frame, Verdict& verdict);
void judge_repeats(const Frame& frame, Verdict& verdict);
void judge_agrees(const Frame& frame, Verdict& verdict);

// Words in the texts of a row: `one_spelling`.
void judge_spelling(const Frame& frame, Verdict& verdict);

// Texts that say nothing more than words, in these rows: `says_more`.
void judge_bare_text(const Frame& frame, std::span<const std::uint32_t> rows, Verdict& verdict);

// Rows against the others of their table: `outlier`, `rounded`, `all_zero`, `scale`.
void judge_outlier(const Frame& frame, Verdict& verdict);
void judge_rounded(const Frame& frame, Verdict& verdict);
void judge_all_zero(const Frame& frame, Verdict& verdict);
void judge_scale(const Frame& frame, Verdict& verdict);

} // namespace bilan::intake
