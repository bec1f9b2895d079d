// SPDX-License-Identifier: MPL-2.0
//
// Tables among the inputs that a report does not count, because they were read with a schema it does not read. One
// thread.
#pragma once

#include "run/reading.hpp"
#include "script/report.hpp"

namespace bilan::run {

/// One finding for each file and schema whose rows are not in the report's workbook; none for a report that reads its
/// tables by itself.
void say_uncounted(Reading& reading, const script::ReportCard& card);

} // namespace bilan::run
