// SPDX-License-Identifier: MPL-2.0
#include "intake/header/assignment.hpp"

#include <algorithm>
#include <utility>

namespace bilan::intake {

namespace {

double claimed(const Claim& claim)
{
    return claim.next < claim.candidates.size() ? claim.candidates[claim.next].confidence : 0;
}

} // namespace

void Assignment::run(std::vector<Claim> claims)
{
    while (true) {
        const auto best = std::max_element(claims.begin(), claims.end(), [](const Claim& left, const Claim& right) {
            return claimed(left) < claimed(right);
        });
        if (best == claims.end() || claimed(*best) < sure) return;
        take(*best);
    }
}

void Assignment::hold(std::size_t column)
{
    MappedColumn& held = mapping_->columns[column];
    const auto rival = holder_of(held.field->id);
    if (rival == holders_.end()) return holders_.push_back(column);
    held.outcome = Outcome::duplicate;
    held.rival = static_cast<std::uint32_t>(*rival);
    held.suggestions = {held.field->id};
}

void Assignment::hold_together(std::size_t column)
{
    const auto rival = holder_of(mapping_->columns[column].field->id);
    if (rival != holders_.end() && mapping_->columns[*rival].outcome == Outcome::mapped) return hold(column);
    holders_.push_back(column);
}

std::vector<std::size_t>::iterator Assignment::holder_of(const std::string& field)
{
    return std::find_if(holders_.begin(), holders_.end(),
                        [&](std::size_t holder) { return mapping_->columns[holder].field->id == field; });
}

void Assignment::take(Claim& claim)
{
    MappedColumn& column = mapping_->columns[claim.column];
    const Candidate& candidate = claim.candidates[claim.next];
    const auto rival = holder_of(candidate.field->id);
    if (rival == holders_.end()) {
        column.outcome = Outcome::mapped;
        column.field = candidate.field;
        column.confidence = candidate.confidence;
        column.reason = candidate.reason;
        column.near = candidate.reason.code == "BIL-265" || candidate.is_doubtful;
        column.suggestions.clear();
        holders_.push_back(claim.column);
        claim.next = claim.candidates.size();
        return;
    }
    if (column.outcome != Outcome::duplicate) {
        column.outcome = Outcome::duplicate;
        column.rival = static_cast<std::uint32_t>(*rival);
        column.suggestions = {candidate.field->id};
    }
    // Only a second meaning that the header says by itself is worth taking then.
    ++claim.next;
    while (claim.next < claim.candidates.size() && claimed(claim) < 0.9) claim.next = claim.candidates.size();
}

} // namespace bilan::intake
