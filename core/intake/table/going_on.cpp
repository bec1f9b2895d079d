// SPDX-License-Identifier: MPL-2.0
#include "intake/table/going_on.hpp"

#include "base/text.hpp"
#include "intake/header/column.hpp"
#include "intake/value/number_text.hpp"

#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

/// Looks at the last few records above.
template <class Test>
bool any_above(const Strip& strip, std::uint32_t first_row, std::uint32_t row, const Test& test)
{
    constexpr std::uint32_t looked_at = 6;
    std::uint32_t seen = 0;
    for (std::uint32_t above = row; above-- > first_row && seen < looked_at;) {
        if (strip.lines[above].filled < 2) continue;
        ++seen;
        if (test(above)) return true;
    }
    return false;
}

/// The next few rows say the same in the column, and something else elsewhere: what a column is called stands in it
/// once.
bool is_said_below(const SheetView& view, const Strip& strip, std::uint32_t row, std::uint32_t column)
{
    constexpr std::uint32_t looked_at = 6;
    const std::string label = base::fold(view.label(row, column));
    const Line& line = strip.lines[row];
    std::uint32_t seen = 0;
    for (std::uint32_t below = row + 1; below < strip.lines.size() && seen < looked_at; ++below) {
        if (strip.lines[below].filled < 2) continue;
        ++seen;
        if (base::fold(view.label(below, column)) != label) continue;
        bool is_same_row = true; // the same header once more
        for (std::uint32_t other = line.first; other <= line.last; ++other)
            is_same_row = is_same_row && base::fold(view.label(below, other)) == base::fold(view.label(row, other));
        if (!is_same_row) return true;
    }
    return false;
}

/// « moins de 5 », « environ 30 »: a number that is not told exactly; « moins de 26 ans » is a label.
bool is_about_a_number(std::string_view label)
{
    const NumberText number = read_number_text(label);
    const bool is_inexact = number.shape == NumberShape::approximate || number.shape == NumberShape::at_least ||
                            number.shape == NumberShape::at_most;
    return is_inexact && number.unit.empty() && !number.has_unknown_words;
}

} // namespace

bool goes_on_with_records(const SheetView& view, const Strip& strip, std::uint32_t first_row, std::uint32_t row)
{
    const Line& line = strip.lines[row];
    bool has_value = false; // what is not known, or a number typed as text, where the records have numbers
    bool repeats = false;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view.is_filled(row, column)) continue;
        const std::string label = view.label(row, column);
        const bool is_word = view.is_text(row, column) && looks(label) == Looks::text && !is_about_a_number(label);
        const bool is_over_number =
            any_above(strip, first_row, row, [&](std::uint32_t above) { return view.is_number(above, column); });
        if (is_over_number && is_word) return false; // a label over numbers
        has_value = has_value || is_over_number;
        repeats = repeats || (is_word && any_above(strip, first_row, row, [&](std::uint32_t above) {
                                  return base::fold(view.label(above, column)) == base::fold(label);
                              }));
        repeats = repeats || (is_word && is_said_below(view, strip, row, column));
    }
    return has_value || repeats;
}

} // namespace bilan::intake
