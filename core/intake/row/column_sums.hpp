// SPDX-License-Identifier: MPL-2.0
//
// What the numbers of one column add up to, over the stretches that a total may mean. One thread.
#pragma once

#include "intake/draft.hpp"

#include <cmath>
#include <string>

namespace bilan::intake {

/// Sums of one column over the stretches that a total may mean.
struct Sums {
    double all = 0;
    double since_total = 0;
    double since_break = 0; ///< since the last total, subtotal or title
    double of_subtotals = 0;
    double above = 0; ///< in the tables above, on the same sheet: « Total général » below one table a year
    bool has_subtotals = false;
    bool has_above = false;

    void add(double number)
    {
        all += number;
        since_total += number;
        since_break += number;
    }
    [[nodiscard]] double whole() const { return above + all; }
    [[nodiscard]] bool explains(double total, double allowed) const
    {
        const auto is_near = [&](double sum) { return std::abs(sum - total) <= allowed; };
        return is_near(all) || is_near(since_total) || is_near(since_break) ||
               (has_subtotals && is_near(of_subtotals)) || (has_above && is_near(whole()));
    }
};

/// Adds what the tables read before, on the same sheet and of the same schema, say of the measure.
void add_above(const TakeIn& take_in, const TableDraft& draft, const std::string& field, Sums& sums);

} // namespace bilan::intake
