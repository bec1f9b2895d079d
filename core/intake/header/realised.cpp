// SPDX-License-Identifier: MPL-2.0
#include "intake/header/realised.hpp"

#include "base/text.hpp"
#include "intake/table/period_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace bilan::intake {

namespace {

constexpr double asked = 0.7; ///< below `sure`: a question

bool is_sure(const std::vector<Candidate>& own)
{
    return !own.empty() && own.front().confidence >= sure;
}

bool says_only(const HeaderColumn& header, std::span<const std::string_view> words)
{
    if (header.leaf().tokens.empty() || !header.unit.empty()) return false;
    for (std::size_t group = 0; group + 1 < header.levels.size();
         ++group) // « 2023 / Prévu » says no more than « Prévu »
        if (!is_title_of_year(base::fold(header.levels[group]))) return false;
    const auto is_said = [&](const std::string& token) { return std::ranges::find(words, token) != words.end(); };
    return std::ranges::all_of(header.leaf().tokens, is_said) && std::ranges::all_of(header.leaf().aside, is_said);
}

bool says_only_realised(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 2> words{"realise", "total"};
    return says_only(header, words) && std::ranges::count(header.leaf().tokens, "realise") > 0;
}

bool says_only_objective(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 3> words{"objectif", "cible", "prevu"};
    return says_only(header, words);
}

bool is_amount(const std::vector<Candidate>& own)
{
    return is_sure(own) && own.front().field->type == data::FieldType::euro;
}

/// Hundreds, or thousands of something: what people and sessions are not.
bool look_like_amounts(const ContentProfile& content)
{
    constexpr double large = 1'000;
    return content.largest >= large && content.round * 2 >= content.numbers;
}

/// « Indicateur », « Indicateur de résultat », « Public » over different words: what is counted changes from row to
/// row.
bool says_what_rows_count(const HeaderColumn& header)
{
    if (!header.has_header() || header.leaf().tokens.empty()) return false;
    const std::string& first = header.leaf().tokens.front();
    return (first == "indicateur" || first == "public") && header.content.is_mostly(header.content.texts) &&
           header.content.different_texts > 1;
}

/// Somebody calls it money: « Financeur », « Plan de financement », « Montant », or a column of schemes that are paid.
bool speaks_of_money(const std::vector<HeaderColumn>& headers, const std::vector<HeaderWords>& titles,
                     const Candidates& candidates)
{
    constexpr std::array<std::string_view, 14> words{
        "financeur", "cofinanceur", "financement", "cofinancement", "budget", "depense", "recette",
        "credit",    "montant",     "subvention",  "cout",          "charge", "produit", "euro"};
    constexpr std::array<std::string_view, 3> funded{"financeur", "nature_credit", "dispositif_dc"};
    const auto says_so = [&](const HeaderWords& said) {
        return std::ranges::any_of(
            said.tokens, [&](const std::string& token) { return std::ranges::find(words, token) != words.end(); });
    };
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (std::ranges::any_of(headers[at].words, says_so) || !headers[at].unit.empty()) return true;
        const bool is_told = is_sure(candidates[at]);
        if (is_told && std::ranges::count(funded, candidates[at].front().field->id) > 0) return true;
    }
    return std::ranges::any_of(titles, says_so);
}

void ask(std::vector<Candidate>& own)
{
    for (Candidate& one : own) one.confidence = std::min(one.confidence, asked);
}

bool speaks_of_offers(const MappingInput& input)
{
    constexpr std::array<std::string_view, 4> words{"offre", "operateur", "gt", "service"};
    const auto says_so = [&](const HeaderWords& said) {
        return std::ranges::any_of(
            said.tokens, [&](const std::string& token) { return std::ranges::find(words, token) != words.end(); });
    };
    return std::ranges::any_of(input.titles, says_so) ||
           std::ranges::any_of(*input.columns,
                               [&](const HeaderColumn& header) { return std::ranges::any_of(header.words, says_so); });
}

/// What « Objectif » and « Réalisé » could else be of has a column of its own: the people, and the public that is
/// meant.
bool gives_people_apart(const Candidates& candidates)
{
    const auto has = [&](std::string_view field) {
        return std::ranges::any_of(candidates, [&](const std::vector<Candidate>& own) {
            return is_sure(own) && own.front().field->id == field;
        });
    };
    return has("benef_total") && has("public");
}

/// « Prévu | Réalisé » of what no word, no unit and no size says to be money: people and sessions are as likely. Below
/// « Indicateur », each row says what it counts.
void ask_about_figures(const MappingInput& input, Candidates& candidates)
{
    constexpr std::array<std::string_view, 8> words{"prevu",    "previsionnel", "realise", "atteint",
                                                    "objectif", "cible",        "attendu", "total"};
    const std::vector<HeaderColumn>& headers = *input.columns;
    const bool is_told_by_row = std::ranges::any_of(headers, says_what_rows_count);
    if (!is_told_by_row && speaks_of_money(headers, input.titles, candidates)) return;
    const auto may_be_other = [&](std::size_t at) {
        if (!headers[at].has_header() || !is_sure(candidates[at]) || !says_only(headers[at], words)) return false;
        const data::FieldType type = candidates[at].front().field->type;
        return type == data::FieldType::euro || (is_told_by_row && type == data::FieldType::count);
    };
    const auto looks_like_money = [&](std::size_t at) { return look_like_amounts(headers[at].content); };
    std::vector<std::size_t> figures;
    for (std::size_t at = 0; at < candidates.size(); ++at)
        if (may_be_other(at)) figures.push_back(at);
    if (std::ranges::any_of(figures, looks_like_money)) return;
    for (const std::size_t at : figures) ask(candidates[at]);
}

} // namespace

void settle_realised(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    if (schema.schema->field("cible") != nullptr && !speaks_of_offers(input)) {
        const bool is_told = gives_people_apart(candidates);
        for (std::size_t at = 0; at < candidates.size(); ++at) {
            const bool is_pair =
                headers[at].has_header() && (says_only_realised(headers[at]) || says_only_objective(headers[at]));
            if (is_pair && !(is_told && !look_like_amounts(headers[at].content))) ask(candidates[at]);
        }
        return;
    }
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const bool is_cost = is_sure(candidates[at]) && candidates[at].front().field->type == data::FieldType::euro;
        if (!is_cost || !headers[at].has_header() || !says_only_realised(headers[at])) continue;
        const bool is_beside_amount =
            (at > 0 && is_amount(candidates[at - 1])) || (at + 1 < candidates.size() && is_amount(candidates[at + 1]));
        const bool has_objective = at > 0 && headers[at - 1].has_header() && says_only_objective(headers[at - 1]) &&
                                   !is_amount(candidates[at - 1]); // « Prévu » of money
        const bool looks_like_amounts = look_like_amounts(headers[at].content);
        if (looks_like_amounts && has_objective && look_like_amounts(headers[at - 1].content)) {
            ask(candidates[at - 1]); // as much was foreseen: money too, which « Prévu » alone takes for people
            continue;
        }
        if (looks_like_amounts && !has_objective) continue;
        if (is_beside_amount && !has_objective) continue;
        ask(candidates[at]);
        if (has_objective) ask(candidates[at - 1]);
    }
    ask_about_figures(input, candidates);
}

} // namespace bilan::intake
