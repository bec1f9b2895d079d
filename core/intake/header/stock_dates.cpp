// SPDX-License-Identifier: MPL-2.0
#include "intake/header/stock_dates.hpp"

#include "intake/header/measures.hpp"
#include "intake/header/periods.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace bilan::intake {

void settle_stock_dates(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr double without_its_period = 0.9;
    const std::vector<HeaderColumn>& headers = *input.columns;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if ((*input.personal)[at] || surest_measure(candidates[at]) != nullptr) continue;
        const std::optional<PeriodHeader> cut = cut_period(headers[at]);
        if (!cut) continue;
        std::optional<Candidate> measure = measure_in_period(input, schema, headers[at], *cut);
        if (!measure || !measure->field->stock) continue;
        measure->confidence = std::min(measure->confidence, without_its_period);
        measure->is_doubtful = true;
        measure->reason = {"BIL-037", {headers[at].path, measure->field->id}};
        candidates[at] = {*std::move(measure)};
    }
}

bool are_dates_of_a_stock(const std::vector<HeaderColumn>& headers, const std::vector<std::size_t>& columns,
                          const Candidates& candidates)
{
    return std::ranges::all_of(columns, [&](std::size_t at) {
        const bool says_date = !headers[at].years.empty() || cut_period(headers[at]).has_value();
        return says_date && candidates[at].front().field->stock;
    });
}

} // namespace bilan::intake
