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

} // namespace bilan::intake
