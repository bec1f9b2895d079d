// SPDX-License-Identifier: MPL-2.0
#include "intake/row/title_doubts.hpp"

#include "base/beginnings.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

namespace {

constexpr std::array<std::string_view, 5> same{"idem", "id", "id.", "\"", "''"};
constexpr std::array<std::string_view, 6> cancelled{"annule",     "annulee",   "abandonne",
                                                    "abandonnee", "pour info", "pour memoire"};

/// At the beginning, or in brackets.
bool stands_apart(std::string_view title, std::string_view word)
{
    const std::size_t at = title.find(word);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || title[at - 1] == '(' || title[at - 1] == '[';
    return begins && (end == title.size() || title[end] < 'a' || title[end] > 'z');
}

} // namespace

bool may_doubt_title(std::string_view written)
{
    static const base::Beginnings beginnings = [] {
        base::Beginnings made;
        for (const std::string_view words : same) made.add_whole(words);
        for (const std::string_view words : cancelled) made.add_opening(words);
        made.seal();
        return made;
    }();
    return beginnings.may_begin(written) || written.find('(') != std::string_view::npos ||
           written.find('[') != std::string_view::npos;
}

RowDoubt doubt_of_title(std::string_view folded)
{
    if (std::ranges::find(same, folded) != same.end()) return RowDoubt::says_idem;
    const bool is_cancelled =
        std::ranges::any_of(cancelled, [&](std::string_view word) { return stands_apart(folded, word); });
    return is_cancelled ? RowDoubt::may_be_cancelled : RowDoubt::none;
}

} // namespace bilan::intake
