// SPDX-License-Identifier: MPL-2.0
#include "intake/controls.hpp"

#include "intake/control_finding.hpp"

namespace bilan::intake {

ControlReport run_controls(const std::shared_ptr<const data::Dataset>& dataset, const data::Domain& domain,
                           std::optional<int> year)
{
    ControlReport report;
    for (const data::Control& control : dataset->schema().controls) {
        const Verdict verdict = judge(dataset, domain, control, year);
        std::size_t broken_rows = verdict.broken.size();
        if (control.kind == "condition")
            for (const Broken& broken : verdict.broken) broken_rows += broken.later_rows.size();
        report.runs.push_back({control.id, verdict.judged, broken_rows});
        report.findings.reserve(report.findings.size() + verdict.broken.size());
        FindingTeller teller(*dataset, domain, control, verdict);
        for (const Broken& broken : verdict.broken) report.findings.push_back(teller.finding_of(broken));
    }
    return report;
}

} // namespace bilan::intake
