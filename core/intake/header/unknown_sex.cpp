// SPDX-License-Identifier: MPL-2.0
#include "intake/header/unknown_sex.hpp"

#include "intake/header/context.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace bilan::intake {

namespace {

constexpr double read_so = 0.85;
constexpr double asked = 0.7; ///< below `sure`: a question

bool is_one_of(std::string_view word, std::span<const std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

bool says_unknown(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 9> words{"nc",        "n.c.",           "n.c",     "n c",          "nr",
                                                    "non connu", "non communique", "inconnu", "non renseigne"};
    return is_one_of(header.leaf().folded, words);
}

bool says_other(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 3> words{"autre", "autres", "autre(s)"};
    return is_one_of(header.leaf().folded, words);
}

bool are_of_one_group(const HeaderColumn& left, const HeaderColumn& right)
{
    return left.levels.size() == right.levels.size() &&
           std::equal(left.levels.begin(), left.levels.end() - 1, right.levels.begin());
}

class Sexes {
public:
    Sexes(const std::vector<HeaderColumn>& headers, const Candidates& candidates)
        : headers_(&headers), candidates_(&candidates)
    {
    }

    [[nodiscard]] bool is(std::size_t at, std::string_view field) const
    {
        const std::vector<Candidate>& own = (*candidates_)[at];
        return !own.empty() && own.front().confidence >= sure && own.front().field->id == field;
    }

    /// Women and men stand right before the column, under the same group.
    [[nodiscard]] bool stand_before(std::size_t at) const
    {
        const auto is_of_group = [&](std::size_t other) {
            return (*headers_)[other].has_header() && are_of_one_group((*headers_)[other], (*headers_)[at]);
        };
        return at >= 2 && is_of_group(at - 1) && is_of_group(at - 2) &&
               ((is(at - 2, "benef_f") && is(at - 1, "benef_h")) || (is(at - 2, "benef_h") && is(at - 1, "benef_f")));
    }

    [[nodiscard]] bool add_up_with(std::size_t at) const
    {
        const double sum = sum_of(at - 2) + sum_of(at - 1) + sum_of(at);
        for (std::size_t other = 0; other < headers_->size(); ++other)
            if (other + 2 < at || other > at)
                if ((*headers_)[other].content.numbers > 1 && sum > 0 && std::abs(sum_of(other) - sum) < 0.5)
                    return true;
        return false;
    }

private:
    [[nodiscard]] double sum_of(std::size_t at) const { return (*headers_)[at].content.sum; }

    const std::vector<HeaderColumn>* headers_;
    const Candidates* candidates_;
};

} // namespace

void settle_unknown_sex(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    const data::Field* const unknown = field_by_id(*schema.schema, "benef_sexe_nc");
    const Sexes sexes(headers, candidates);
    for (std::size_t at = 2; unknown != nullptr && at < candidates.size(); ++at) {
        if (sexes.is(at, unknown->id) || !headers[at].has_header()) continue;
        const bool says_so = says_unknown(headers[at]);
        if (!(says_so || says_other(headers[at])) || !sexes.stand_before(at)) continue;
        if (!headers[at].content.is_mostly(headers[at].content.numbers)) continue;
        const bool is_proved = says_so || sexes.add_up_with(at);
        for (Candidate& other : candidates[at]) other.confidence = std::min(other.confidence, asked);
        candidates[at].insert(
            candidates[at].begin(),
            Candidate{*unknown, is_proved ? read_so : asked, {"BIL-264", {unknown->label.french, headers[at].path}}});
    }
}

} // namespace bilan::intake
