// SPDX-License-Identifier: MPL-2.0
#include "intake/header/list_beside.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>

namespace bilan::intake {

namespace {

/// The first of several columns right of an empty one whose cells end before those of the table do.
std::optional<std::uint32_t> shorter_list(const std::vector<HeaderColumn>& headers)
{
    constexpr std::size_t fewest = 2;
    for (std::size_t at = headers.size(); at-- > fewest;) {
        if (headers[at].column == headers[at - 1].column + 1) continue;
        const auto is_longest = [](const HeaderColumn& one, const HeaderColumn& other) {
            return one.content.filled < other.content.filled;
        };
        const auto right = headers.begin() + static_cast<std::ptrdiff_t>(at);
        const std::uint32_t rows = std::max_element(headers.begin(), right, is_longest)->content.filled;
        const std::uint32_t rows_right = std::max_element(right, headers.end(), is_longest)->content.filled;
        if (headers.size() - at >= fewest && rows_right < rows) return headers[at].column;
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

void yield_to_the_table(const MappingInput& input, Candidates& candidates)
{
    constexpr double asked = 0.7; // below `sure`: a question
    const std::optional<std::uint32_t> list = input.perhaps_list ? input.perhaps_list : shorter_list(*input.columns);
    if (!list) return;
    std::set<std::string> taken;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const bool is_of_list = (*input.columns)[at].column >= *list;
        if (!is_of_list && !candidates[at].empty() && candidates[at].front().confidence >= sure)
            taken.insert(candidates[at].front().field->id);
        if (!is_of_list) continue;
        for (Candidate& one : candidates[at])
            if (taken.contains(one.field->id)) one.confidence = std::min(one.confidence, asked);
    }
}

} // namespace bilan::intake
