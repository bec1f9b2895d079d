// SPDX-License-Identifier: MPL-2.0
//
// The records of one table as columns of values: wide columns turned into rows, merged cells filled down, continuation
// rows appended, titles and sheet names given to their rows. One thread.
#pragma once

#include "intake/shape/wide_records.hpp"

#include <vector>

namespace bilan::intake {

/// All values of a table; what was converted or doubted goes to the findings.
[[nodiscard]] data::TableValues values_of(const TakeIn& take_in, const TableDraft& draft,
                                          const std::vector<Record>& records, const WideColumns& wide);

} // namespace bilan::intake
