// SPDX-License-Identifier: MPL-2.0
//
// The error that ends a report, with what its script had said until then: `print` is how one looks for a mistake. Value
// type; any thread.
#pragma once

#include "base/error.hpp"
#include "script/report.hpp"

#include <utility>
#include <vector>

namespace bilan::script {

class FailedReport : public base::Error {
public:
    FailedReport(const base::Error& error, std::vector<JournalLine> journal)
        : base::Error(error), journal_(std::move(journal))
    {
    }

    [[nodiscard]] const std::vector<JournalLine>& journal() const { return journal_; }

private:
    std::vector<JournalLine> journal_;
};

} // namespace bilan::script
