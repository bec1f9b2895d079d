// SPDX-License-Identifier: MPL-2.0
#include "intake/header/settle_funders.hpp"

#include "intake/header/place_codes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

constexpr double asked = 0.7; ///< below `sure`: a question

bool is_sure(const std::vector<Candidate>& candidates)
{
    return !candidates.empty() && candidates.front().confidence >= sure;
}

bool is_amount(const std::vector<Candidate>& candidates)
{
    return is_sure(candidates) && candidates.front().field->type == data::FieldType::euro;
}

bool is_beside_amount(const Candidates& candidates, std::size_t at)
{
    return (at > 0 && is_amount(candidates[at - 1])) || (at + 1 < candidates.size() && is_amount(candidates[at + 1]));
}

Beside beside(const std::vector<HeaderColumn>& headers, std::size_t at)
{
    const bool has_commitments = std::ranges::any_of(headers, [](const HeaderColumn& header) {
        return header.has_header() && (header.leaf().folded == "ae" || header.leaf().folded == "engage");
    });
    if (has_commitments) return Beside::commitments;
    const auto is_place = [&](std::size_t other) {
        return headers[other].has_header() && names_place(headers[other].leaf());
    };
    const bool is_beside = (at > 0 && is_place(at - 1)) || (at + 1 < headers.size() && is_place(at + 1));
    return is_beside ? Beside::place : Beside::nothing;
}

/// « CP » beside « Ville »: no money.
void settle_postcodes(const std::vector<HeaderColumn>& headers, std::size_t at, std::vector<Candidate>& own)
{
    const PlaceCodes codes = postcodes(headers[at], beside(headers, at));
    if (codes == PlaceCodes::surely)
        std::erase_if(own, [](const Candidate& one) { return one.field->type == data::FieldType::euro; });
    if (codes == PlaceCodes::perhaps)
        for (Candidate& one : own) one.confidence = std::min(one.confidence, asked);
}

/// « Commune » among « CAF » and « Région », with numbers in its cells: amounts, not places, unless they may be codes.
/// People are no places: « Public réalisé » beside a cost counts them.
void settle_place(const HeaderColumn& header, std::vector<Candidate>& own)
{
    const auto amount = std::ranges::find_if(own, [](const Candidate& candidate) {
        return candidate.field->type == data::FieldType::euro &&
               (candidate.confidence >= sure || candidate.field->id.starts_with("fin_"));
    });
    const bool is_open = amount != own.end() && amount != own.begin() &&
                         own.front().field->type != data::FieldType::count &&
                         header.content.is_mostly(header.content.numbers);
    if (!is_open) return;
    if (amount->confidence >= sure) {
        std::rotate(own.begin(), amount, amount + 1);
        own.resize(1);
        return;
    }
    const std::string_view place = std::string_view(amount->field->id).substr(std::string_view("fin_").size());
    if (place_codes(header.content, place) == PlaceCodes::perhaps)
        for (Candidate& one : own) one.confidence = std::min(one.confidence, asked);
}

/// The least amount of the other columns of money is ten times what the column holds at most.
bool are_all_larger(const std::vector<HeaderColumn>& headers, const Candidates& candidates, std::size_t at)
{
    constexpr double times = 10;
    bool has_others = false;
    for (std::size_t other = 0; other < candidates.size(); ++other) {
        if (other == at || !is_amount(candidates[other])) continue;
        for (const double amount : headers[other].content.some_numbers) {
            if (amount > 0 && amount < times * headers[at].content.largest) return false;
            has_others = has_others || amount > 0;
        }
    }
    return has_others;
}

/// « Région » over 42, 38, 38 and 69, where every other amount is in the thousands or no other funder stands beside it:
/// departments as likely as euros.
void settle_departments(const std::vector<HeaderColumn>& headers, Candidates& candidates, std::size_t at)
{
    const auto is_funder = [&](std::size_t other) {
        return other < candidates.size() && is_sure(candidates[other]) &&
               candidates[other].front().field->id.starts_with("fin_");
    };
    std::vector<Candidate>& own = candidates[at];
    const bool is_place =
        is_funder(at) && (own.front().field->id == "fin_region" || own.front().field->id == "fin_departement");
    const bool is_bare =
        is_place && headers[at].words.size() == 1 && headers[at].leaf().tokens.size() == 1 && headers[at].unit.empty();
    if (!is_bare || !may_be_departments(headers[at].content)) return;
    const bool is_among = is_funder(at + 1) || (at > 0 && is_funder(at - 1));
    if (is_among && !are_all_larger(headers, candidates, at)) return;
    for (Candidate& one : own) one.confidence = std::min(one.confidence, asked);
}

/// « Total financements » that holds all funders but the « Autofinancement » beside it is not all income: a question.
void settle_total_without_own_funds(const std::vector<HeaderColumn>& headers, Candidates& candidates)
{
    double funders = 0;
    double own_funds = 0;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (!is_amount(candidates[at])) continue;
        const std::string& id = candidates[at].front().field->id;
        if (id == "fin_autofinancement")
            own_funds += headers[at].content.sum;
        else if (id == "accorde_p147" || (id.starts_with("fin_") && !id.ends_with("_demande")))
            funders += headers[at].content.sum;
    }
    for (std::size_t at = 0; at < candidates.size() && own_funds > 0 && funders > 0; ++at) {
        const bool is_total = is_amount(candidates[at]) && candidates[at].front().field->id == "total_produits";
        if (is_total && std::abs(headers[at].content.sum - funders) < 1)
            for (Candidate& one : candidates[at]) one.confidence = std::min(one.confidence, asked);
    }
}

/// « CR » among « CAF » and « Ville » is the Région; by itself it may be the report of an action.
void settle_short_name(const std::vector<HeaderColumn>& headers, Candidates& candidates, std::size_t at)
{
    const auto is_money = [&](std::size_t other) {
        return other < candidates.size() && is_amount(candidates[other]) && headers[other].leaf().folded != "cr";
    };
    const bool is_short = is_sure(candidates[at]) && headers[at].has_header() && headers[at].leaf().folded == "cr";
    if (!is_short || is_money(at + 1) || (at > 0 && is_money(at - 1))) return;
    for (Candidate& one : candidates[at]) one.confidence = std::min(one.confidence, asked);
}

/// One level says the word, the others nothing but years.
bool is_called(const HeaderColumn& header, std::string_view word)
{
    return std::ranges::any_of(header.words, [&](const HeaderWords& words) { return words.folded == word; }) &&
           std::ranges::all_of(header.words,
                               [&](const HeaderWords& words) { return words.folded == word || words.tokens.empty(); });
}

bool says_accounts(const HeaderWords& words)
{
    return words.folded == "ca";
}

/// « CA » beside « BP », or where the schema reads it by itself: the accounts of a year, and nobody's money.
void settle_accounts(const std::vector<HeaderColumn>& headers, Candidates& candidates)
{
    constexpr std::array<std::string_view, 6> budgets{"bp",    "budget primitif", "budget previsionnel",
                                                      "prevu", "previsionnel",    "budget prevu"};
    const bool says_budget = std::ranges::any_of(headers, [&](const HeaderColumn& header) {
        return std::ranges::any_of(budgets, [&](std::string_view budget) { return is_called(header, budget); });
    });
    const bool has_budget = says_budget || std::ranges::any_of(candidates, [](const std::vector<Candidate>& own) {
                                return is_sure(own) && own.front().field->id == "montant_prevu";
                            });
    const auto is_funder = [&](std::size_t at) {
        return is_sure(candidates[at]) && candidates[at].front().field->id.starts_with("fin_");
    };
    const auto is_realised = [](const Candidate& one) { return one.field->id == "montant_realise"; };
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        std::vector<Candidate>& own = candidates[at];
        if (!headers[at].has_header() || std::ranges::none_of(headers[at].words, says_accounts)) continue;
        const bool may_be_accounts = has_budget || std::ranges::any_of(own, is_realised);
        const bool is_among = (at > 0 && is_funder(at - 1)) || (at + 1 < candidates.size() && is_funder(at + 1));
        if (!has_budget && is_among && may_be_accounts) // the « communauté d'agglomération » as likely
            for (Candidate& one : own) one.confidence = std::min(one.confidence, asked);
        else if (may_be_accounts && is_called(headers[at], "ca"))
            std::erase_if(own, [](const Candidate& one) { return one.field->id.starts_with("fin_epci"); });
    }
}

/// « Usagers » between « CAF » and « Autres » is what they pay, though it counts people elsewhere. At the end of the
/// funders it is either, unless its cells are plainly amounts.
void settle_users(const std::vector<HeaderColumn>& headers, Candidates& candidates, std::size_t at)
{
    const auto is_funder = [&](std::size_t other) {
        return other < candidates.size() && is_sure(candidates[other]) &&
               (candidates[other].front().field->id.starts_with("fin_") ||
                candidates[other].front().field->id == "accorde_p147");
    };
    std::vector<Candidate>& own = candidates[at];
    const auto amount = std::ranges::find_if(own, [](const Candidate& one) { return one.field->id == "fin_usagers"; });
    const bool is_open = amount != own.end() && amount != own.begin() && amount->confidence >= sure &&
                         own.front().field->type == data::FieldType::count && headers[at].has_header() &&
                         headers[at].words.size() == 1;
    const bool has_before = at > 0 && is_funder(at - 1);
    if (!is_open || (!has_before && !is_funder(at + 1))) return;
    const ContentProfile& content = headers[at].content;
    const bool are_amounts = content.fractions > 0 || content.is_mostly(content.round);
    if (are_amounts || (has_before && is_funder(at + 1)))
        std::rotate(own.begin(), amount, amount + 1);
    else
        for (Candidate& one : own) one.confidence = std::min(one.confidence, asked);
}

/// « CAF » over « NC » alone, among funders with amounts: a funder whose amounts nobody knows. Left out, the others
/// would look like all of the money.
void settle_without_numbers(const std::vector<HeaderColumn>& headers, Candidates& candidates, std::size_t at)
{
    const auto is_funder = [&](std::size_t other) {
        return is_amount(candidates[other]) && headers[other].content.numbers > 0 &&
               candidates[other].front().field->id.starts_with("fin_");
    };
    std::vector<Candidate>& own = candidates[at];
    const bool is_open = !own.empty() && own.front().confidence < sure && own.front().field->id.starts_with("fin_") &&
                         headers[at].has_header() && headers[at].words.size() == 1 &&
                         headers[at].leaf().tokens.size() == 1 && headers[at].content.filled == 0;
    if (!is_open) return;
    const bool is_among = (at > 0 && is_funder(at - 1)) || (at + 1 < candidates.size() && is_funder(at + 1));
    if (is_among) own.front().confidence = sure;
}

} // namespace

void settle_funders(const std::vector<HeaderColumn>& headers, Candidates& candidates)
{
    settle_accounts(headers, candidates);
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        settle_postcodes(headers, at, candidates[at]);
        if (is_beside_amount(candidates, at)) settle_place(headers[at], candidates[at]);
    }
    settle_total_without_own_funds(headers, candidates);
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        settle_departments(headers, candidates, at);
        settle_short_name(headers, candidates, at);
        settle_users(headers, candidates, at);
        settle_without_numbers(headers, candidates, at);
    }
}

} // namespace bilan::intake
