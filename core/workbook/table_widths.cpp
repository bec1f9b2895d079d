// SPDX-License-Identifier: MPL-2.0
#include "workbook/table_widths.hpp"

#include "base/number.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/font.hpp"
#include "workbook/style_book.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bilan::workbook {

namespace {

constexpr Face body{};
constexpr Face strong{.bold = true};
constexpr double narrowest = 58;
constexpr double narrowest_label = 130; ///< first column, when it holds words

/// The width at which a column wraps its text, or cuts no number.
double widest(ColumnKind kind)
{
    if (kind == ColumnKind::long_text) return 460;
    if (kind == ColumnKind::text) return 290;
    return 200;
}

double header_width(const std::string& header, double room, double reserved)
{
    constexpr std::size_t most_lines = 2;
    constexpr double widest_header = 190;
    constexpr double step = 6;
    double width = std::max(room, longest_word(header, strong) + reserved);
    while (width < widest_header &&
           wrapped_lines(header, strong, width - reserved + cell_margin - wrap_margin) > most_lines)
        width += step;
    return width;
}

bool is_with_cents(const Column& column, const Value& value)
{
    if (column.kind != ColumnKind::euro) return false;
    const double euros = cell_number(value).value_or(0);
    return base::round_half_away(euros, 2) != base::round_half_away(euros, 0);
}

/// Measures the cells of one column, only as many as can still make it wider.
class ColumnMeasure {
public:
    ColumnMeasure(const Column& column, base::Language language)
        : column_(column), kind_(column.kind), language_(language), most_(widest(column.kind))
    {
    }

    void take(const Value& value, TableWidths& found, std::size_t column)
    {
        if (const std::optional<double> number = cell_number(value)) {
            const Mark mark = mark_of(value);
            if (mark != Mark::none) found.marks.insert(mark);
            if (*number < 0) found.has_negative[column] = true;
            if (const auto* figure = std::get_if<data::Figure>(&value)) {
                widen(text_width(cell_value(*figure, column_, language_).shown, strong) + unit_width(*figure));
                is_partial_ = is_partial_ || mark == Mark::at_least;
            }
            has_cents_ = has_cents_ || is_with_cents(column_, value);
            if (std::abs(*number) <= largest_) return; // no longer than one measured before
            largest_ = std::abs(*number);
            widen(text_width(cell_value(-largest_, column_, language_).shown, strong) +
                  text_width(cell_value(std::string("≥ *"), kind_, language_).shown, strong));
            return;
        }
        if (width_ >= most_ && std::holds_alternative<std::string>(value)) return;
        const CellValue cell = cell_value(value, kind_, language_);
        if (cell.missing) found.shorthands.insert(*cell.missing);
        is_partial_ = is_partial_ || (cell.missing && data::is_unknown(*cell.missing));
        has_words_ = has_words_ || !cell.shown.empty();
        widen(text_width(cell.shown, body));
    }
    /// What the format of a figure's cell adds to its digits.
    [[nodiscard]] double unit_width(const data::Figure& figure) const
    {
        if (kind_ != ColumnKind::figure) return 0;
        if (figure.unit == data::Unit::euro) return text_width("\u00A0€", strong);
        return figure.unit == data::Unit::points ? text_width("+,0\u00A0pt", strong) : 0;
    }
    void widen(double width) { width_ = std::min(most_, std::max(width_, width + cell_margin)); }
    /// Of a sum over rows that are not all known, the sign before it too.
    void take_sum(double sum)
    {
        widen(text_width(cell_value(sum, column_, language_).shown, strong) +
              (is_partial_ ? text_width("≥\u00A0", strong) : 0));
    }
    void take_total(const Value& total)
    {
        const auto* figure = std::get_if<data::Figure>(&total);
        widen(text_width(cell_value(total, column_, language_).shown, strong) + (figure ? unit_width(*figure) : 0));
    }
    [[nodiscard]] bool has_cents() const { return has_cents_; }
    void make_room_for_cents() { width_ = std::min(most_, width_ + text_width(",00", strong)); }
    /// A column for long texts without a word yet is there to be filled in.
    [[nodiscard]] double width() const { return kind_ == ColumnKind::long_text && !has_words_ ? most_ : width_; }

private:
    const Column& column_;
    ColumnKind kind_;
    base::Language language_;
    double most_;
    double width_ = narrowest;
    double largest_ = -1;
    bool has_words_ = false;
    bool has_cents_ = false;
    bool is_partial_ = false;
};

} // namespace

namespace {

struct Measuring {
    base::Language language;
    std::size_t rows; ///< of the table

    double width(const Column& column, std::size_t at, const std::string& header, double room) const
    {
        const double reserved = cell_margin + (has_filter(rows) ? button_width : 0);
        const double width = header_width(header, room, reserved);
        return at == 0 && !is_numeric(column.kind) ? std::max(width, narrowest_label) : width;
    }
};

} // namespace

TableWidths table_widths(const Table& table, const std::vector<std::string>& headers, base::Language language)
{
    TableWidths found;
    found.has_negative.resize(table.columns.size());
    const Measuring measuring{language, table.rows.size()};
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Column& column = table.columns[at];
        ColumnMeasure measure(column, language);
        double sum = 0;
        for (const std::vector<Value>& row : table.rows) {
            measure.take(row[at], found, at);
            sum += std::abs(cell_number(row[at]).value_or(0));
        }
        if (column.total == Total::sum) measure.take_sum(sum);
        if (column.total == Total::given || column.total == Total::label) measure.take_total(column.total_value);
        if (measure.has_cents()) measure.make_room_for_cents();
        found.pixels.push_back(measuring.width(column, at, headers[at], measure.width()));
    }
    return found;
}

TableWidths table_widths(const LongTable& table, const std::vector<std::string>& headers, base::Language language)
{
    TableWidths found;
    found.has_negative.resize(table.columns.size());
    found.has_cents.resize(table.columns.size());
    const std::size_t rows = table.source->rows();
    const Measuring measuring{language, rows};
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Column& column = table.columns[at];
        ColumnMeasure measure(column, language);
        for (std::size_t row = 0; column.kind != ColumnKind::long_text && row < rows; ++row)
            measure.take(table.source->value(row, at), found, at);
        found.has_cents[at] = measure.has_cents();
        if (found.has_cents[at]) measure.make_room_for_cents();
        found.pixels.push_back(measuring.width(column, at, headers[at], measure.width()));
    }
    return found;
}

std::string shorthand_line(const TableWidths& widths, base::Language language)
{
    const LayoutWords& words = layout_words(language);
    std::string line;
    for (const data::State state : widths.shorthands) {
        if (state == data::State::empty && language == base::Language::french) continue; // « vide » says it itself
        const std::string meaning = data::words(state).in(language);
        line += (line.empty() ? std::string(words.shorthand) : std::string(" · ")) + std::string(data::code(state)) +
                " = " + meaning;
    }
    for (const Mark mark : widths.marks)
        line += (line.empty() ? std::string() : std::string(" · ")) +
                std::string(mark == Mark::at_least ? words.at_least : words.partial);
    return line;
}

} // namespace bilan::workbook
