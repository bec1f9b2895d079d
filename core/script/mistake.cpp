// SPDX-License-Identifier: MPL-2.0
#include "script/mistake.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace bilan::script {

namespace {

constexpr std::size_t most_names = 40;

std::string listed(std::span<const std::string> names)
{
    const std::size_t shown = std::min(names.size(), most_names);
    std::string text = base::join(names.first(shown), ", ");
    if (shown < names.size()) text += ", …";
    return text;
}

/// The one name of which `name` is the beginning: `to_eq` of `to_equal`.
std::optional<std::string> begun_by(std::string_view name, std::span<const std::string> known)
{
    constexpr std::size_t least = 3;
    const auto begins = [&](const std::string& candidate) { return candidate.starts_with(name); };
    if (name.size() < least || std::ranges::count_if(known, begins) != 1) return std::nullopt;
    return *std::ranges::find_if(known, begins);
}

/// What others call it: `filter` is `where`, `moyenne` is `mean`.
std::optional<std::string> same_in_other_words(std::string_view name, std::span<const std::string> known)
{
    static constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"filter", "where"},
        {"mutate", "derive"},
        {"map", "derive"},
        {"aggregate", "group"},
        {"summarise", "group"},
        {"group_by", "group"},
        {"groupby", "group"},
        {"size", "count"},
        {"length", "count"},
        {"merge", "join"},
        {"concat", "union"},
        {"append", "union"},
        {"order_by", "sorted"},
        {"sort_by", "sorted"},
        {"limit", "head"},
        {"top", "head"},
        {"average", "mean"},
        {"avg", "mean"},
        {"somme", "sum"},
        {"moyenne", "mean"},
        {"mediane", "median"},
        {"nombre", "count"},
        {"unique", "distinct"},
        {"columns", "fields"},
        {"arrange", "sorted"},
        {"slice", "head"},
        {"left_join", "join"},
        {"inner_join", "join"},
        {"anti_join", "join"},
        {"case_when", "when"},
        {"if_else", "when"},
        {"ifelse", "when"},
        {"quartile", "quantile"},
        {"percentile", "quantile"},
        {"decile", "quantile"},
        {"sd", "standard_deviation"},
        {"std", "standard_deviation"},
        {"stdev", "standard_deviation"},
        {"stddev", "standard_deviation"},
        {"ecart_type", "standard_deviation"},
    };
    const auto same = std::ranges::find(words, name, &std::pair<std::string_view, std::string_view>::first);
    if (same == std::end(words) || std::ranges::find(known, same->second) == known.end()) return std::nullopt;
    return std::string(same->second);
}

/// What others ask of rows as a method is a measure here: `rows:sum("x")` is `rows:figure(bilan.sum(f.x))`.
std::optional<std::string> asked_otherwise(std::string_view name, std::string_view where)
{
    static constexpr std::string_view measures[] = {"sum", "mean", "median", "min", "max", "ratio", "quantile"};
    if (where == "bilan.Query" && std::ranges::find(measures, name) != std::end(measures))
        return "figure(bilan." + std::string(name) + "(f.…))";
    static constexpr std::string_view methods[] = {"where", "group", "join", "union", "pivot", "derive", "sorted"};
    if (where == "bilan" && std::ranges::find(methods, name) != std::end(methods))
        return "rows:" + std::string(name) + "(…)";
    return std::nullopt;
}

} // namespace

Mistake::Mistake(std::string code, std::vector<std::string> arguments, std::string subject)
    : std::runtime_error(base::render({code, arguments}, base::Language::english)), message_{std::move(code),
                                                                                             std::move(arguments)},
      subject_(std::move(subject))
{
}

Mistake unknown_name(std::string_view with_suggestion, std::string_view without, std::string_view name,
                     std::string_view where, std::span<const std::string> known)
{
    auto nearest = asked_otherwise(name, where);
    if (!nearest) nearest = base::nearest(name, known);
    if (!nearest) nearest = begun_by(name, known);
    if (!nearest) nearest = same_in_other_words(name, known);
    std::vector<std::string> arguments{std::string(name), std::string(where)};
    if (nearest) arguments.push_back(*nearest);
    arguments.push_back(listed(known));
    return Mistake(std::string(nearest ? with_suggestion : without), std::move(arguments), std::string(name));
}

Mistake misspelt_name(std::string_view code, std::string_view name, std::string_view meant, std::string_view where,
                      std::span<const std::string> known)
{
    return Mistake(std::string(code), {std::string(name), std::string(where), std::string(meant), listed(known)},
                   std::string(name));
}

} // namespace bilan::script
