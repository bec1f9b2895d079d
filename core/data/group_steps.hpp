// SPDX-License-Identifier: MPL-2.0
//
// What is done with groups once their figures are there: put in order, ranked, set against their whole or against the
// year before. Figures that come out keep base, unknowns and sources. Pure; any thread.
#pragma once

#include "data/query.hpp"

namespace bilan::data {

/// Ordered by one column of figures; unknown ones last in both directions, equal ones as they were.
[[nodiscard]] Groups sorted(const Groups& groups, std::size_t column, bool is_descending);
/// Ordered by one key as `order` has its values; unknown ones last in both directions, equal ones as they were.
[[nodiscard]] Groups sorted_by_key(const Groups& groups, std::size_t key, const std::vector<Key>& order,
                                   bool is_descending);
/// The first ones.
[[nodiscard]] Groups first_of(const Groups& groups, std::size_t most);

/// A further column: 1 for the greatest (or least) figure; equal figures have one rank, as in sport: 1, 2, 2, 4. An
/// unknown figure has no rank, and its cause.
[[nodiscard]] Groups ranked(const Groups& groups, std::size_t column, std::string name, bool is_descending);

/// A further column: each figure over `whole`, a rate.
[[nodiscard]] Groups with_shares(const Groups& groups, std::size_t column, std::string name, const Figure& whole);

struct Comparison {
    std::vector<std::string> by;
    std::vector<std::pair<std::string, Measure>> measures;
    /// Below this coverage on either side there is no change to speak of.
    double least_coverage = 0.8;
    ListKeys lists = ListKeys::each_item;
};

/// For each measure `m`: `m`, `m_before`, `m_change` (points for rates) and `m_growth` (a rate; not of rates). A change
/// is nothing where it does not compare: a side that is unknown (its cause), without rows (`not_applicable`), or known
/// too little (`not_available`). Groups of `now` first, then those that are gone.
[[nodiscard]] Groups compare(const Query& now, const Query& before, const Comparison& options);

} // namespace bilan::data
