// SPDX-License-Identifier: MPL-2.0
#include "intake/header/bare_amounts.hpp"

#include "intake/header/context.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

namespace {

constexpr double question = sure - 0.05;
constexpr double worth_a_look = 0.8;

bool is_bare_amount(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 2> names{"montant", "subvention"};
    if (header.words.size() != 1 || header.leaf().tokens.empty() || header.leaf().is_rate) return false;
    return std::ranges::all_of(
        header.leaf().tokens, [&](const std::string& token) { return std::ranges::find(names, token) != names.end(); });
}

/// « Subvention » is money given, or at least asked of who gives it; « Montant » may be any.
bool says_grant(const HeaderColumn& header)
{
    return std::ranges::find(header.leaf().tokens, "subvention") != header.leaf().tokens.end();
}

/// Headers of the decree 2017-779, or the part of the grant that is the beneficiary's.
bool is_data_on_grants(const std::vector<HeaderColumn>& headers, const Candidates& candidates)
{
    constexpr std::array<std::string_view, 6> headings{"nomattribuant",  "idattribuant",        "referencedecision",
                                                       "nom attribuant", "nom de l'attribuant", "dateconvention"};
    const auto is_heading = [&](const HeaderColumn& header) {
        return header.has_header() && std::ranges::find(headings, header.leaf().folded) != headings.end();
    };
    const auto is_part = [](const std::vector<Candidate>& own) {
        return !own.empty() && own.front().confidence >= sure && own.front().field->id == "part_beneficiaire";
    };
    return std::ranges::any_of(headers, is_heading) || std::ranges::any_of(candidates, is_part);
}

bool names_a_funder(const HeaderColumn& header)
{
    return header.has_header() && std::ranges::any_of(header.leaf().tokens, [](const std::string& token) {
               return token == "financeur" || token == "cofinanceur";
           });
}

/// Money of an action that says whose or what it is; its whole cost says neither.
bool is_told_amount(const std::vector<Candidate>& own)
{
    if (own.empty() || own.front().confidence < sure) return false;
    constexpr std::array<std::string_view, 6> kinds{"montant_", "accorde", "demande", "fin_", "propose", "realise"};
    const std::string& id = own.front().field->id;
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return id.starts_with(kind); });
}

bool names_state(const HeaderColumn& header)
{
    return std::ranges::any_of(header.words, [](const HeaderWords& words) {
        return words.plain.find("147") != std::string::npos || words.plain.find("etat") != std::string::npos;
    });
}

/// « Financeur » beside « Accordé », where a schema knows of one funder only: each row has its own.
void question_amounts_of_others(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema,
                                Candidates& candidates)
{
    const bool has_funders = std::ranges::any_of(headers, [](const HeaderColumn& header) {
        return names_a_funder(header) && header.words.size() == 1 && header.leaf().tokens.size() == 1 &&
               header.content.is_mostly(header.content.texts);
    });
    if (!has_funders || field_by_id(*schema.schema, "montant_accorde") != nullptr) return;
    for (std::size_t at = 0; at < candidates.size(); ++at)
        for (Candidate& one : candidates[at])
            if (one.field->id.ends_with("_p147") && headers[at].code.empty() && !names_state(headers[at]))
                one.confidence = std::min(one.confidence, question);
}

/// « Financeur | Budget prévisionnel »: of the action, or what this one foresees to give, where no other column says.
void question_budgets_of_funders(const std::vector<HeaderColumn>& headers, Candidates& candidates)
{
    const auto claims = [](const std::vector<Candidate>& own, std::string_view prefix) {
        return !own.empty() && own.front().confidence >= sure && own.front().field->id.starts_with(prefix);
    };
    const auto has = [&](std::string_view prefix) {
        return std::ranges::any_of(candidates, [&](const std::vector<Candidate>& own) { return claims(own, prefix); });
    };
    if (!has("financeur") || has("montant_prevu")) return;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (!claims(candidates[at], "cout_total")) continue;
        const std::vector<std::string>& tokens = headers[at].leaf().tokens;
        if (std::ranges::count(tokens, "budget") == 0 || std::ranges::count(tokens, "total") > 0) continue;
        for (Candidate& one : candidates[at]) one.confidence = std::min(one.confidence, question);
    }
}

} // namespace

void settle_bare_amounts(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    question_amounts_of_others(headers, schema, candidates);
    question_budgets_of_funders(headers, candidates);
    const data::Field* granted = field_by_id(*schema.schema, "montant_accorde");
    if (granted == nullptr) granted = field_by_id(*schema.schema, "accorde_p147");
    std::vector<std::size_t> bare;
    bool is_alone = true;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (headers[at].has_header() && is_bare_amount(headers[at]))
            bare.push_back(at);
        else if (is_told_amount(candidates[at]))
            is_alone = false;
    }
    const bool is_public = is_data_on_grants(headers, candidates);
    const bool is_of_others =
        granted != nullptr && granted->id != "montant_accorde" &&
        (is_public || std::ranges::any_of(headers, names_a_funder)); // whose money it is, cells say
    for (const std::size_t at : bare) {
        std::vector<Candidate>& own = candidates[at];
        if (!own.empty() && own.front().confidence >= sure && own.front().field->id != "montant_accorde") continue;
        if (granted == nullptr || !headers[at].content.is_mostly(headers[at].content.numbers)) continue;
        const std::string& path = headers[at].path;
        if (is_public && granted->id == "montant_accorde") {
            own = {Candidate{*granted, worth_a_look, {"BIL-263", {granted->label.french, path}}, false}};
        } else if (says_grant(headers[at]) && is_alone && bare.size() == 1 && !is_of_others) {
            own = {Candidate{
                *granted, worth_a_look, {"BIL-541", {path, granted->label.french, granted->id}}, false, true}};
        } else if (!own.empty() && own.front().confidence >= sure) {
            own.front().confidence = question;
        } else {
            own = {Candidate{*granted, question, {"BIL-263", {granted->label.french, path}}, false}};
        }
    }
}

} // namespace bilan::intake
