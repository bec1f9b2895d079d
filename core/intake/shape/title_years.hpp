// SPDX-License-Identifier: MPL-2.0
//
// The year that the titles above a table, or the name of its sheet, say its figures are of. Pure functions, any thread.
#pragma once

#include "intake/draft.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace bilan::intake {

struct TitledYear {
    std::optional<int> year;
    std::set<int> rivals;
    std::string said;    ///< the title or sheet name
    std::string doubted; ///< a title whose year may be of something else, where no other names one
};

/// `above`: what the tables above on the same sheet were titled with; it holds for one whose own titles name no year.
[[nodiscard]] TitledYear year_of(const TableDraft& draft, const TitledYear& above);
/// What the next table of the sheet has above it.
void add_year(TitledYear& above, const TitledYear& found);

/// The years written out in a folded text, ends of spans and the name of the contracts apart.
[[nodiscard]] std::set<int> years_in(std::string_view folded);
/// The one year that a text names: « BILAN 2023 ». A contract's span (« 2015-2022 ») is no year, nor are two years.
[[nodiscard]] std::optional<int> titled_year(std::string_view text);

} // namespace bilan::intake
