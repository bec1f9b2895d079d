// SPDX-License-Identifier: MPL-2.0
#include "store/sql_aggregates.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <span>

namespace bilan::store {

namespace {

using Tokens = std::span<const SqlToken>;

bool is(Tokens tokens, std::size_t at, std::string_view word)
{
    return at < tokens.size() && !tokens[at].is_quoted && tokens[at].kind != SqlToken::Kind::text &&
           tokens[at].folded == word;
}

bool is_one_of(Tokens tokens, std::size_t at, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return is(tokens, at, word); });
}

/// Behind the bracket that closes the one at `at`.
std::size_t behind_brackets(Tokens tokens, std::size_t at)
{
    int depth = 0;
    for (; at < tokens.size(); ++at) {
        depth += is(tokens, at, "(") ? 1 : is(tokens, at, ")") ? -1 : 0;
        if (depth == 0) return at + 1;
    }
    return at;
}

/// The first place from `at` on that holds one of the words outside brackets, or that closes what is around.
std::size_t find(Tokens tokens, std::size_t at, std::initializer_list<std::string_view> words)
{
    while (at < tokens.size() && !is(tokens, at, ")") && !is_one_of(tokens, at, words))
        at = is(tokens, at, "(") ? behind_brackets(tokens, at) : at + 1;
    return at;
}

std::vector<Tokens> split(Tokens tokens)
{
    std::vector<Tokens> parts;
    for (std::size_t at = 0; at < tokens.size();) {
        const std::size_t end = find(tokens, at, {","});
        parts.push_back(tokens.subspan(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// Without the table before a column: `e.porteur` is `porteur`.
std::vector<SqlToken> without_tables(Tokens tokens)
{
    std::vector<SqlToken> plain;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (is(tokens, at + 1, ".") && at + 2 < tokens.size())
            ++at;
        else
            plain.push_back(tokens[at]);
    }
    return plain;
}

bool are_same(Tokens left, Tokens right)
{
    return std::ranges::equal(left, right, {}, &SqlToken::folded, &SqlToken::folded);
}

/// `expression AS name`, `expression name`.
struct Item {
    std::vector<SqlToken> expression;
    std::string name;
};

Item item_of(Tokens tokens)
{
    Item item{without_tables(tokens), {}};
    std::vector<SqlToken>& all = item.expression;
    const std::size_t size = all.size();
    const bool has_name =
        size >= 2 && all.back().kind == SqlToken::Kind::name && !is(all, size - 1, "end") &&
        (is(all, size - 2, "as") || is(all, size - 2, ")") || all[size - 2].kind != SqlToken::Kind::sign);
    if (!has_name) return item;
    item.name = all.back().folded;
    all.resize(is(all, size - 2, "as") ? size - 2 : size - 1);
    return item;
}

/// What an expression has beside its aggregates.
struct Found {
    int aggregates = 0;
    bool has_extreme = false; ///< `max(x)`, `min(x)`
    std::vector<SqlToken> columns;
};

/// Behind `OVER (…)` and `FILTER (…)`; true for a window, which is no aggregate.
bool skip_window(Tokens tokens, std::size_t& at)
{
    if (is(tokens, at, "filter") && is(tokens, at + 1, "(")) at = behind_brackets(tokens, at + 1);
    if (!is(tokens, at, "over")) return false;
    at = is(tokens, at + 1, "(") ? behind_brackets(tokens, at + 1) : at + 2;
    return true;
}

void look(Tokens tokens, const std::set<std::string>& columns, Found& found)
{
    if (tokens.size() == 1 && is(tokens, 0, "*")) found.columns.push_back(tokens[0]);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (is(tokens, at, "(") && is_one_of(tokens, at + 1, {"select", "with", "values"})) {
            at = behind_brackets(tokens, at) - 1; // a statement of its own
            continue;
        }
        if (tokens[at].kind != SqlToken::Kind::name) continue;
        if (!is(tokens, at + 1, "(")) {
            if (columns.contains(tokens[at].folded)) found.columns.push_back(tokens[at]);
            continue;
        }
        std::size_t behind = behind_brackets(tokens, at + 1);
        const Tokens arguments = tokens.subspan(at + 2, behind > at + 3 ? behind - at - 3 : 0);
        const bool is_extreme = is_one_of(tokens, at, {"min", "max"}) && split(arguments).size() == 1;
        const bool is_sum = is_one_of(tokens, at, {"count", "sum", "avg", "total", "group_concat", "string_agg"});
        const bool is_window = skip_window(tokens, behind);
        if (!is_extreme && !is_sum && !is_window) continue; // what stands in its brackets is looked at as well
        if (!is_window) {
            ++found.aggregates;
            found.has_extreme = found.has_extreme || is_extreme;
        }
        at = behind - 1;
    }
}

/// Takes out every part that GROUP BY names.
std::vector<SqlToken> without_terms(std::vector<SqlToken> expression, const std::vector<std::vector<SqlToken>>& terms)
{
    for (const std::vector<SqlToken>& term : terms)
        for (std::size_t at = 0; !term.empty() && at + term.size() <= expression.size();) {
            const auto begin = expression.begin() + static_cast<std::ptrdiff_t>(at);
            const auto end = begin + static_cast<std::ptrdiff_t>(term.size());
            if (are_same({begin, end}, term))
                expression.erase(begin, end);
            else
                ++at;
        }
    return expression;
}

/// One SELECT, from behind its word to the end of `tokens`.
std::optional<SqlToken> arbitrary_in(Tokens tokens, const std::set<std::string>& columns)
{
    const std::initializer_list<std::string_view> ends = {"union", "intersect", "except", "order",
                                                          "limit", "window",    "having", ";"};
    std::size_t begin = is_one_of(tokens, 0, {"distinct", "all"}) ? 1 : 0;
    const std::size_t from =
        find(tokens, begin,
             {"from", "where", "group", "having", "union", "intersect", "except", "order", "limit", "window", ";"});
    const std::size_t group = find(tokens, from, {"group", "union", "intersect", "except", ";"});
    std::vector<std::vector<SqlToken>> terms;
    const bool is_grouped = is(tokens, group, "group");
    if (is_grouped)
        for (const Tokens term : split(tokens.subspan(group + 2, find(tokens, group + 2, ends) - group - 2)))
            terms.push_back(without_tables(term));
    std::vector<SqlToken> bare;
    Found all;
    std::size_t place = 0;
    for (const Tokens part : split(tokens.subspan(begin, from - begin))) {
        const Item item = item_of(part);
        const std::string rank = std::to_string(++place);
        const auto names_it = [&](const std::vector<SqlToken>& term) {
            return term.size() == 1 && (term[0].folded == rank || (!item.name.empty() && term[0].folded == item.name));
        };
        Found found;
        look(without_terms(item.expression, terms), columns, found);
        all.aggregates += found.aggregates;
        all.has_extreme = all.has_extreme || found.has_extreme;
        if (std::ranges::none_of(terms, names_it)) std::ranges::copy(found.columns, std::back_inserter(bare));
    }
    const bool is_arbitrary = (is_grouped || all.aggregates > 0) && !(all.aggregates == 1 && all.has_extreme);
    return is_arbitrary && !bare.empty() ? std::optional(bare.front()) : std::nullopt;
}

} // namespace

std::optional<SqlToken> arbitrary_column(const std::vector<SqlToken>& tokens, std::set<std::string> columns)
{
    const Tokens all(tokens);
    for (std::size_t at = 0; at + 1 < all.size(); ++at) // names that inner statements give to what they compute
        if (is(all, at, "as") && all[at + 1].kind == SqlToken::Kind::name) columns.insert(all[at + 1].folded);
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!is(all, at, "select")) continue;
        if (auto column = arbitrary_in(all.subspan(at + 1), columns)) return column;
    }
    return std::nullopt;
}

} // namespace bilan::store
