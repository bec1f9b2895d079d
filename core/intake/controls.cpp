// SPDX-License-Identifier: MPL-2.0
#include "intake/controls.hpp"

#include "intake/control_finding.hpp"

#include <algorithm>
#include <optional>
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

/// A condition says what is wrong. One that nearly every row is in says, more likely, what must be true: then it finds
/// the right rows and leaves out the wrong ones, and nothing shows it.
/// Rules of bilan are known to be the right way round: those of a schema of the user's own are looked at.
std::optional<Finding> doubt_of(const data::Schema& schema, const data::Control& control, std::uint64_t judged,
                                std::uint64_t broken)
{
    constexpr std::uint64_t fewest = 3;
    constexpr double nearly_all = 0.8;
    if (schema.must_have.empty() || control.kind != "condition" || broken < fewest) return std::nullopt;
    if (static_cast<double>(broken) < nearly_all * static_cast<double>(judged)) return std::nullopt;
    Finding finding;
    finding.code = "BIL-090";
    finding.severity = data::Severity::alert;
    finding.is_of_control = true;
    finding.message = {finding.code, {control.id, std::to_string(broken), std::to_string(judged)}};
    return finding;
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
        if (auto doubt = doubt_of(dataset->schema(), control, verdict.judged, broken_rows))
            report.findings.push_back(std::move(*doubt));
        report.findings.reserve(report.findings.size() + verdict.broken.size());
        FindingTeller teller(*dataset, domain, control, verdict);
        for (const Broken& broken : verdict.broken) report.findings.push_back(teller.finding_of(broken));
    }
    return report;
}

} // namespace bilan::intake
