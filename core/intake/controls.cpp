// SPDX-License-Identifier: MPL-2.0
#include "intake/controls.hpp"

#include "intake/control_finding.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

/// The rows that rules of one id broke, and the fields that they compared.
struct Broke {
    const data::Control* control = nullptr;
    std::vector<std::string> compared;
    std::set<std::uint32_t> rows;
};

/// « QPV + poches ≤ total » where « QPV ≤ total » is broken in the same row says the same again.
void drop_said(const data::Control& control, Verdict& verdict, const std::vector<Broke>& before)
{
    if (control.kind != "sum_at_most") return;
    const auto is_said = [&](const Broken& broken) {
        return std::ranges::any_of(before, [&](const Broke& other) {
            return other.control->id == control.id && other.control->whole == control.whole &&
                   other.rows.contains(broken.row) &&
                   std::ranges::all_of(other.compared, [&](const std::string& field) {
                       return std::ranges::find(verdict.compared, field) != verdict.compared.end();
                   });
        });
    };
    std::erase_if(verdict.broken, is_said);
}

} // namespace

ControlReport run_controls(const std::shared_ptr<const data::Dataset>& dataset, const data::Domain& domain,
                           std::optional<int> year)
{
    ControlReport report;
    std::vector<Broke> before;
    for (const data::Control& control : dataset->schema().controls) {
        Verdict verdict = judge(dataset, domain, control, year);
        drop_said(control, verdict, before);
        if (control.kind == "at_most") {
            Broke& broke = before.emplace_back(Broke{&control, verdict.compared, {}});
            for (const Broken& broken : verdict.broken) broke.rows.insert(broken.row);
        }
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
