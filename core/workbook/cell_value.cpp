// SPDX-License-Identifier: MPL-2.0
#include "workbook/cell_value.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "data/figure_text.hpp"
#include "workbook/names.hpp"
#include "workbook/style_book.hpp"
#include "workbook/words.hpp"

#include <cmath>

namespace bilan::workbook {

namespace {

/// Excel believes that 1900 was a leap year: before 1 March 1900 it shows another day, and before 1900 none at all.
/// Such dates are told in words.
constexpr double first_sure_serial = 61;

class Shower {
public:
    Shower(ColumnKind kind, base::Language language, int decimals = -1)
        : kind_(kind), language_(language), decimals_(decimals)
    {
    }

    CellValue operator()(std::monostate) const { return {}; }
    CellValue operator()(double number) const
    {
        if (!std::isfinite(number)) return (*this)(data::State::error);
        CellValue cell;
        cell.value = number;
        cell.number = number;
        cell.shown = kind_ == ColumnKind::rate   ? base::percent_for_people(number, shown_decimals(kind_), language_)
                     : kind_ == ColumnKind::year ? base::shortest(number)
                                                 : base::for_people(number, shown_decimals(kind_), language_);
        if (kind_ == ColumnKind::euro) show_cents(cell, number, false);
        if (decimals_ >= 0)
            show_decimals(cell, number, decimals_, kind_ == ColumnKind::rate);
        else if (kind_ == ColumnKind::decimal)
            show_small(cell, number);
        return cell;
    }
    CellValue operator()(const std::string& text) const
    {
        CellValue cell;
        cell.shown = excel_head(clean_text(text), longest_text);
        if (!cell.shown.empty()) cell.value = cell.shown;
        return cell;
    }
    CellValue operator()(bool yes) const
    {
        const LayoutWords& words = layout_words(language_);
        return (*this)(std::string(yes ? words.yes : words.no));
    }
    CellValue operator()(Date date) const
    {
        const auto civil = base::civil_of(date.serial);
        if (!civil) return (*this)(data::State::error);
        CellValue cell;
        cell.shown = base::for_people(*civil, language_);
        if (date.serial < first_sure_serial) {
            cell.value = cell.shown;
        } else {
            cell.value = date;
        }
        return cell;
    }
    CellValue operator()(data::State state) const
    {
        if (state == data::State::value) return {};
        CellValue cell;
        cell.missing = state;
        cell.shown = std::string(data::code(state));
        cell.value = cell.shown;
        return cell;
    }
    CellValue operator()(const data::Figure& figure) const
    {
        if (!figure.value) return (*this)(figure.cause);
        const bool is_date = figure.unit == data::Unit::date && std::isfinite(*figure.value);
        CellValue cell = is_date ? (*this)(Date{std::trunc(*figure.value)}) : (*this)(*figure.value);
        if (!cell.number && !is_date) return cell;
        if (kind_ == ColumnKind::figure) {
            cell.format = number_format(figure, language_);
            if (figure.unit == data::Unit::euro) show_cents(cell, *figure.value, figure.lower_bound);
            if (figure.unit == data::Unit::rate) cell.shown = base::percent_for_people(*figure.value, 1, language_);
        }
        if (kind_ == ColumnKind::euro) show_cents(cell, *figure.value, figure.lower_bound);
        const int decimals = decimals_ >= 0 ? decimals_ : int{figure.decimals};
        const bool is_rate = kind_ == ColumnKind::figure ? figure.unit == data::Unit::rate : kind_ == ColumnKind::rate;
        if (decimals >= 0 && !is_date) show_decimals(cell, *figure.value, decimals, is_rate);
        if (decimals < 0 && kind_ == ColumnKind::figure && figure.unit == data::Unit::number)
            show_small(cell, *figure.value);
        cell.mark = mark_of(figure);
        if (cell.mark == Mark::none) return cell;
        cell.format =
            marked(cell.format.empty() ? number_format(kind_, language_) : cell.format, cell.mark, *figure.value);
        cell.shown = cell.mark == Mark::at_least ? "≥\u00A0" + cell.shown : cell.shown + "\u00A0*";
        return cell;
    }
    CellValue operator()(const PageLink& link) const
    {
        CellValue cell;
        cell.shown = excel_head(one_line(link.text), longest_header);
        cell.page = link.page;
        cell.is_link = true;
        cell.value = Link{{}, cell.shown};
        return cell;
    }
    CellValue operator()(const FileLink& link) const
    {
        CellValue cell;
        cell.shown = excel_head(one_line(link.text), longest_header);
        cell.is_link = true;
        cell.value = Link{quoted_sheet(link.sheet) + "!" + cell_name(link.at), cell.shown, link.file};
        return cell;
    }

private:
    void show_decimals(CellValue& cell, double number, int decimals, bool is_rate) const
    {
        if (!is_numeric(kind_)) return;
        cell.shown = is_rate ? base::percent_for_people(number, decimals, language_)
                             : base::for_people(number, decimals, language_);
        cell.format = with_decimals(cell.format.empty() ? number_format(kind_, language_) : cell.format, decimals);
    }
    /// A number near 0 that would look like one.
    void show_small(CellValue& cell, double number) const
    {
        if (const int decimals = data::number_decimals(number); decimals > 1)
            show_decimals(cell, number, decimals, false);
    }
    void show_cents(CellValue& cell, double euros, bool is_lower_bound) const
    {
        const int decimals = data::euro_decimals(euros, is_lower_bound);
        if (decimals == 0) return;
        cell.shown = base::for_people(euros, decimals, language_);
        if (kind_ == ColumnKind::euro)
            cell.format = number_format(kind_, euros, is_lower_bound ? Mark::at_least : Mark::none, language_);
    }

    ColumnKind kind_;
    base::Language language_;
    int decimals_;
};

} // namespace

std::optional<double> cell_number(const Value& value)
{
    const double* number = std::get_if<double>(&value);
    if (const auto* figure = std::get_if<data::Figure>(&value); figure != nullptr && figure->value)
        number = &*figure->value;
    if (number == nullptr || !std::isfinite(*number)) return std::nullopt;
    return *number;
}

Mark mark_of(const Value& value)
{
    const auto* const figure = std::get_if<data::Figure>(&value);
    if (figure == nullptr || !figure->value || figure->unknown == 0) return Mark::none;
    return figure->lower_bound ? Mark::at_least : Mark::partial;
}

CellValue cell_value(const Value& value, ColumnKind kind, base::Language language)
{
    return std::visit(Shower(kind, language), value);
}

CellValue cell_value(const Value& value, const Column& column, base::Language language)
{
    return std::visit(Shower(column.kind, language, column.decimals), value);
}

} // namespace bilan::workbook
