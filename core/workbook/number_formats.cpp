// SPDX-License-Identifier: MPL-2.0
//
// How numbers look in cells: by the kind of a column, the unit of a figure, the mark beside a value.
#include "workbook/style_book.hpp"

#include "base/text.hpp"
#include "data/figure_text.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

std::string number_format(ColumnKind kind, base::Language language)
{
    switch (kind) {
    case ColumnKind::text:
    case ColumnKind::long_text:
    case ColumnKind::code: return "@";
    case ColumnKind::integer:
    case ColumnKind::euro: return "#,##0";
    case ColumnKind::decimal: return "#,##0.0";
    case ColumnKind::rate: return "0.0%";
    case ColumnKind::points: return "+0.0;-0.0;0.0";
    case ColumnKind::figure: return "#,##0.0";
    case ColumnKind::date: return std::string(layout_words(language).date_format);
    case ColumnKind::year: break;
    }
    return "0";
}

std::string number_format(ColumnKind kind, double number, Mark mark, base::Language language)
{
    const bool has_cents = kind == ColumnKind::euro && data::euro_decimals(number, mark == Mark::at_least) > 0;
    return has_cents ? "#,##0.00" : number_format(kind, language);
}

namespace {

std::string usual_format(const data::Figure& figure, base::Language language)
{
    const bool is_whole = figure.value && std::trunc(*figure.value) == *figure.value;
    switch (figure.unit) {
    case data::Unit::count:
    case data::Unit::people: return "#,##0";
    case data::Unit::euro: {
        const bool has_cents = figure.value && data::euro_decimals(*figure.value, figure.lower_bound) > 0;
        return has_cents ? "#,##0.00\"\u00A0€\"" : "#,##0\"\u00A0€\"";
    }
    case data::Unit::rate: return "0.0%";
    case data::Unit::points: return "+0.0\"\u00A0pt\";-0.0\"\u00A0pt\";0.0\"\u00A0pt\"";
    case data::Unit::year: return "0";
    case data::Unit::date: return number_format(ColumnKind::date, language);
    case data::Unit::number: break;
    }
    return is_whole ? "#,##0" : "#,##0.0";
}

} // namespace

std::string number_format(const data::Figure& figure, base::Language language)
{
    const std::string usual = usual_format(figure, language);
    const bool is_day = figure.unit == data::Unit::year || figure.unit == data::Unit::date;
    return figure.decimals < 0 || is_day ? usual : with_decimals(usual, figure.decimals);
}

std::string with_decimals(const std::string& format, int decimals)
{
    std::string all;
    for (const std::string_view section : base::split(format, ';')) {
        if (!all.empty()) all += ';';
        const std::size_t end = section.find_last_of('0') + 1; // words of a format have no digit
        const std::size_t whole = std::min(section.find('.'), end);
        all += section.substr(0, whole);
        if (decimals > 0) all += '.' + std::string(static_cast<std::size_t>(decimals), '0');
        all += section.substr(end);
    }
    return all;
}

std::string marked(const std::string& format, Mark mark, double number)
{
    if (mark == Mark::none) return format;
    // Excel puts the sign of a number before its only section: « -≥ 3 000 » would say the other direction.
    const bool loses_sign = mark == Mark::at_least && number < 0 && format.find(';') == std::string::npos;
    if (loses_sign) return marked(format + ";-" + format, mark, number);
    std::string all;
    for (const std::string_view section : base::split(format, ';')) {
        if (!all.empty()) all += ';';
        if (mark == Mark::at_least) all += "\"≥\u00A0\"";
        all += section;
        if (mark == Mark::partial) all += "\"\u00A0*\"";
    }
    return all;
}

int shown_decimals(ColumnKind kind)
{
    return kind == ColumnKind::decimal || kind == ColumnKind::rate || kind == ColumnKind::points ? 1 : 0;
}

bool is_numeric(ColumnKind kind)
{
    return kind == ColumnKind::integer || kind == ColumnKind::decimal || kind == ColumnKind::rate ||
           kind == ColumnKind::euro || kind == ColumnKind::points || kind == ColumnKind::figure;
}

} // namespace bilan::workbook
