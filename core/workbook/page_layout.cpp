// SPDX-License-Identifier: MPL-2.0
#include "workbook/page_layout.hpp"

#include "base/text.hpp"
#include "workbook/font.hpp"
#include "workbook/names.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <set>

namespace bilan::workbook {

namespace {

constexpr double narrowest_text = 640; ///< pixels: text does not run in a column of three words
constexpr double widest_text = 1036;   ///< nor across more than a page
constexpr double text_margin = 14;
constexpr double gap_points = 9;
/// A wider table would be printed too small with a chart beside it; a longer one would hide the chart below it.
constexpr double widest_beside = 760;
constexpr std::size_t most_rows_above = 10;
/// A header further down would freeze half the screen.
constexpr std::uint32_t last_frozen_row = 14;

bool have_the_same_heads(const PlacedTable& one, const PlacedTable& other)
{
    return std::ranges::equal(one.columns, other.columns, {}, &PlacedColumn::header, &PlacedColumn::header);
}

/// True for what is one page and a few lines, or two tables whose charts a page break would cut: printed a little
/// smaller it is one page. Sizes in pixels at 100 %.
bool leaves_few_lines(double width, double height, bool would_cut)
{
    constexpr double fewest_pages = 0.95; // another program's letters may be a little higher
    const double most_pages = would_cut ? 1.8 : 1.4;
    constexpr double smallest = 0.55; // below, nobody reads it
    const double scale = std::min(1.0, page_width / width);
    const double pages = height * scale / page_height;
    return pages >= fewest_pages && pages <= most_pages && scale / std::max(1.0, pages) >= smallest;
}

/// True for what is more than one page and a few lines.
bool takes_pages(double width, double height)
{
    return height > page_height * std::max(1.0, width / page_width) && !leaves_few_lines(width, height, false);
}

} // namespace

PageLayout::PageLayout(Page page, std::string sheet_name, StyleBook& styles)
    : page_(std::move(page)), styles_(styles), sheet_(std::move(sheet_name))
{
    laid_.id = page_.id;
    laid_.order = page_.order;
}

LaidPage PageLayout::run()
{
    plan_columns();
    write_header();
    for (Block& block : page_.blocks) {
        if (!std::holds_alternative<ChartOf>(block)) end_chart_row();
        std::visit([this](const auto& content) { write(content); }, block);
        block = Paragraph{}; // the rows of a table are not held twice
    }
    end_chart_row();
    set_up_print();
    laid_.sheet = sheet_.finish();
    return std::move(laid_);
}

void PageLayout::plan_columns()
{
    std::size_t most_figures = 0;
    for (Block& block : page_.blocks) {
        if (Table* table = std::get_if<Table>(&block)) tables_.emplace_back(std::exchange(*table, {}), styles_);
        if (const auto* form = std::get_if<Form>(&block)) workbook::widen(*form, styles_, sheet_);
        if (const auto* table = std::get_if<LongTable>(&block)) long_tables_.emplace_back(*table, styles_);
        if (const auto* figures = std::get_if<KeyFigures>(&block))
            most_figures = std::max(most_figures, figures->figures.size());
    }
    for (const TableLayout& table : tables_) widen(table.widths());
    for (const LongTableLayout& table : long_tables_) widen(table.widths());
    if (tables_.empty() && most_figures > 0) {
        const bool has_charts = std::ranges::any_of(
            page_.blocks, [](const Block& block) { return std::holds_alternative<ChartOf>(block); });
        cards_ = card_grid(most_figures, page_.one_page && has_charts);
        cards_->widen(sheet_);
    }
    const double content = chart_column_ == 0 ? widest_text : sheet_.left_of(chart_column_ - 1);
    last_text_column_ = cards_ ? cards_->last_column()
                               : sheet_.last_column_within(std::clamp(content, narrowest_text, widest_text) + 1);
    charts_below_ = content > widest_beside && std::ranges::all_of(tables_, [](const TableLayout& table) {
                        return table.table().rows.size() <= most_rows_above;
                    });
    if (!charts_below_ && std::any_of(tables_.begin(), tables_.end(),
                                      [](const TableLayout& table) { return !table.table().charts.empty(); }))
        sheet_.widen(chart_column_ - 1, chart_gap);
    plan_aside();
}

/// What only the charts need stands right of all that is read or printed.
void PageLayout::plan_aside()
{
    std::vector<double> widest;
    for (const TableLayout& table : tables_) {
        const std::vector<double>& pixels = table.aside_pixels();
        if (widest.size() < pixels.size()) widest.resize(pixels.size());
        for (std::size_t column = 0; column < pixels.size(); ++column)
            widest[column] = std::max(widest[column], pixels[column]);
    }
    if (widest.empty()) return;
    const double charts = (charts_below_ ? second_chart_below : sheet_.left_of(chart_column_)) + chart_width;
    const double texts = sheet_.left_of(std::max(last_text_column_ + 1, chart_column_));
    aside_column_ = sheet_.column_at(std::max(charts, texts)) + 2;
    sheet_.set_aside(aside_column_);
    for (std::size_t column = 0; column < widest.size(); ++column)
        sheet_.widen(aside_column_ + static_cast<std::uint32_t>(column), widest[column]);
}

void PageLayout::widen(const TableWidths& widths)
{
    for (std::size_t column = 0; column < widths.pixels.size(); ++column) {
        sheet_.widen(static_cast<std::uint32_t>(column), widths.pixels[column]);
        chart_column_ = std::max(chart_column_, static_cast<std::uint32_t>(column) + 2);
    }
}

void PageLayout::write_header()
{
    write_line(page_.title, TextRole::title);
    if (!page_.subtitle.empty()) write_line(page_.subtitle, TextRole::subtitle);
    laid_.back = {row_++, 0};
    gap();
}

void PageLayout::gap()
{
    sheet_.heighten(row_++, gap_points);
}

void PageLayout::write_line(const std::string& text, TextRole role, bool across)
{
    const StyleIndex style = styles_.text(role);
    const std::string clean = excel_head(clean_text(text), longest_text);
    const double room = sheet_.left_of(last_text_column_ + 1) - (across ? 2 : 1) * text_margin;
    const std::size_t lines = wrapped_lines(clean, styles_.face(style), room);
    sheet_.heighten(row_, row_height(lines, styles_.face(style), across ? 5 : 0));
    // A text that fits its own column needs no merged cells.
    const bool fits = text_width(clean, styles_.face(style)) < sheet_.column_pixels(0) - text_margin;
    sheet_.put_across({row_, 0}, fits && !across ? 0 : last_text_column_, clean, style);
    ++row_;
}

void PageLayout::write(const Heading& heading)
{
    gap();
    write_line(heading.text, heading.level <= 2 ? TextRole::heading : TextRole::subheading);
}

void PageLayout::write(const Paragraph& paragraph)
{
    if (!paragraph.warning) return write_line(paragraph.text, TextRole::paragraph);
    const LayoutWords& words = layout_words(styles_.language());
    const bool says_it = base::fold(paragraph.text).starts_with(words.warning_stem);
    write_line(says_it ? paragraph.text : std::string(words.warning) + paragraph.text, TextRole::warning, true);
}

void PageLayout::write(const KeyFigures& figures)
{
    row_ = cards_ ? write_cards(figures, *cards_, styles_, sheet_, row_, laid_.figures)
                  : write_list(figures, styles_, sheet_, row_, laid_.figures);
}

void PageLayout::write_table_lines(const TableLayout& layout)
{
    const Table& table = layout.table();
    const LayoutWords& words = layout_words(styles_.language());
    if (!table.title.empty() && table.title != page_.title) {
        if (row_ > laid_.back.row + 2) gap();
        write_line(table.title, TextRole::table_title);
    }
    if (!table.subtitle.empty() && table.subtitle != page_.subtitle) write_line(table.subtitle, TextRole::note);
    if (!table.base.empty()) write_line(labelled(words.base, table.base), TextRole::note);
    if (!table.source.empty()) write_line(labelled(words.source, table.source), TextRole::note);
    write_shorthands(layout.widths());
}

void PageLayout::write_shorthands(const TableWidths& widths)
{
    if (const std::string line = shorthand_line(widths, styles_.language()); !line.empty())
        write_line(line, TextRole::note);
}

void PageLayout::write(const LongTable&)
{
    LongTableLayout layout = std::move(long_tables_.front());
    long_tables_.pop_front();
    write_shorthands(layout.widths());
    if (row_ > laid_.back.row + 2) gap();
    laid_.tables.push_back(layout.write(sheet_, row_));
    row_ = sheet_.part().tables.back().range.last_row + 1;
    gap();
}

void PageLayout::write(const Table&)
{
    TableLayout layout = std::move(tables_.front());
    tables_.pop_front();
    write_table_lines(layout);
    write_parameters(layout.table());
    if (row_ > laid_.back.row + 2) gap();
    TableMarks marks;
    PlacedTable placed = layout.write(sheet_, row_, aside_column_, marks);
    std::move(marks.figures.begin(), marks.figures.end(), std::back_inserter(laid_.figures));
    std::move(marks.links.begin(), marks.links.end(), std::back_inserter(laid_.links));
    const std::uint32_t header = row_;
    row_ = sheet_.part().tables.back().range.last_row + 1;
    write_table_notes(layout);
    const std::uint32_t below_table = row_;
    if (charts_below_) {
        place_charts_below(placed);
    } else {
        row_ = header;
        const double width = sheet_.left_of(chart_column_) + chart_width;
        place_charts(placed, takes_pages(width, sheet_.top_of(below_table)));
        row_ = std::max(row_, below_table);
    }
    gap();
    laid_.tables.push_back(std::move(placed));
}

void PageLayout::write_parameters(const Table& table)
{
    if (table.parameters.empty()) return;
    gap();
    write_line(std::string(layout_words(styles_.language()).parameters), TextRole::subheading);
    for (const Parameter& parameter : table.parameters) {
        const StyleIndex label = styles_.text(TextRole::paragraph);
        const std::string words = one_line(parameter.label.empty() ? parameter.name : parameter.label);
        const std::size_t lines = wrapped_lines(words, styles_.face(label), sheet_.column_pixels(0) - text_margin);
        sheet_.heighten(row_, row_height(lines, styles_.face(label), 4));
        sheet_.put({row_, 0}, words, label);
        sheet_.put({row_, 1}, parameter.value, styles_.cell(parameter.kind, CellRole::input));
        laid_.parameters.push_back({TableFormulas::parameter_name(table, parameter), {row_, 1}});
        ++row_;
    }
}

void PageLayout::write_table_notes(const TableLayout& layout)
{
    const Table& table = layout.table();
    const std::vector<std::string> problems = layout.problems();
    gap();
    const std::uint32_t usual = last_text_column_;
    if (table.charts.size() > problems.size() && !charts_below_)
        last_text_column_ = std::min(usual, chart_column_ - 2); // not under the chart
    for (const std::string& problem : problems) write_line(problem, TextRole::warning, true);
    for (const std::string& note : table.notes) write_line(note, TextRole::note);
    std::set<std::string> said(table.notes.begin(), table.notes.end());
    for (const Chart& chart : table.charts)
        if (!chart.note.empty() && said.insert(chart.note).second) write_line(chart.note, TextRole::note);
    last_text_column_ = usual;
}

void PageLayout::write(const Form& form)
{
    gap();
    row_ = write_form(form, styles_, sheet_, row_, laid_.lists);
    sheet_.part().freeze = CellPosition{row_, 1};
    sheet_.part().print.repeated_rows = Span{row_ - 3, row_ - 3};
}

void PageLayout::set_up_print()
{
    PrintSetup& print = sheet_.part().print;
    // A page break would cut a chart below its table in two; such a table is short.
    const bool has_chart = !sheet_.part().charts.empty();
    // Rows that are made while they are written have no height yet.
    const bool is_short =
        sheet_.part().rows == nullptr &&
        leaves_few_lines(sheet_.printed_width(), sheet_.printed_height(), has_chart && laid_.tables.size() > 1);
    print.pages_high = page_.one_page || (charts_below_ && has_chart) || is_short ? 1 : 0;
    if (laid_.tables.empty()) return;
    const PlacedTable& first = laid_.tables.front();
    const bool is_of_all =
        std::ranges::all_of(laid_.tables, [&](const PlacedTable& other) { return have_the_same_heads(first, other); });
    const PlacedTable* const repeated = is_of_all ? &first : print.pages_high == 0 ? last_cut() : nullptr;
    if (repeated != nullptr) print.repeated_rows = Span{repeated->header_row, repeated->header_row};
    if (is_of_all && first.header_row <= last_frozen_row) sheet_.part().freeze = CellPosition{first.header_row + 1, 0};
}

/// The last table that a page cuts, or null. A header is repeated on the pages after its own: that one stands above no
/// rows but its table's, and above tables that have theirs on the same page.
const PlacedTable* PageLayout::last_cut() const
{
    const double page = page_height * std::max(1.0, sheet_.printed_width() / page_width);
    const auto page_of = [&](std::uint32_t row) { return static_cast<int>(sheet_.top_of(row) / page); };
    const auto is_cut = [&](const PlacedTable& table) { return page_of(table.header_row) != page_of(table.last_row); };
    const auto cut = std::find_if(laid_.tables.rbegin(), laid_.tables.rend(), is_cut);
    return cut == laid_.tables.rend() ? nullptr : &*cut;
}

} // namespace bilan::workbook
