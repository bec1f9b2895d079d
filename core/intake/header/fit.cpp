// SPDX-License-Identifier: MPL-2.0
#include "intake/header/fit.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace bilan::intake {

namespace {

Tokens core_of(const Tokens& tokens)
{
    Tokens core;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(core),
                 [](const std::string& token) { return !is_weak(token); });
    return core;
}

Tokens words_of(const std::vector<HeaderWords>& levels, std::size_t from, std::size_t to)
{
    Tokens words;
    for (std::size_t level = from; level < to; ++level)
        words.insert(words.end(), levels[level].tokens.begin(), levels[level].tokens.end());
    return as_set(std::move(words));
}

/// « ca 2022 », « réalisé en 2023 »: the spelling without its year.
std::string undated(const HeaderWords& words)
{
    std::string text = words.compared;
    for (const int year : words.years) {
        const std::string digits = std::to_string(year);
        if (const std::size_t at = text.find(digits); at != std::string::npos) text.erase(at, digits.size());
    }
    std::string_view rest = text;
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '-')) rest.remove_suffix(1);
    return words.years.empty() ? std::string() : std::string(rest);
}

bool is_in(const Tokens& sorted, const std::string& token)
{
    return std::binary_search(sorted.begin(), sorted.end(), token);
}

/// « Bénéficiaires réels » are the beneficiaries; « Coût réel » is another amount than the cost.
bool is_neutral(const std::string& token, bool counts)
{
    return counts && token == "realise";
}

/// « Nombre total de personnes accueillies »: words that mean nothing alone and count persons together.
Fit fit_weak(const Query& query, const Term& term, bool counts)
{
    const bool with_group = holds_all(query.all, term.tokens) && holds_all(term.tokens, query.leaf);
    if (with_group) return {0.92, "BIL-264"};
    if (!counts || !is_all_neutral(query.leaf_core, counts) || !holds_all(query.leaf, term.tokens)) return {};
    for (const std::string& token : query.leaf)
        if (!is_in(term.tokens, token) && (token == "action" || token == "projet" || token == "montant")) return {};
    return {0.85, "BIL-263"};
}

/// « Niveau de formation » over « Sorties » is no heading of « Sorties en formation ».
bool speaks_of_more(const Tokens& groups, const Term& term)
{
    return std::any_of(groups.begin(), groups.end(), [&](const std::string& token) {
        return !is_in(term.tokens, token) && (token == "niveau" || token == "tranche" || token == "age");
    });
}

} // namespace

Query query_of(const SchemaIndex& schema, const HeaderColumn& column, std::size_t level)
{
    Query query;
    const HeaderWords& leaf = column.words[level];
    Tokens tokens = leaf.tokens;
    // What stands in brackets counts when it means something here: « Subvention (P147) ».
    std::copy_if(leaf.aside.begin(), leaf.aside.end(), std::back_inserter(tokens),
                 [&](const std::string& token) { return schema.core_tokens.contains(token) || is_weak(token); });
    query.leaf = as_set(std::move(tokens));
    query.leaf_core = core_of(query.leaf);
    query.groups = words_of(column.words, 0, level);
    query.above = std::span(column.words).first(level);
    query.all = query.leaf;
    query.all.insert(query.all.end(), query.groups.begin(), query.groups.end());
    query.all = as_set(std::move(query.all));
    query.all_bits = token_bits(query.all);
    query.folded = leaf.folded;
    query.compared = leaf.compared;
    query.undated = undated(leaf);
    query.is_rate = leaf.is_rate || column.unit == "%";
    query.bound = bound_of(column.levels[level]);
    return query;
}

bool is_all_neutral(const Tokens& core, bool counts)
{
    return std::all_of(core.begin(), core.end(), [&](const std::string& token) { return is_neutral(token, counts); });
}

Fit fit(const Query& query, const Term& term, bool counts)
{
    if (query.bound != 0 && term.bound != 0 && query.bound != term.bound) return {};
    if (!term.folded.empty() && !term.is_path && (term.folded == query.compared || term.folded == query.folded))
        return {term.is_label ? 0.99 : 0.97, "BIL-262"};
    if (!term.folded.empty() && !term.is_path && term.folded == query.undated) return {0.96, "BIL-262"};
    if (query.leaf.empty() || term.tokens.empty()) return {};
    if (term.tokens == query.leaf) return {0.93, "BIL-263"};
    if (term.core.empty()) return fit_weak(query, term, counts);
    if ((term.core_bits & ~query.all_bits) != 0) return {}; // most terms: a word is missing
    // « Consommé / Actions » is what was spent on actions, « Montant consommé » is all of it.
    if (term.is_path && is_in(term.tokens, "action") && !is_in(query.all, "action")) return {};
    // « N° », « Code » alone are those of nothing.
    const bool is_attribute = term.core.size() == 1 && is_attribute_word(term.core.front());
    if (is_attribute && !holds_all(query.all, term.tokens)) return {};
    const bool needs_group = !holds_all(query.leaf, term.core);
    if (needs_group && !holds_all(query.all, term.core)) return {};
    std::size_t unmatched = 0;
    for (const std::string& token : query.leaf_core)
        if (!is_in(term.tokens, token) && !is_neutral(token, counts)) ++unmatched;
    if (unmatched > 0) {
        const std::size_t matched = query.leaf_core.size() - unmatched;
        const bool is_worth_asking = matched > unmatched || (matched == unmatched && counts);
        return {is_worth_asking ? 0.6 - 0.06 * static_cast<double>(unmatched) : 0, "BIL-267"};
    }
    if (!needs_group) return {0.88, "BIL-263"};
    if (counts && !term.is_path && speaks_of_more(query.groups, term)) return {0.6, "BIL-267"};
    const bool leaf_is_of_term = holds_all(term.tokens, query.leaf);
    if (term.is_path && term.tokens == query.all) return {known_path, "BIL-264"};
    return {term.is_path ? 0.96 : leaf_is_of_term ? 0.92 : 0.89, "BIL-264"};
}

} // namespace bilan::intake
