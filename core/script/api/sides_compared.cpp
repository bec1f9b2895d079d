// SPDX-License-Identifier: MPL-2.0
#include "script/api/sides_compared.hpp"

#include "base/text.hpp"
#include "script/mistake.hpp"
#include "script/years_named.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace bilan::script {

namespace {

using Years = std::set<int>;

Years years_of(const QueryObject& side)
{
    Years years;
    add_years(side.query().dataset(), *side.query().rows(), years);
    return years;
}

/// True when the text holds the year as a number of its own: « Bilan 2024 », not « 120245 ».
bool names(std::string_view text, int year)
{
    const std::string digits = std::to_string(year);
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (auto at = text.find(digits); at != std::string_view::npos; at = text.find(digits, at + 1))
        if (!(at > 0 && is_digit(at - 1)) && !is_digit(at + digits.size())) return true;
    return false;
}

/// The label names no year of its own rows, and one of the others.
void refuse_label(const std::map<std::string, base::Words>& labels, const std::string& ending, const Years& own,
                  const Years& others, base::Language language, const char* side)
{
    const auto label = labels.find(ending);
    if (label == labels.end() || own.empty()) return;
    const std::string text = label->second.in(language);
    const auto is_named = [&](int year) { return names(text, year); };
    if (std::ranges::any_of(own, is_named) || std::ranges::none_of(others, is_named)) return;
    throw Mistake("BIL-095", {text, side, words_of_years(own, language)}, side);
}

} // namespace

void refuse_sides_swapped(const QueryObject& now, const QueryObject& before,
                          const std::map<std::string, base::Words>& labels)
{
    const Years of_now = years_of(now);
    const Years of_before = years_of(before);
    const base::Language language = now.session->inputs.language;
    refuse_label(labels, "", of_now, of_before, language, "now");
    refuse_label(labels, "_before", of_before, of_now, language, "before");
    if (of_now.empty() || of_before.empty() || *of_before.begin() <= *of_now.rbegin()) return;
    throw Mistake("BIL-099", {words_of_years(of_now, language), words_of_years(of_before, language)}, "compare");
}

} // namespace bilan::script
