// SPDX-License-Identifier: MPL-2.0
#include "intake/value/boolean_reader.hpp"

#include "base/text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr std::string_view yes[] = {"oui", "o",   "x",   "xx",   "1", "vrai",    "true",       "yes",
                                    "y",   "ok",  "✓",   "✔",    "☑", "☒",       "coche",      "cochee",
                                    "qpv", "(x)", "[x]", "oui.", "√", "oui oui", "affirmatif", "v"};
constexpr std::string_view no[] = {"non", "n",    "0",     "faux",   "false",       "no",     "hors qpv", "✗",
                                   "✘",   "non.", "aucun", "aucune", "pas du tout", "jamais", "☐",        "[ ]"};

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
    if (const auto answer = boolean_of(base::fold(text))) return Reading::of(*answer ? 1.0 : 0.0);
    return Reading::refused(note(Cause::no_boolean, {quoted(text)}));
}

Reading BooleanReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return Reading::of(cell.boolean() ? 1.0 : 0.0);
    if (cell.type() == CellType::number && (cell.number == 0 || cell.number == 1)) return Reading::of(cell.number);
    return Reading::refused(note(Cause::no_boolean, {printed(cell)}));
}

} // namespace bilan::intake
