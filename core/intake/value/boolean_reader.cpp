// SPDX-License-Identifier: MPL-2.0
#include "intake/value/boolean_reader.hpp"

#include "base/text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::string_view yes[] = {"oui", "o",   "x",   "xx",   "1", "vrai",    "true",       "yes",
                                    "y",   "ok",  "✓",   "✔",    "☑", "☒",       "coche",      "cochee",
                                    "qpv", "(x)", "[x]", "oui.", "√", "oui oui", "affirmatif", "v"};
constexpr std::string_view no[] = {"non", "n",    "0",     "faux",   "false",       "no",     "hors qpv", "✗",
                                   "✘",   "non.", "aucun", "aucune", "pas du tout", "jamais", "☐",        "[ ]"};

/// « Oui (2022) », « Non - à faire »: an answer and a comment that takes nothing of it back.
std::optional<bool> answer_before_comment(std::string_view folded)
{
    constexpr std::string_view doubts[] = {"mais", "sauf", "parti", "oui", "non", "?", "prevu", "cours", "presque"};
    for (const auto& [word, answer] : {std::pair{"oui", true}, std::pair{"non", false}}) {
        if (!folded.starts_with(word)) continue;
        const std::string_view comment = base::trim(folded.substr(std::string_view(word).size()));
        const bool is_apart = comment.starts_with('(') || comment.starts_with("- ") || comment.starts_with(": ");
        const bool is_open = std::any_of(std::begin(doubts), std::end(doubts), [&](std::string_view doubt) {
            return comment.find(doubt) != std::string_view::npos;
        });
        if (is_apart && !is_open) return answer;
    }
    return std::nullopt;
}

} // namespace

std::optional<bool> boolean_of(std::string_view folded)
{
    constexpr std::size_t longest = 11;
    if (folded.size() > longest) return std::nullopt;
    if (std::find(std::begin(yes), std::end(yes), folded) != std::end(yes)) return true;
    if (std::find(std::begin(no), std::end(no), folded) != std::end(no)) return false;
    return std::nullopt;
}

Reading BooleanReader::read_text(std::size_t, std::string_view text)
{
    const std::string folded = base::fold(text);
    if (const auto answer = boolean_of(folded)) return Reading::of(*answer ? 1.0 : 0.0);
    if (const auto answer = answer_before_comment(folded))
        return Reading::of(*answer ? 1.0 : 0.0, note(Cause::rewritten, {quoted(text), *answer ? "oui" : "non"}));
    return Reading::refused(note(Cause::no_boolean, {quoted(text)}));
}

Reading BooleanReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return Reading::of(cell.boolean() ? 1.0 : 0.0);
    if (cell.type() == CellType::number && (cell.number == 0 || cell.number == 1)) return Reading::of(cell.number);
    return Reading::refused(note(Cause::no_boolean, {printed(cell)}));
}

} // namespace bilan::intake
