// SPDX-License-Identifier: MPL-2.0
#include "workbook/table_writing.hpp"

#include "workbook/contrast.hpp"
#include "workbook/font.hpp"
#include "workbook/names.hpp"
#include "workbook/table_header.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <span>

namespace bilan::workbook {

TableWriting::TableWriting(Table& table, ColumnPlaces places, const std::vector<std::string>& headers,
                           const TableFormulas& formulas, const std::map<std::size_t, MadeFormula>& made,
                           StyleBook& styles, SheetBuilder& sheet, TableMarks& marks)
    : table_(table), places_(places), headers_(headers), formulas_(formulas), made_(made), styles_(styles),
      sheet_(sheet), marks_(marks), name_(identifier("T_", table.id)), column_styles_(table.columns.size()),
      totals_(table.columns.size())
{
}

StyleIndex TableWriting::style(std::size_t column, CellRole role)
{
    std::optional<StyleIndex>& known = column_styles_[column][static_cast<std::size_t>(role)];
    if (!known) known = styles_.cell(table_.columns[column].kind, role);
    return *known;
}

StyleIndex TableWriting::total_style(std::size_t column)
{
    const TotalCell& total = total_cells_[column];
    if (total.missing) return style(column, CellRole::missing_total);
    if (total.format.empty()) return style(column, CellRole::total);
    return styles_.cell(table_.columns[column].kind, CellRole::total, total.format);
}

CellPosition TableWriting::at(std::size_t column) const
{
    return {row_, places_.of(column)};
}

void TableWriting::run(std::uint32_t header_row, PlacedTable& placed)
{
    row_ = header_row;
    write_headers(sheet_, row_, std::span(headers_).first(places_.own), table_.columns, has_filter(table_.rows.size()),
                  styles_);
    write_headers_aside();
    placed.header_row = header_row;
    placed.first_row = first_row_ = ++row_;
    placed.has_rows = !table_.rows.empty();
    const bool has_total = has_total_row(table_);
    if (!placed.has_rows) write_absence();
    for (std::vector<Value>& row : table_.rows) {
        write_row(row);
        row = {}; // a table of many rows is not held twice
        ++row_;
    }
    placed.last_row = placed.has_rows ? row_ - 1 : row_;
    write_note_aside(placed.last_row + 1);
    if (has_total) write_total();
    add_part(header_row, has_total);
}

void TableWriting::write_row(const std::vector<Value>& row)
{
    std::vector<std::optional<double>> numbers;
    numbers.reserve(row.size());
    for (const Value& value : row) numbers.push_back(cell_number(value));
    const std::string row_words = cell_value(row.front(), table_.columns.front().kind, styles_.language()).shown;
    sheet_.heighten(row_, body_points);
    for (std::size_t column = 0; column < row.size(); ++column) {
        CellValue cell = cell_value(row[column], table_.columns[column], styles_.language());
        totals_[column].take(cell);
        cell.value = live(column, with_ratio(column, numbers, std::move(cell.value)));
        mark_figure(row[column], column, row_words);
        write_cell(column, std::move(cell));
    }
}

void TableWriting::write_cell(std::size_t column, CellValue cell)
{
    const CellPosition place = at(column);
    const bool is_aside = column >= places_.own;
    const CellRole role = is_aside       ? CellRole::aside
                          : cell.missing ? CellRole::missing
                          : cell.is_link ? CellRole::link
                                         : CellRole::body;
    const StyleIndex index =
        cell.format.empty() ? style(column, role) : styles_.cell(table_.columns[column].kind, role, cell.format);
    if (!cell.number && !cell.missing && !is_numeric(table_.columns[column].kind)) {
        const double room = sheet_.column_pixels(place.column) - wrap_margin;
        const std::size_t lines = wrapped_lines(cell.shown, styles_.face(index), room);
        if (lines > 1) sheet_.heighten(row_, row_height(lines, styles_.face(index), 2));
    }
    if (cell.page) marks_.links.push_back({place, *cell.page});
    const auto* formula = std::get_if<Formula>(&cell.value);
    const bool is_number = formula == nullptr ? std::holds_alternative<double>(cell.value)
                                              : std::holds_alternative<double>(formula->value);
    has_heat_ = has_heat_ || (is_number && std::ranges::find(table_.heat_columns, column) != table_.heat_columns.end());
    sheet_.put(place, std::move(cell.value), index);
}

/// In small: nobody has to read them.
void TableWriting::write_headers_aside()
{
    for (std::size_t column = places_.own; column < headers_.size(); ++column)
        sheet_.put(at(column), headers_[column], styles_.text(TextRole::note));
}

void TableWriting::write_note_aside(std::uint32_t row)
{
    if (headers_.size() == places_.own) return;
    const StyleIndex style = styles_.text(TextRole::note);
    sheet_.put_across({row, places_.aside}, places_.of(headers_.size() - 1),
                      std::string(layout_words(styles_.language()).aside), style);
}

void TableWriting::write_absence()
{
    for (std::size_t column = 0; column < places_.own; ++column)
        sheet_.put(at(column),
                   column == 0 ? SheetValue(std::string(layout_words(styles_.language()).no_row)) : SheetValue(),
                   style(column, CellRole::missing));
}

SheetValue TableWriting::live(std::size_t column, SheetValue value) const
{
    if (column < table_.columns.size() && table_.columns[column].formula)
        return formulas_.live(table_, column, row_, headers_, value);
    const auto made = made_.find(column);
    const double* number = std::get_if<double>(&value);
    if (made == made_.end() || number == nullptr) return value;
    const std::string text = made->second(first_row_, row_ - first_row_);
    return text.empty() ? value : SheetValue(Formula{text, *number});
}

/// Formulas over totals come last: they look at the others.
void TableWriting::add_total_cells()
{
    for (std::size_t column = 0; column < places_.own; ++column)
        total_cells_.push_back(total_cell(table_.columns[column], totals_[column],
                                          column_reference(name_, headers_[column]), styles_.language()));
    const auto total_of = [&](std::size_t column) {
        const TotalCell& cell = total_cells_[column];
        if (!cell.number) return formula_value(totals_[column].missing(), styles_.language());
        data::Figure figure;
        figure.value = cell.number;
        if (cell.mark == Mark::none) return formula_value(*cell.number, styles_.language());
        figure.base = figure.unknown = 1;
        figure.lower_bound = cell.mark == Mark::at_least;
        return formula_value(figure, styles_.language());
    };
    for (std::size_t column = 0; column < places_.own; ++column) {
        if (table_.columns[column].total != Total::formula || !table_.columns[column].formula) continue;
        Column made = table_.columns[column];
        made.total = Total::given;
        made.total_value = formulas_.total(table_, column, total_of);
        total_cells_[column] = total_cell(made, totals_[column], {}, styles_.language());
        total_cells_[column].value = live(column, std::move(total_cells_[column].value));
    }
}

void TableWriting::write_total()
{
    add_total_cells();
    std::vector<std::optional<double>> numbers;
    for (const TotalCell& total : total_cells_) numbers.push_back(total.number);
    std::string row_words;
    for (const TotalCell& total : total_cells_)
        if (row_words.empty() && !total.missing) row_words = total.label;
    for (std::size_t column = 0; column < places_.own; ++column) {
        TotalCell& total = total_cells_[column];
        if (table_.columns[column].total == Total::given) {
            mark_figure(table_.columns[column].total_value, column, row_words);
            total.value = with_ratio(column, numbers, std::move(total.value));
        }
        sheet_.put(at(column), total.value, total_style(column));
    }
    sheet_.heighten(row_, body_points + 1);
}

void TableWriting::mark_figure(const Value& value, std::size_t column, const std::string& row_words)
{
    const auto* figure = std::get_if<data::Figure>(&value);
    if (figure == nullptr) return;
    const std::string label =
        column == 0 || row_words.empty() ? headers_[column] : row_words + " · " + headers_[column];
    marks_.figures.push_back({{}, {}, at(column), label, {}, *figure});
}

SheetValue TableWriting::with_ratio(std::size_t column, const std::vector<std::optional<double>>& numbers,
                                    SheetValue value) const
{
    const auto& ratio = table_.columns[column].ratio_of;
    const double* known = std::get_if<double>(&value);
    if (!ratio || known == nullptr) return value;
    const std::optional<double> numerator = numbers[ratio->first];
    const std::optional<double> denominator = numbers[ratio->second];
    if (!numerator || !denominator || *denominator == 0 || *numerator / *denominator != *known) return value;
    return Formula{cell_name(at(ratio->first)) + "/" + cell_name(at(ratio->second)), *known};
}

void TableWriting::add_part(std::uint32_t header_row, bool has_total)
{
    TablePart part;
    part.name = name_;
    part.range = {header_row, 0, row_ - (table_.rows.empty() || has_total ? 0 : 1), at(places_.own - 1).column};
    part.total_row = has_total;
    part.filter = has_filter(table_.rows.size());
    for (std::size_t column = 0; column < places_.own; ++column) {
        TableColumn entry;
        entry.header = headers_[column];
        entry.style = style(column, CellRole::body);
        entry.header_style = styles_.header(table_.columns[column].kind);
        if (has_total) {
            const TotalCell& total = total_cells_[column];
            entry.total_label = total.label;
            entry.total_function = total.function;
            if (!total.function.empty()) entry.total = std::get<Formula>(total.value);
            entry.total_style = total_style(column);
        }
        part.columns.push_back(std::move(entry));
    }
    sheet_.part().tables.push_back(std::move(part));
    add_shading();
}

void TableWriting::add_shading()
{
    // Whether a column has a number is the partners' doing: one without any has nothing to shade.
    if (!has_heat_) return;
    ShadedCells shaded;
    shaded.lowest = white;
    shaded.highest = styles_.theme().heat;
    const auto last = first_row_ + static_cast<std::uint32_t>(table_.rows.size()) - 1;
    for (const std::size_t column : table_.heat_columns) {
        const auto at = static_cast<std::uint32_t>(column);
        shaded.ranges.push_back({first_row_, at, last, at});
    }
    sheet_.part().shadings.push_back(std::move(shaded));
}

} // namespace bilan::workbook
