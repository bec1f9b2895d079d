// SPDX-License-Identifier: MPL-2.0
#include "intake/header/rival_years.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

std::set<int> years_of_table(const MappingInput& input, const Candidates& candidates)
{
    std::set<int> years;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const std::vector<Candidate>& own = candidates[at];
        if (own.empty() || own.front().confidence < sure || own.front().field->id != "exercice") continue;
        for (const double number : (*input.columns)[at].content.some_numbers) years.insert(static_cast<int>(number));
    }
    if (years.empty())
        for (const HeaderWords& title : input.titles) years.insert(title.years.begin(), title.years.end());
    return years;
}

std::string in_words(const std::set<int>& years)
{
    std::vector<std::string> words;
    words.reserve(years.size());
    for (const int year : years) words.push_back(std::to_string(year));
    return base::join(words, ", ");
}

} // namespace

void set_other_years_aside(const MappingInput& input, std::vector<std::size_t>& rivals, Candidates& candidates)
{
    constexpr double asked = 0.7; // below `sure`: a question
    if (rivals.size() < 2) return;
    const std::set<int> years = years_of_table(input, candidates);
    const auto is_of_another = [&](std::size_t at) {
        const std::vector<int>& said = (*input.columns)[at].years;
        return !said.empty() && std::ranges::none_of(said, [&](int year) { return years.contains(year); });
    };
    std::vector<std::size_t> kept;
    std::ranges::copy_if(rivals, std::back_inserter(kept), [&](std::size_t at) { return !is_of_another(at); });
    if (years.empty() || kept.empty() || kept.size() == rivals.size()) return;
    for (const std::size_t at : rivals) {
        if (!is_of_another(at)) continue;
        const HeaderColumn& header = (*input.columns)[at];
        Candidate& own = candidates[at].front();
        own.confidence = asked;
        own.reason = {
            "BIL-832",
            {header.path, in_words({header.years.begin(), header.years.end()}), in_words(years), own.field->id}};
    }
    rivals = std::move(kept);
}

} // namespace bilan::intake
