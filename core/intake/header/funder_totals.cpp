// SPDX-License-Identifier: MPL-2.0
#include "intake/header/funder_totals.hpp"

#include "intake/header/context.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace bilan::intake {

namespace {

constexpr double asked = 0.7; ///< below `sure`: not read

/// The money of one funder: what it was asked, or what it gives.
const data::Field* funder_at(const Candidates& candidates, std::size_t at)
{
    if (candidates[at].empty() || candidates[at].front().confidence < sure) return nullptr;
    const data::Field& field = *candidates[at].front().field;
    const bool is_of_funder = field.id.starts_with("fin_") || field.id.ends_with("_p147");
    return field.type == data::FieldType::euro && is_of_funder ? &field : nullptr;
}

bool says_total(const HeaderColumn& header)
{
    return std::ranges::find(header.leaf().tokens, "total") != header.leaf().tokens.end();
}

/// « Total » and nothing more, « Montant total ».
bool is_bare_total(const HeaderColumn& header)
{
    return says_total(header) && header.leaf().aside.empty() &&
           std::ranges::all_of(header.leaf().tokens, [](const std::string& token) { return is_weak(token); });
}

/// « Total État »: all its purses, where « Total P147 » is that of one.
bool is_total_of_state(const HeaderColumn& header)
{
    return says_total(header) && header.leaf().aside.empty() &&
           std::ranges::all_of(header.leaf().tokens,
                               [](const std::string& token) { return token == "etat" || is_weak(token); });
}

bool are_of_one_group(const HeaderColumn& left, const HeaderColumn& right)
{
    return left.levels.size() > 1 && left.levels.size() == right.levels.size() &&
           std::equal(left.levels.begin(), left.levels.end() - 1, right.levels.begin());
}

/// The columns that it may add up: the funders of its group; without one, all that claim its field or stand before it.
std::vector<std::size_t> parts_of(const std::vector<HeaderColumn>& headers, const Candidates& candidates,
                                  std::size_t whole)
{
    const bool is_grouped = headers[whole].levels.size() > 1;
    std::vector<std::size_t> parts;
    for (std::size_t at = whole; at-- > 0;) {
        const bool is_beside =
            funder_at(candidates, at) != nullptr && !says_total(headers[at]) &&
            (is_grouped ? are_of_one_group(headers[at], headers[whole]) : headers[at].words.size() == 1);
        if (!is_beside) break;
        parts.push_back(at);
    }
    return parts;
}

/// The nearest of them, one or more, add up to it.
bool adds_up(const std::vector<HeaderColumn>& headers, const std::vector<std::size_t>& parts, std::size_t whole)
{
    double sum = 0;
    return std::ranges::any_of(parts, [&](std::size_t at) {
        sum += headers[at].content.sum;
        return std::abs(sum - headers[whole].content.sum) < 1;
    });
}

} // namespace

void settle_funder_totals(const std::vector<HeaderColumn>& headers, Candidates& candidates)
{
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const data::Field* const field = headers[at].has_header() ? funder_at(candidates, at) : nullptr;
        if (field == nullptr) continue;
        const std::vector<std::size_t> parts = parts_of(headers, candidates, at);
        const bool is_rival = std::ranges::any_of(
            parts, [&](std::size_t part) { return candidates[part].front().field->id == field->id; });
        const bool is_whole = headers[at].levels.size() > 1 ? is_bare_total(headers[at]) && !parts.empty()
                                                            : is_total_of_state(headers[at]) && is_rival;
        if (!is_whole) continue;
        const std::string& path = headers[at].path;
        Candidate set_aside = candidates[at].front();
        set_aside.confidence = asked;
        if (adds_up(headers, parts, at))
            set_aside.reason = {"BIL-288", {path}};
        else
            set_aside.reason = {"BIL-060", {path, headers[parts.back()].path, headers[parts.front()].path}};
        candidates[at].assign(1, set_aside);
    }
}

} // namespace bilan::intake
