// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/dittos.hpp"

#include "base/text.hpp"
#include "intake/cell_cursor.hpp"
#include "intake/shape/merges.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

/// Nearly no text is: it is not folded to find that out.
bool may_be_ditto(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos || first + 1 == text.size()) return first != std::string_view::npos;
    switch (text[first]) {
    case '"':
    case '\'':
    case '-':
    case '\xC2':
    case '\xE2':
    case '\xE3': return true;
    case 'i':
    case 'I': break;
    default: return false;
    }
    const char second = text[first + 1];
    return second == 'd' || second == 'D' || second == 'b' || second == 'B';
}

bool is_ditto(std::string_view text)
{
    constexpr std::size_t longest = 24;
    constexpr std::array<std::string_view, 16> marks{
        "idem",           "id.",           "id",     "ibid",   "ibid.",  "\"",   "''",
        "\"\"",           "\u00BB",        "\u201D", "\u3003", "- \" -", "-\"-", "- idem -",
        "idem ci-dessus", "idem au-dessus"};
    if (text.size() > longest || !may_be_ditto(text)) return false;
    const std::string folded = base::fold(base::trim(text));
    const bool is_mark = std::ranges::find(marks, base::trim(text)) != marks.end();
    return is_mark || std::ranges::find(marks, std::string_view(folded)) != marks.end();
}

bool holds_mark(const ColumnSource& from, CellCursor& cells, CellPosition at)
{
    const Cell cell = cells.at(at);
    return cell.type() == CellType::text && is_ditto(from.book->text(cell));
}

} // namespace

std::optional<ScratchColumn> with_dittos(const TakeIn& take_in, const TableDraft& draft, const ColumnSource& from,
                                         const data::Field& field)
{
    if (!VerticalMerges::fills_down(field)) return std::nullopt;
    CellCursor cells(*from.grid);
    const auto is_mark = [&](CellPosition at) { return holds_mark(from, cells, at); };
    if (std::ranges::none_of(from.cells, is_mark)) return std::nullopt;
    ScratchColumn scratch(draft.view->grid().facts);
    std::optional<CellPosition> above; // the last cell that says something itself
    const CellPosition* before = nullptr;
    for (const CellPosition& at : from.cells) {
        const bool is_again = before != nullptr && *before == at; // one row that became several records
        before = &at;
        if (is_again) continue;
        if (!is_mark(at)) {
            scratch.copy(*from.book, *from.grid, at);
            above = from.grid->at(at).is_filled() ? std::optional(at) : std::nullopt;
            continue;
        }
        const std::string mark = quoted(from.book->text(from.grid->at(at)));
        const Place place{from.file, draft.sheet(), at.row, at.column};
        if (!above) {
            take_in.say("BIL-525", data::Severity::alert, place, Done::refused, {"BIL-525", {mark}}, from.header);
            continue;
        }
        scratch.copy_to(at, *from.book, *from.grid, *above);
        // Where it stands, not what it says: it may name a person.
        take_in.say("BIL-524", data::Severity::alert, place, Done::converted,
                    {"BIL-524", {mark, std::to_string(above->row + 1)}}, from.header);
    }
    return scratch;
}

} // namespace bilan::intake
