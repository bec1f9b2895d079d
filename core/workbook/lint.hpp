// SPDX-License-Identifier: MPL-2.0
//
// Checks a finished workbook before it is written: whatever a writer or a reader of the file could stumble on. A
// problem here is a bug of ours or of a script, never of a partner.
#pragma once

#include "base/message.hpp"

#include <bilan/workbook.hpp>

#include <string>
#include <vector>

namespace bilan::workbook {

struct LintProblem {
    std::string place; ///< `Synthèse › C12`, `T_emp_age`
    base::Message message;
};

[[nodiscard]] std::vector<LintProblem> lint(const Workbook& workbook);

} // namespace bilan::workbook
