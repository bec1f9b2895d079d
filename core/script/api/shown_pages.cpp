// SPDX-License-Identifier: MPL-2.0
#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "data/figure_text.hpp"
#include "script/api/shown_value.hpp"
#include "workbook/table_formulas.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::script {

namespace {

constexpr std::size_t longest_cell = 60;

std::string number_text(double number, workbook::ColumnKind kind, base::Language language)
{
    using workbook::ColumnKind;
    switch (kind) {
    case ColumnKind::rate: return base::percent_for_people(number, 1, language);
    case ColumnKind::year: return base::shortest(number);
    case ColumnKind::integer: return base::for_people(number, 0, language);
    case ColumnKind::euro: return base::for_people(number, data::euro_decimals(number, false), language) + "\u00A0€";
    default: return base::for_people(number, std::trunc(number) == number ? 0 : 1, language);
    }
}

struct CellText {
    workbook::ColumnKind kind;
    base::Language language;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(double number) const { return number_text(number, kind, language); }
    std::string operator()(const std::string& text) const { return base::for_display(text, longest_cell); }
    std::string operator()(bool yes) const
    {
        const base::Words words = yes ? base::Words{"oui", "yes"} : base::Words{"non", "no"};
        return words.in(language);
    }
    std::string operator()(const Date& date) const
    {
        const auto civil = base::civil_of(date.serial);
        return civil ? base::for_people(*civil, language) : base::iso_of_serial(date.serial);
    }
    std::string operator()(data::State state) const { return std::string(data::code(state)); }
    std::string operator()(const data::Figure& figure) const { return data::marked_for_people(figure, language); }
    std::string operator()(const workbook::FileLink& link) const { return base::for_display(link.text, longest_cell); }
    std::string operator()(const workbook::PageLink& link) const { return base::for_display(link.text, longest_cell); }
};

bool is_number(workbook::ColumnKind kind)
{
    using workbook::ColumnKind;
    return kind != ColumnKind::text && kind != ColumnKind::long_text && kind != ColumnKind::code &&
           kind != ColumnKind::date;
}

Shown shown_table(workbook::Table table, base::Language language)
{
    const bool has_formulas =
        std::ranges::any_of(table.columns, [](const workbook::Column& column) { return column.formula != nullptr; });
    if (has_formulas) workbook::TableFormulas(table, language).compute(table);
    Shown shown;
    shown.text = table.title;
    for (const workbook::Column& column : table.columns) {
        shown.headers.push_back(base::for_display(column.header, longest_cell));
        shown.are_numbers.push_back(is_number(column.kind));
    }
    for (const std::vector<workbook::Value>& row : table.rows) {
        std::vector<std::string> cells;
        for (std::size_t at = 0; at < row.size() && at < table.columns.size(); ++at)
            cells.push_back(std::visit(CellText{table.columns[at].kind, language}, row[at]));
        cells.resize(table.columns.size());
        shown.rows.push_back(std::move(cells));
    }
    shown.note = base::join(table.notes, "\n");
    return shown;
}

Shown shown_key_figures(const std::vector<workbook::KeyFigure>& figures, base::Language language)
{
    Shown shown;
    shown.headers = {"id", language == base::Language::french ? "chiffre clé" : "key figure",
                     language == base::Language::french ? "valeur" : "value",
                     language == base::Language::french ? "base et réserves" : "base and reserves"};
    shown.are_numbers = {false, false, true, false};
    for (const workbook::KeyFigure& figure : figures)
        shown.rows.push_back({figure.id, base::for_display(figure.label, longest_cell),
                              CellText{workbook::ColumnKind::figure, language}(figure.figure), figure.base});
    return shown;
}

} // namespace

std::vector<Shown> shown_pages(const BuiltReport& built, base::Language language)
{
    std::vector<Shown> all;
    if (!built.key_figures.empty()) all.push_back(shown_key_figures(built.key_figures, language));
    for (const workbook::Page& page : built.pages)
        for (const workbook::Block& block : page.blocks)
            if (const auto* table = std::get_if<workbook::Table>(&block)) all.push_back(shown_table(*table, language));
    for (const std::string& warning : built.warnings) all.push_back({"⚠ " + warning, {}, {}, {}, {}});
    return all;
}

} // namespace bilan::script
