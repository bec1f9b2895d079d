// SPDX-License-Identifier: MPL-2.0
#include "workbook/key_figure_layout.hpp"

#include "workbook/font.hpp"
#include "workbook/names.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace bilan::workbook {

namespace {

constexpr double full_page_pixels = 1290; ///< what two rows of cards, warnings and charts are 0.65 times as high as
constexpr double gap_pixels = 19;
constexpr double card_margin = 26;
constexpr double gap_points = 9;

/// The four lines of a card.
struct CardLines {
    std::string label;
    std::string base;
    std::string last; ///< note, or why the figure is fragile
};

/// Of a column that nobody sent there is no coverage to speak of: the card says so instead of the number, and no more.
bool is_absent(const KeyFigure& figure)
{
    return !figure.figure.value && figure.figure.cause == data::State::no_column;
}

bool is_fragile(const KeyFigure& figure)
{
    return figure.fragile && !is_absent(figure);
}

CardLines lines_of(const KeyFigure& figure, base::Language language)
{
    CardLines lines;
    lines.label = one_line(figure.label);
    if (!is_absent(figure)) lines.base = clean_text(base_words(figure.figure, figure.base, language));
    lines.last = clean_text(figure.note);
    if (is_fragile(figure)) {
        const std::string fragile(layout_words(language).fragile);
        lines.last = lines.last.empty() ? fragile : fragile + " · " + lines.last;
    }
    return lines;
}

bool has_value(const KeyFigure& figure)
{
    return figure.figure.value && std::isfinite(*figure.figure.value);
}

const base::Words nothing_to_divide_by{"dénominateur nul", "denominator is zero"};

/// The number, or in words why there is none: a card has the room that a cell of a table lacks.
SheetValue value_of(const KeyFigure& figure, base::Language language)
{
    if (has_value(figure)) return *figure.figure.value;
    if (figure.figure.denominator == 0.0) // of what nobody knows, or of nothing at all
        return figure.figure.unknown > 0 ? data::words(data::State::not_available).in(language)
                                         : nothing_to_divide_by.in(language);
    const data::State cause = figure.figure.value ? data::State::error : figure.figure.cause;
    return data::words(cause).in(language);
}

/// Base and coverage stand under the number already, so only a lower bound is marked.
std::string format_of(const KeyFigure& figure, base::Language language)
{
    const Mark mark = mark_of(figure.figure);
    return marked(number_format(figure.figure, language), mark == Mark::at_least ? mark : Mark::none,
                  figure.figure.value.value_or(0));
}

class CardWriter {
public:
    CardWriter(StyleBook& styles, SheetBuilder& sheet) : styles_(styles), sheet_(sheet) {}

    CellPosition write(const KeyFigure& figure, CellPosition top, bool last_line)
    {
        const CardLines lines = lines_of(figure, styles_.language());
        put(top, lines.label, styles_.card(CardRole::label));
        const CellPosition value{top.row + 1, top.column};
        sheet_.put(value, value_of(figure, styles_.language()),
                   has_value(figure) ? styles_.card(CardRole::value, format_of(figure, styles_.language()))
                                     : styles_.card(CardRole::missing_value));
        sheet_.heighten(value.row, row_height(1, {.points = 22}));
        put({top.row + 2, top.column}, lines.base, styles_.card(CardRole::base));
        if (last_line)
            put({top.row + 3, top.column}, lines.last,
                styles_.card(is_fragile(figure) ? CardRole::fragile : CardRole::note));
        return value;
    }

private:
    void put(CellPosition at, const std::string& text, StyleIndex style)
    {
        const double room = sheet_.column_pixels(at.column) - card_margin;
        const std::size_t lines = wrapped_lines(text, styles_.face(style), room);
        sheet_.heighten(at.row, row_height(lines, styles_.face(style), 3));
        sheet_.put(at, text.empty() ? SheetValue() : SheetValue(text), style);
    }

    StyleBook& styles_;
    SheetBuilder& sheet_;
};

} // namespace

void CardGrid::widen(SheetBuilder& sheet) const
{
    const double gaps = gap_pixels * (cards - 1);
    for (std::uint32_t card = 0; card < cards; ++card) {
        sheet.widen(card * 2, (pixels - gaps) / cards);
        if (card + 1 < cards) sheet.widen(card * 2 + 1, gap_pixels);
    }
}

CardGrid card_grid(std::size_t figures, bool is_full_page)
{
    constexpr std::size_t most_in_a_row = 4;
    const std::size_t rows = (figures + most_in_a_row - 1) / most_in_a_row;
    CardGrid grid;
    if (rows <= 1) {
        grid.cards = static_cast<std::uint32_t>(std::clamp<std::size_t>(figures, 3, most_in_a_row));
        return grid;
    }
    grid.cards = (figures + rows - 1) / rows < most_in_a_row ? 3 : 4;
    if (is_full_page) grid.pixels = full_page_pixels;
    return grid;
}

std::uint32_t write_cards(const KeyFigures& block, CardGrid grid, StyleBook& styles, SheetBuilder& sheet,
                          std::uint32_t row, std::vector<PlacedFigure>& placed)
{
    CardWriter writer(styles, sheet);
    for (std::size_t first = 0; first < block.figures.size(); first += grid.cards) {
        const std::size_t end = std::min(block.figures.size(), first + grid.cards);
        const bool last_line =
            std::any_of(block.figures.begin() + static_cast<std::ptrdiff_t>(first),
                        block.figures.begin() + static_cast<std::ptrdiff_t>(end),
                        [](const KeyFigure& figure) { return is_fragile(figure) || !figure.note.empty(); });
        for (std::size_t card = first; card < end; ++card) {
            const KeyFigure& figure = block.figures[card];
            const CellPosition at = writer.write(figure, {row, grid.column_of(card)}, last_line);
            placed.push_back({{}, {}, at, figure.label, figure.id, figure.figure});
        }
        row += last_line ? 4 : 3;
        sheet.heighten(row++, gap_points);
    }
    return row;
}

std::uint32_t write_list(const KeyFigures& block, StyleBook& styles, SheetBuilder& sheet, std::uint32_t row,
                         std::vector<PlacedFigure>& placed)
{
    for (const KeyFigure& figure : block.figures) {
        const CardLines lines = lines_of(figure, styles.language());
        const StyleIndex label = styles.text(TextRole::paragraph);
        const double room = sheet.column_pixels(0);
        sheet.heighten(row, row_height(wrapped_lines(lines.label, styles.face(label), room), styles.face(label)));
        sheet.put({row, 0}, lines.label, label);
        sheet.put({row, 1}, value_of(figure, styles.language()),
                  has_value(figure) ? styles.card(CardRole::listed_value, format_of(figure, styles.language()))
                                    : styles.card(CardRole::listed_missing));
        const std::string rest = lines.last.empty() ? lines.base : lines.base + " · " + lines.last;
        if (!rest.empty()) sheet.put({row, 2}, rest, styles.card(CardRole::listed_base));
        placed.push_back({{}, {}, {row, 1}, figure.label, figure.id, figure.figure});
        ++row;
    }
    return row;
}

} // namespace bilan::workbook
