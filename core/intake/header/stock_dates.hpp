// SPDX-License-Identifier: MPL-2.0
//
// Columns of what is counted at a date, as job seekers are: « DEFM ABC T4 2022 », « DEFM ABC T4 2023 ». A year each,
// and never added up. Pure functions, any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <cstddef>
#include <vector>

namespace bilan::intake {

/// « DEFM ABC T4 2022 » is what « DEFM ABC » is, at the end of a quarter.
void settle_stock_dates(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates);

/// All these columns give one stock, each at the date that its header says.
[[nodiscard]] bool are_dates_of_a_stock(const std::vector<HeaderColumn>& headers,
                                        const std::vector<std::size_t>& columns, const Candidates& candidates);

} // namespace bilan::intake
