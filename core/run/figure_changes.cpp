// SPDX-License-Identifier: MPL-2.0
#include "run/figure_changes.hpp"

#include "base/number.hpp"
#include "data/figure_text.hpp"

#include <map>
#include <tuple>

namespace bilan::run {

namespace {

/// Page, indicator, label, and how many of the same name came before.
using Key = std::tuple<std::string, std::string, std::string, std::size_t>;

std::vector<Key> keys_of(const std::vector<workbook::PlacedFigure>& figures)
{
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> seen;
    std::vector<Key> keys;
    for (const workbook::PlacedFigure& figure : figures) {
        const std::size_t same = seen[{figure.page, figure.id, figure.label}]++;
        keys.emplace_back(figure.page, figure.id, figure.label, same);
    }
    return keys;
}

bool is_same(const data::Figure& left, const data::Figure& right)
{
    return left.value == right.value && (left.value || left.cause == right.cause) && left.unit == right.unit &&
           left.base == right.base && left.unknown == right.unknown && left.lower_bound == right.lower_bound;
}

FigureChange change_of(const workbook::PlacedFigure& figure)
{
    return {figure.page, figure.id, figure.label, {}, {}};
}

/// The number and what it rests on; with all its digits when rounding would hide the change.
std::string in_full(const data::Figure& figure, bool all_digits, base::Language language)
{
    const bool is_french = language == base::Language::french;
    const std::string number =
        figure.value && all_digits ? base::shortest(*figure.value) : marked_for_people(figure, language);
    return number + " (base " + std::to_string(figure.base) + (is_french ? ", inconnus " : ", unknown ") +
           std::to_string(figure.unknown) + ')';
}

} // namespace

std::vector<FigureChange> changes_between(const std::vector<workbook::PlacedFigure>& before,
                                          const std::vector<workbook::PlacedFigure>& after)
{
    const std::vector<Key> old_keys = keys_of(before);
    std::map<Key, std::size_t> unmatched;
    for (std::size_t at = 0; at < before.size(); ++at) unmatched.emplace(old_keys[at], at);
    std::vector<FigureChange> changes;
    const std::vector<Key> new_keys = keys_of(after);
    for (std::size_t at = 0; at < after.size(); ++at) {
        FigureChange change = change_of(after[at]);
        change.after = after[at].figure;
        if (const auto old = unmatched.find(new_keys[at]); old != unmatched.end()) {
            change.before = before[old->second].figure;
            unmatched.erase(old);
            if (is_same(*change.before, *change.after)) continue;
        }
        changes.push_back(std::move(change));
    }
    for (std::size_t at = 0; at < before.size(); ++at) {
        if (!unmatched.contains(old_keys[at])) continue;
        changes.push_back(change_of(before[at]));
        changes.back().before = before[at].figure;
    }
    return changes;
}

std::string in_words(const FigureChange& change, base::Language language)
{
    const bool is_french = language == base::Language::french;
    if (!change.before) return (is_french ? "nouveau\u00A0: " : "new: ") + marked_for_people(*change.after, language);
    if (!change.after) return (is_french ? "disparu\u00A0: " : "gone: ") + marked_for_people(*change.before, language);
    const std::string before = marked_for_people(*change.before, language);
    const std::string after = marked_for_people(*change.after, language);
    const bool all_digits = before == after && change.before->value != change.after->value;
    const bool became_a_bound = change.before->lower_bound != change.after->lower_bound;
    if (before == after || became_a_bound || change.before->unknown != change.after->unknown)
        return in_full(*change.before, all_digits, language) + " → " + in_full(*change.after, all_digits, language);
    return before + " → " + after;
}

} // namespace bilan::run
