// SPDX-License-Identifier: MPL-2.0
#include "data/chosen_rows.hpp"

#include "data/program.hpp"

#include <algorithm>
#include <cstddef>

namespace bilan::data {

std::span<const std::uint32_t> ChosenRows::of(const Sources& sources)
{
    const std::span<const std::uint32_t> rows =
        sources->groups == nullptr ? std::span(*sources->rows) : group_of(sources);
    if (sources->restriction == nullptr || rows.empty()) return rows;
    kept_ = rows_where(*sources->dataset, *sources->restriction, rows);
    return kept_;
}

std::span<const std::uint32_t> ChosenRows::group_of(const Sources& sources)
{
    if (rows_ != sources->rows || groups_ != sources->groups) {
        tell_apart(*sources->rows, *sources->groups);
        rows_ = sources->rows;
        groups_ = sources->groups;
    }
    if (std::size_t{sources.group} + 1 >= starts_.size()) return {};
    const std::uint32_t first = starts_[sources.group];
    return std::span(by_group_).subspan(first, starts_[sources.group + 1] - first);
}

/// By counting, so that the rows of a group keep their order.
void ChosenRows::tell_apart(const Numbers& rows, const Numbers& groups)
{
    const std::uint32_t count = groups.empty() ? 0 : *std::ranges::max_element(groups) + 1;
    starts_.assign(std::size_t{count} + 1, 0);
    for (const std::uint32_t group : groups) ++starts_[group + 1];
    for (std::uint32_t group = 0; group < count; ++group) starts_[group + 1] += starts_[group];
    by_group_.resize(groups.size());
    Numbers next(starts_.begin(), starts_.end() - 1);
    for (std::size_t at = 0; at < groups.size(); ++at) by_group_[next[groups[at]]++] = rows[at];
}

} // namespace bilan::data
