// SPDX-License-Identifier: MPL-2.0
//
// What the last row of a table is called, and what is said of it: « Total » under a column of maxima would be read as
// their sum. Pure; one thread.
#pragma once

#include "data/query.hpp"
#include "script/api/objects.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace bilan::script {

class TotalWords {
public:
    /// One column whose cell in the last row is the measure over all rows. `is_repeated`: rows stand in several groups,
    /// so that the groups add up to more than there is.
    void take(const data::Measure& measure, const base::Words& header, bool is_repeated);

    /// « Total » where at least one column adds up and the others are rates, which nobody takes for a sum; else
    /// « Ensemble ».
    [[nodiscard]] base::Words label() const;
    /// Which columns are what, « maximum («\u00A0Coût\u00A0») »; nothing where every cell is what its place says.
    [[nodiscard]] std::optional<base::Words> note() const;

private:
    std::vector<std::pair<base::Words, std::vector<base::Words>>> apart_; ///< what, and the headers
    bool has_sums_ = false;
    bool has_rates_ = false;
};

/// True where rows of a list field stand in several of the groups whose figures these are.
[[nodiscard]] bool is_repeated(const std::vector<data::Figure>& figures, const data::Figure& whole);

/// Of a crossing, whose last column is named as its last row.
[[nodiscard]] TotalWords words_of_totals(const CrossingObject& crossing);

} // namespace bilan::script
