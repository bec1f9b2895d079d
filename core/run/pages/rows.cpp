// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::run::pages {

namespace {

workbook::ColumnKind kind_of(data::FieldType type)
{
    switch (type) {
    case data::FieldType::count: return workbook::ColumnKind::integer;
    case data::FieldType::number: return workbook::ColumnKind::decimal;
    case data::FieldType::euro: return workbook::ColumnKind::euro;
    case data::FieldType::rate: return workbook::ColumnKind::rate;
    case data::FieldType::year: return workbook::ColumnKind::year;
    case data::FieldType::date: return workbook::ColumnKind::date;
    case data::FieldType::code: return workbook::ColumnKind::code;
    case data::FieldType::text:
    case data::FieldType::boolean:
    case data::FieldType::choice:
    case data::FieldType::choices: break;
    }
    return workbook::ColumnKind::text;
}

workbook::Value value_of(const Material& material, const data::Column& column, std::size_t row)
{
    if (column.states[row] != data::State::value) return column.states[row];
    if (column.field.type == data::FieldType::boolean)
        return column.numbers[row] != 0 ? material.say({"oui", "yes"}) : material.say({"non", "no"});
    if (column.field.type == data::FieldType::date) return Date{column.numbers[row]};
    if (data::is_numeric(column.field.type)) return column.numbers[row];
    const std::string text = base::replace_all(column.text(row), std::string_view(&data::list_separator, 1), " ; ");
    return std::string(base::head(text, 2'000));
}

/// A field that no partner sent anything for would only make the sheet wider.
std::vector<const data::Column*> columns_with_something(const data::Dataset& dataset)
{
    std::vector<const data::Column*> columns;
    for (const data::Column& column : dataset.columns())
        if (std::ranges::any_of(column.states, [](data::State state) {
                return state != data::State::no_column && state != data::State::empty;
            }))
            columns.push_back(&column);
    return columns;
}

workbook::Page page_of(const Material& material, const data::Dataset& dataset)
{
    workbook::Page page;
    page.id = "donnees_" + dataset.schema().id;
    page.name = material.say({"Données ", "Data "}) + dataset.schema().id;
    page.title = material.say({"Lignes lues\u00A0: ", "Rows as read: "}) + material.say(dataset.schema().label);
    page.subtitle = material.say(
        {"Usage interne\u00A0: cette feuille n'est pas à diffuser.", "Internal use: this sheet is not for release."});
    page.order = Order::rows;
    workbook::Table table;
    table.id = page.id;
    table.columns = {{"source_fichier", workbook::ColumnKind::text},
                     {"source_feuille", workbook::ColumnKind::text},
                     {"source_ligne", workbook::ColumnKind::integer}};
    const std::vector<const data::Column*> columns = columns_with_something(dataset);
    for (const data::Column* column : columns) table.columns.push_back({column->field.id, kind_of(column->field.type)});
    for (std::size_t row = 0; row < dataset.rows(); ++row) {
        std::vector<workbook::Value> line{dataset.origin(row).file, dataset.origin(row).sheet,
                                          static_cast<double>(dataset.source_row(row)) + 1};
        for (const data::Column* column : columns) line.push_back(value_of(material, *column, row));
        table.rows.push_back(std::move(line));
    }
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace

std::vector<workbook::Page> rows_pages(const Material& material)
{
    std::vector<workbook::Page> pages;
    if (material.given.profile != "interne") return pages;
    for (const auto& [schema, dataset] : material.given.datasets)
        if (dataset->rows() > 0) pages.push_back(page_of(material, *dataset));
    return pages;
}

} // namespace bilan::run::pages
