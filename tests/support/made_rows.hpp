// SPDX-License-Identifier: MPL-2.0
//
// A source of values that a function makes, for tests of long tables.
#pragma once

#include "workbook/document.hpp"

#include <functional>
#include <utility>

namespace bilan::test {

class MadeRows final : public workbook::RowSource {
public:
    using Make = std::function<workbook::Value(std::size_t row, std::size_t column)>;
    MadeRows(std::size_t rows, Make make) : rows_(rows), make_(std::move(make)) {}

    [[nodiscard]] std::size_t rows() const override { return rows_; }
    [[nodiscard]] workbook::Value value(std::size_t row, std::size_t column) const override
    {
        return make_(row, column);
    }

private:
    std::size_t rows_;
    Make make_;
};

/// A page with one long table under its title.
inline workbook::Page long_page(std::vector<workbook::Column> columns, std::size_t rows, MadeRows::Make make)
{
    workbook::Page page;
    page.id = "donnees";
    page.name = "Données";
    page.title = "Lignes lues";
    workbook::LongTable table;
    table.id = "donnees";
    table.columns = std::move(columns);
    table.source = std::make_shared<MadeRows>(rows, std::move(make));
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace bilan::test
