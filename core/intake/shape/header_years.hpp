// SPDX-License-Identifier: MPL-2.0
//
// « BP 2023 » beside « CA 2023 »: the year that the headers of a table say its figures are of. Pure functions, any
// thread.
#pragma once

#include "intake/draft.hpp"

#include <optional>
#include <string>

namespace bilan::intake {

struct HeaderYear {
    int year = 0;
    std::string said; ///< the first header that says it
};

/// Where two measures or more are dated, all of one year, and no fewer measures are undated: nothing else.
[[nodiscard]] std::optional<HeaderYear> year_of_headers(const TableDraft& draft);

} // namespace bilan::intake
