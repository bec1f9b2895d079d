// SPDX-License-Identifier: MPL-2.0
#include "run/uncounted_tables.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bilan::run {

namespace {

intake::Finding finding_of(const FileResult& file, const Accounting& line, const script::ReportCard& card)
{
    const auto tables = std::ranges::count_if(file.reading.tables, [&](const intake::TableReading& table) {
        return table.schema == line.schema && table.rows_kept > 0;
    });
    intake::Finding finding;
    finding.code = "BIL-114";
    finding.severity = data::Severity::alert;
    finding.place.file = file.file.name;
    finding.done = intake::Done::set_aside;
    finding.message = {
        "BIL-114",
        {line.schema, std::to_string(tables), std::to_string(line.rows_kept), base::join(card.datasets, ", ")}};
    return finding;
}

} // namespace

void say_uncounted(Reading& reading, const script::ReportCard& card)
{
    if (card.datasets.empty()) return;
    std::set<std::string> files; // up to the one that is spoken of: findings stand in the order of the inputs
    for (const FileResult& file : reading.files) {
        files.insert(file.file.name);
        for (const Accounting& line : file.accounting) {
            const bool is_counted = std::ranges::find(card.datasets, line.schema) != card.datasets.end();
            if (is_counted || line.schema.empty() || line.rows_kept == 0) continue;
            const auto last =
                std::find_if(reading.findings.rbegin(), reading.findings.rend(),
                             [&](const intake::Finding& finding) { return files.contains(finding.place.file); });
            reading.findings.insert(last.base(), finding_of(file, line, card));
        }
    }
}

} // namespace bilan::run
