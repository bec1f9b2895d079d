// SPDX-License-Identifier: MPL-2.0
#include "intake/header/sexes_of_whole.hpp"

#include "intake/header/context.hpp"

#include <algorithm>
#include <optional>

namespace bilan::intake {

namespace {

bool counts_everywhere(const HeaderColumn& header)
{
    return header.content.filled > 0 && header.content.numbers == header.content.filled && header.content.sum > 0;
}

} // namespace

bool are_sexes_of_whole(const std::vector<HeaderColumn>& headers, const std::vector<std::vector<Candidate>>& candidates,
                        std::size_t at)
{
    constexpr std::uint32_t fewest_rows = 2; // one row may add up by chance
    const auto field_at = [&](std::size_t column) -> const data::Field* {
        const bool is_sure = !candidates[column].empty() && candidates[column].front().confidence >= sure;
        return is_sure ? &*candidates[column].front().field : nullptr;
    };
    const auto says_sex = [&](std::size_t column) {
        return headers[column].has_header() && std::ranges::any_of(headers[column].leaf().tokens, names_sex);
    };
    const data::Field* const own = field_at(at);
    if (own == nullptr || own->parent.empty() || !says_sex(at)) return false;
    std::optional<std::size_t> other;
    std::optional<std::size_t> whole;
    for (std::size_t column = 0; column < headers.size(); ++column) {
        const data::Field* const field = field_at(column);
        if (field == nullptr || column == at) continue;
        if (field->id == own->parent) whole = column;
        if (says_sex(column) && field->parent == own->parent && field->id != own->id) other = column;
    }
    if (!other || !whole) return false;
    const ContentProfile& all = headers[*whole].content;
    const bool is_complete = counts_everywhere(headers[at]) && counts_everywhere(headers[*other]) &&
                             counts_everywhere(headers[*whole]) && all.filled >= fewest_rows &&
                             headers[at].content.filled == all.filled && headers[*other].content.filled == all.filled;
    return is_complete && headers[at].content.sum + headers[*other].content.sum == all.sum;
}

} // namespace bilan::intake
