// SPDX-License-Identifier: MPL-2.0
//
// What each kind of control makes of a dataset: the rows it could judge and those that break it. Inner header of
// intake/. Pure, any thread.
//
// Kinds beside those that data/schema.hpp describes:
// - `agrees`: rows that agree in all of `parts` have the same `whole`
// - `repeats`: rows that agree in all of `parts` do not have one `whole`; said once for all that have it
// - `outlier`: parts[0] / `whole` is at most q3 + 3 interquartile ranges of all rows (eight or more)
// - `rounded`: not all of the `whole` of a table (five or more) are multiples of `limit`
// - `all_zero`: not all of the `whole` of a table (five or more) are 0
// - `scale`: the median of `whole` / part in a table is less than `limit` times off: no column is in another unit
// - `quarters_add_up`: the quarters of a row make the total beside them; judged while reading (shape/wholes)
// - `says_more`: texts of `parts` are there and say more than `words`, in the rows where the expression is true
// Of a sum, an unknown part is at least nothing: where the known ones alone exceed the whole, the rule is broken.
// For `unique`, `repeats` and `agrees`, lists agree where they share an item; numbers below `limit` are not compared.
#pragma once

#include "data/query.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

/// A row that breaks a control.
struct Broken {
    std::uint32_t row = 0;
    std::optional<double> sum;               ///< of the parts, for the kinds that add up
    std::optional<std::uint32_t> other_row;  ///< the earlier row that this one repeats
    std::vector<std::uint32_t> later_rows{}; ///< that repeat it too and are said with it
    std::vector<std::string> fields{};       ///< of those compared, the ones that break it; empty: all
};

struct Verdict {
    std::uint64_t judged = 0;
    std::vector<Broken> broken;
    std::vector<std::string> compared; ///< fields, parts before whole, patterns such as `age_*` spelt out
};

/// `year` is what the name `exercice_bilan` stands for in the expression of a `condition`; without it such a condition
/// judges no row.
[[nodiscard]] Verdict judge(const std::shared_ptr<const data::Dataset>& dataset, const data::Domain& domain,
                            const data::Control& control, std::optional<int> year);

} // namespace bilan::intake
