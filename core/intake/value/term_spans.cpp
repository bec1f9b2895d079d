// SPDX-License-Identifier: MPL-2.0
#include "intake/value/term_spans.hpp"

#include "base/text.hpp"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

struct Span {
    double first = 0;
    double last = std::numeric_limits<double>::infinity();
};

/// Digits, thousands apart or not; nothing for anything else.
std::optional<double> whole_number(std::string_view text)
{
    std::optional<double> number;
    for (const char character : base::trim(text)) {
        if (character == ' ') continue;
        if (character < '0' || character > '9') return std::nullopt;
        number = number.value_or(0) * 10 + (character - '0');
    }
    return number;
}

/// « 10-249 », « < 10 », « 5000+ ».
std::optional<Span> span_of(const std::string& spelling)
{
    const std::string folded = base::fold(spelling);
    const std::string_view text = folded;
    if (text.starts_with('<'))
        if (const auto above = whole_number(text.substr(1))) return Span{0, *above - 1};
    if (text.ends_with('+'))
        if (const auto first = whole_number(text.substr(0, text.size() - 1))) return Span{*first};
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto first = whole_number(text.substr(0, dash));
    const auto last = whole_number(text.substr(dash + 1));
    return first && last ? std::optional(Span{*first, *last}) : std::nullopt;
}

/// The first spelling that is a band: later ones are what partners write for it.
std::optional<Span> span_of(const data::Term& term)
{
    for (const std::string& spelling : term.spellings)
        if (const auto span = span_of(spelling)) return span;
    return std::nullopt;
}

} // namespace

const data::Term* term_of_number(const data::Vocabulary& vocabulary, double number)
{
    const data::Term* found = nullptr;
    for (const data::Term& term : vocabulary.terms) {
        const std::optional<Span> span = span_of(term);
        if (!span) return nullptr;
        if (number < span->first || number > span->last) continue;
        if (found != nullptr) return nullptr;
        found = &term;
    }
    return found;
}

namespace {

/// « 45 ETP », « 3 salariés »: what a firm is measured by.
bool counts_staff(const NumberText& number)
{
    if (number.unit.empty() || number.counts_persons) return true;
    for (const std::string_view word : {"salarie", "etp", "employe", "agent", "collaborateur"})
        if (base::fold(number.unit).starts_with(word)) return true;
    return false;
}

} // namespace

const data::Term* term_of_number(const data::Vocabulary& vocabulary, const NumberText& number)
{
    constexpr double none = 0;
    constexpr double any = std::numeric_limits<double>::max();
    const bool is_count = number.factor == 1 && !number.is_percent && !number.is_euro && !number.counts_families &&
                          !number.has_unknown_words && number.unsettled == 0 && counts_staff(number);
    if (!is_count) return nullptr;
    const auto one_of = [&](double low, double high) {
        const data::Term* const first = term_of_number(vocabulary, low);
        return first != nullptr && first == term_of_number(vocabulary, high) ? first : nullptr;
    };
    switch (number.shape) {
    case NumberShape::plain: return one_of(number.value, number.value);
    case NumberShape::several: return one_of(number.value, number.second);
    case NumberShape::at_least: return one_of(number.value, any);
    case NumberShape::at_most: return one_of(none, number.value - 1);
    default: return nullptr;
    }
}

} // namespace bilan::intake
