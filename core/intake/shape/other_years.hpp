// SPDX-License-Identifier: MPL-2.0
//
// Years of a title that are those of something else than its figures: a law, a census, the map of the quarters. Pure
// functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

struct KeptYears {
    std::string text;         ///< the title without those years
    bool is_doubtful = false; ///< one of them was that of no day: « QPV 2024 » may be the exercise for all that is said
};

/// `folded`: base::fold of a title or of the name of a sheet. `speaks_of_exercise`: it says « bilan », « programmation
/// ».
[[nodiscard]] KeptYears without_other_years(std::string_view folded, bool speaks_of_exercise);

} // namespace bilan::intake
