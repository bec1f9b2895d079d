// SPDX-License-Identifier: MPL-2.0
//
// The terms that an expression adds, where some stand once a row of the partner and others once a record: « QPV + hors
// QPV » with a column for each quarter. Inner header of data/. One thread.
#pragma once

#include "data/once.hpp"
#include "data/program.hpp"

#include <memory>
#include <span>
#include <vector>

namespace bilan::data {

class Terms {
public:
    /// `expression` gives numbers.
    Terms(const Dataset& dataset, const ExpressionPointer& expression);

    /// Some are repeated where others are not: then they are added one by one.
    [[nodiscard]] bool are_mixed() const { return !terms_.empty(); }
    [[nodiscard]] bool is_never_negative() const { return whole_.is_never_negative(); }
    /// False for nearly all datasets.
    [[nodiscard]] bool may_repeat() const { return once_ != nullptr || !terms_.empty(); }
    /// One at least is repeated in the row's table.
    [[nodiscard]] bool repeat_in(std::uint32_t row) const;

    /// The values of the expression in a block of rows, of which `take` speaks then.
    Block run(std::span<const std::uint32_t> rows);
    /// The same where nobody takes.
    Block run_whole(std::span<const std::uint32_t> rows) { return whole_.run(rows); }
    /// What the row at `at` of the block adds to the group: without what the group has taken from its other records.
    /// REQUIRES: its state is a value. Takes it.
    [[nodiscard]] double take(std::size_t at, std::uint32_t row, std::uint32_t group);

private:
    struct Term {
        Program program;
        double sign = 1;
        std::shared_ptr<Once> once; ///< shared by terms of one field
        Block block{};
    };

    Program whole_;
    Block whole_block_{};
    std::unique_ptr<Once> once_; ///< of the whole, unless its terms are mixed; null: it is repeated nowhere
    std::vector<Term> terms_;    ///< none unless they are mixed
};

} // namespace bilan::data
