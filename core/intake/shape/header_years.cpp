// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/header_years.hpp"

#include "intake/header/measures.hpp"

#include <cstddef>
#include <set>

namespace bilan::intake {

std::optional<HeaderYear> year_of_headers(const TableDraft& draft)
{
    constexpr std::size_t fewest = 2;
    std::set<int> years;
    std::size_t dated = 0;
    std::size_t undated = 0;
    std::string said;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (!is_read(column.outcome) || !column.field || !is_measure(*column.field)) continue;
        const HeaderColumn& header = draft.headers[at];
        (header.years.empty() ? undated : dated) += 1;
        years.insert(header.years.begin(), header.years.end());
        if (said.empty() && !header.years.empty()) said = header.path;
    }
    if (years.size() != 1 || dated < fewest || dated < undated) return std::nullopt;
    return HeaderYear{*years.begin(), said};
}

} // namespace bilan::intake
