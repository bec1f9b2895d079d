// SPDX-License-Identifier: MPL-2.0
#include "intake/table/side_by_side.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

namespace bilan::intake {

namespace {

/// Stretches of columns with nothing between them but empty columns. Stretch of one cell, titles and notes, do not
/// count.
std::vector<Stretch> stretches(const SheetView& view, const Strip& strip, Stretch rows)
{
    const auto is_used = [&](std::uint32_t column) {
        for (std::uint32_t row = rows.first; row <= rows.last && row < strip.lines.size(); ++row) {
            const Line& line = strip.lines[row];
            const bool is_inside = line.filled >= 2 && line.first <= column && column <= line.last;
            // Errors alone hold nothing: a cut row of a csv file has them in the gap too.
            const Cell cell = view.at(row, column);
            if (is_inside && view.is_filled(cell) && cell.type() != CellType::error) return true;
        }
        return false;
    };
    std::vector<Stretch> found;
    for (std::uint32_t column = strip.first_column; column <= strip.last_column; ++column) {
        if (!is_used(column)) continue;
        if (found.empty() || found.back().last + 1 < column)
            found.push_back({column, column, false, std::nullopt});
        else
            found.back().last = column;
    }
    return found;
}

struct Side {
    std::optional<std::uint32_t> header;
    std::set<std::string> labels;
    std::uint32_t last_row = 0;
};

/// A cell alone in its row is a note below the tables, which makes neither of them longer.
Side side_of(const SheetView& view, HeaderScout& scout, const Strip& whole, Stretch columns, Stretch rows)
{
    Side side;
    const Strip strip = strip_of(view, columns.first, columns.last);
    side.header = find_header(strip, scout, rows);
    for (std::uint32_t row = rows.first; row <= rows.last; ++row)
        if (strip.lines[row].filled > 0 && whole.lines[row].filled > 1) side.last_row = row;
    for (std::uint32_t column = columns.first; side.header && column <= columns.last; ++column) {
        const std::string label = base::fold(view.label(*side.header, column));
        if (!label.empty()) side.labels.insert(label);
    }
    return side;
}

/// Two stretches of columns are two tables: the same labels again, headers in other rows, or other lengths.
bool are_apart(const Side& left, const Side& right)
{
    if (!left.header || !right.header) return true;
    if (*left.header != *right.header) return true;
    std::vector<std::string> common;
    std::set_intersection(left.labels.begin(), left.labels.end(), right.labels.begin(), right.labels.end(),
                          std::back_inserter(common));
    if (common.size() * 2 >= std::min(left.labels.size(), right.labels.size()) && !common.empty()) return true;
    const std::uint32_t longer = std::max(left.last_row, right.last_row);
    const std::uint32_t shorter = std::min(left.last_row, right.last_row);
    const std::uint32_t records = longer > *left.header ? longer - *left.header : 1;
    return longer - shorter > 2 && (longer - shorter) * 10 > records;
}

/// « Ville », then an empty column, then « Porteur | Action »: one column with its label in the header row, filled
/// beside the rows of the table at its right, is the first column of that table.
bool is_first_column(const SheetView& view, const Strip& strip, const Stretch& column, const Side& table)
{
    if (column.first != column.last || !table.header || !view.is_text(*table.header, column.first)) return false;
    std::uint32_t rows = 0;
    std::uint32_t filled = 0;
    for (std::uint32_t row = *table.header + 1; row <= table.last_row; ++row) {
        if (strip.lines[row].filled < 2) continue;
        ++rows;
        if (view.is_filled(row, column.first)) ++filled;
    }
    return rows > 0 && filled * 2 > rows;
}

double sum_of(const SheetView& view, const Side& side, std::uint32_t column)
{
    double sum = 0;
    for (std::uint32_t row = *side.header + 1; row <= side.last_row; ++row)
        if (view.is_number(row, column) && view.word(row, 0) != Word::total) sum += view.at(row, column).number;
    return sum;
}

/// A column of numbers at the right has the sum of one at the left: a record would be beside its own amounts.
bool has_same_sum(const SheetView& view, const Side& main, const Stretch& left, const Stretch& right, const Side& list)
{
    for (std::uint32_t column = right.first + 1; column <= right.last; ++column) {
        const double sum = sum_of(view, list, column);
        if (sum == 0) continue;
        for (std::uint32_t other = left.first; other <= left.last; ++other)
            if (sum_of(view, main, other) == sum) return true;
    }
    return false;
}

/// The first column ends with « Total », where the records at the left go on or end without one; or a column of
/// numbers says how many rows the table at the left has: « Nb d'actions »; or the block is shorter and has the same
/// sum.
bool sums_up(const SheetView& view, const Side& main, const Stretch& left, const Stretch& right, const Side& list)
{
    if (list.last_row <= *list.header) return false;
    const bool has_total = view.word(list.last_row, right.first) == Word::total;
    const bool is_main_total = list.last_row == main.last_row && view.word(main.last_row, left.first) == Word::total;
    if (has_total && !is_main_total) return true;
    const bool is_shorter = list.last_row < main.last_row;
    const bool is_far = right.first > left.last + 2; // two empty columns or more
    if (is_shorter && (is_far || has_same_sum(view, main, left, right, list))) return true;
    for (std::uint32_t column = right.first + 1; column <= right.last; ++column) {
        const std::string label = base::fold(view.label(*list.header, column));
        for (const std::string_view counted :
             {"nb d'actions", "nombre d'actions", "nb actions", "nb de projets", "nombre de projets"})
            if (label == counted) return true;
    }
    return false;
}

/// « Statut | Nombre », « Quartier | Population » at the right of a table of actions, below the same header row: each
/// text once, with a number that the records at the left do not have, or whole rows below the last record.
bool is_list_beside(const SheetView& view, const HeaderScout& scout, const Stretch& left, const Side& main,
                    const Stretch& right, const Side& list)
{
    constexpr std::uint32_t widest = 3;
    constexpr std::uint32_t widest_recap = 6;
    const std::uint32_t width = right.last - right.first + 1;
    const bool is_recap = sums_up(view, main, left, right, list);
    if (width < 2 || width > (is_recap ? widest_recap : widest) || left.last - left.first < 1) return false;
    std::set<std::string> seen;
    std::uint32_t below = 0; // rows of the list alone, where the table has ended
    bool has_measures = true;
    for (std::uint32_t row = *list.header + 1; row <= list.last_row; ++row) {
        std::uint32_t filled = 0;
        for (std::uint32_t column = right.first; column <= right.last; ++column) {
            if (!view.is_filled(row, column)) continue;
            ++filled;
            if (column > right.first && !view.is_number(row, column)) has_measures = false;
        }
        if (filled == 0) continue;
        if (filled < 2 || !view.is_text(row, right.first)) return false;
        if (!seen.insert(base::fold(view.label(row, right.first))).second) return false;
        if (row > main.last_row) ++below;
    }
    if (seen.size() < 2) return false;
    if (below > 0 || (is_recap && has_measures)) return true;
    for (std::uint32_t column = right.first + 1; has_measures && column <= right.last; ++column)
        if (scout.belongs_with(*list.header, left.first, left.last, column)) return false;
    return has_measures;
}

/// « Rappel enveloppe » alone above the first of these columns, which hold as many rows of texts that stand once each
/// as they need, and end before the table at their left does: a block of its own.
bool is_titled_list(const SheetView& view, const Side& main, const Stretch& right, const Side& list)
{
    if (*list.header == 0 || list.last_row >= main.last_row || right.last == right.first) return false;
    for (std::uint32_t column = right.first; column <= right.last; ++column)
        if (view.is_text(*list.header - 1, column) != (column == right.first)) return false;
    std::set<std::string> seen;
    for (std::uint32_t row = *list.header + 1; row <= list.last_row; ++row) {
        if (!view.is_text(row, right.first)) return false;
        if (!seen.insert(base::fold(view.label(row, right.first))).second) return false;
    }
    return seen.size() >= 2;
}

/// The same without any number: words that stand once each say nothing of whether they are of the records at the left.
bool may_be_list_beside(const SheetView& view, const Stretch& right, const Side& list)
{
    constexpr std::uint32_t widest = 3;
    if (right.last == right.first || right.last - right.first >= widest) return false;
    std::set<std::string> seen;
    for (std::uint32_t row = *list.header + 1; row <= list.last_row; ++row) {
        for (std::uint32_t column = right.first; column <= right.last; ++column)
            if (view.is_number(row, column)) return false;
        if (!view.is_filled(row, right.first)) return false;
        if (!seen.insert(base::fold(view.label(row, right.first))).second) return false;
    }
    return seen.size() >= 2;
}

} // namespace

std::optional<std::uint32_t> find_header(const Strip& strip, HeaderScout& scout, Stretch rows)
{
    constexpr std::uint32_t looked_ahead = 20;
    constexpr std::uint32_t searched_rows = 2000;
    for (std::uint32_t row = rows.first; row <= rows.last; ++row) {
        // Far below the top a header that nothing sets off is not looked for: every text would have to be understood.
        if (row - rows.first > searched_rows && strip.lines[row - 1].filled > 0) continue;
        const Strength strength = scout.strength(strip, row);
        if (strength == Strength::strong) return row;
        if (strength == Strength::none) continue;
        for (std::uint32_t next = row + 1; next <= std::min(rows.last, row + looked_ahead); ++next)
            if (scout.strength(strip, next) == Strength::strong && strip.lines[next].filled >= strip.lines[row].filled)
                return next;
        return row;
    }
    return std::nullopt;
}

Strip strip_of(const SheetView& view, std::uint32_t first, std::uint32_t last)
{
    return {first, last, view.lines(first, last)};
}

std::vector<Stretch> side_by_side(const SheetView& view, HeaderScout& scout, const Strip& strip, Stretch rows)
{
    std::vector<Stretch> joined;
    for (const Stretch& stretch : stretches(view, strip, rows)) {
        if (joined.empty()) {
            joined.push_back(stretch);
            continue;
        }
        const Side left = side_of(view, scout, strip, joined.back(), rows);
        const Side right = side_of(view, scout, strip, stretch, rows);
        const bool is_apart = !is_first_column(view, strip, joined.back(), right) && are_apart(left, right);
        const bool is_list = !is_apart && left.header &&
                             (is_list_beside(view, scout, joined.back(), left, stretch, right) ||
                              is_titled_list(view, left, stretch, right));
        if (is_apart || is_list) {
            joined.push_back({stretch.first, stretch.last, is_list, std::nullopt});
            continue;
        }
        joined.back().last = stretch.last;
        if (!joined.back().perhaps_list && may_be_list_beside(view, stretch, right))
            joined.back().perhaps_list = stretch.first;
    }
    if (joined.empty()) joined.push_back({strip.first_column, strip.last_column, false, std::nullopt});
    // Titles may stand left of the first table or right of the last.
    joined.front().first = strip.first_column;
    joined.back().last = strip.last_column;
    return joined;
}

} // namespace bilan::intake
