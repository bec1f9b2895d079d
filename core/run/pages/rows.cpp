// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/text.hpp"
#include "run/pages/long_pages.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::run::pages {

namespace {

constexpr std::size_t longest = 2'000; ///< characters of a cell

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

/// The rows of a dataset with their place in the partner's file before them.
class DatasetRows final : public workbook::RowSource {
public:
    DatasetRows(const Material& material, std::shared_ptr<const data::Dataset> dataset)
        : language_(material.given.language), dataset_(std::move(dataset)), columns_(columns_with_something(*dataset_))
    {
    }

    [[nodiscard]] const std::vector<const data::Column*>& columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const override { return dataset_->rows(); }
    [[nodiscard]] workbook::Value value(std::size_t row, std::size_t column) const override
    {
        switch (column) {
        case 0: return dataset_->origin(row).file;
        case 1: return dataset_->origin(row).sheet;
        case 2: return static_cast<double>(dataset_->source_row(row)) + 1;
        default: return value_of(*columns_[column - 3], row);
        }
    }

private:
    [[nodiscard]] workbook::Value value_of(const data::Column& column, std::size_t row) const
    {
        if (column.states[row] != data::State::value) return column.states[row];
        if (column.field.type == data::FieldType::boolean)
            return (column.numbers[row] != 0 ? base::Words{"oui", "yes"} : base::Words{"non", "no"}).in(language_);
        if (column.field.type == data::FieldType::date) return Date{column.numbers[row]};
        if (data::is_numeric(column.field.type)) return column.numbers[row];
        if (column.field.type != data::FieldType::choices) return std::string(base::head(column.text(row), longest));
        const std::string list = base::replace_all(column.text(row), std::string_view(&data::list_separator, 1), " ; ");
        return std::string(base::head(list, longest));
    }

    base::Language language_;
    std::shared_ptr<const data::Dataset> dataset_;
    std::vector<const data::Column*> columns_;
};

workbook::Page page_of(const Material& material, const std::shared_ptr<const data::Dataset>& dataset)
{
    workbook::Page page;
    page.id = "donnees_" + dataset->schema().id;
    page.name = material.say({"Données ", "Data "}) + dataset->schema().id;
    page.title = material.say({"Lignes lues\u00A0: ", "Rows as read: "}) + material.say(dataset->schema().label);
    page.subtitle = material.say(
        {"Usage interne\u00A0: cette feuille n'est pas à diffuser.", "Internal use: this sheet is not for release."});
    page.order = Order::rows;
    const auto rows = std::make_shared<DatasetRows>(material, dataset);
    workbook::LongTable table;
    table.id = page.id;
    table.columns = {{"source_fichier", workbook::ColumnKind::text},
                     {"source_feuille", workbook::ColumnKind::text},
                     {"source_ligne", workbook::ColumnKind::integer}};
    for (const data::Column* column : rows->columns())
        table.columns.push_back({column->field.id, kind_of(column->field.type)});
    table.source = rows;
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace

std::vector<workbook::Page> rows_pages(const Material& material)
{
    std::vector<workbook::Page> pages;
    if (material.given.profile != "interne") return pages;
    for (const auto& [schema, dataset] : material.given.datasets)
        if (dataset->rows() > 0) std::ranges::move(in_sheets(page_of(material, dataset)), std::back_inserter(pages));
    return pages;
}

} // namespace bilan::run::pages
