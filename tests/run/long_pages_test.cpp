// SPDX-License-Identifier: MPL-2.0
//
// More rows than a sheet holds go on in the next sheet, none lost, none twice.
#include "run/pages/long_pages.hpp"

#include <gtest/gtest.h>

namespace bilan::run::pages {
namespace {

class Numbers final : public workbook::RowSource {
public:
    explicit Numbers(std::size_t rows) : rows_(rows) {}
    [[nodiscard]] std::size_t rows() const override { return rows_; }
    [[nodiscard]] workbook::Value value(std::size_t row, std::size_t column) const override
    {
        return static_cast<double>(row * 10 + column);
    }

private:
    std::size_t rows_;
};

workbook::Page page_of(std::size_t rows)
{
    workbook::Page page;
    page.id = "donnees";
    page.name = "Données";
    page.title = "Lignes";
    workbook::LongTable table;
    table.id = page.id;
    table.columns = {{"n", workbook::ColumnKind::integer}};
    table.source = std::make_shared<Numbers>(rows);
    page.blocks.emplace_back(std::move(table));
    return page;
}

const workbook::LongTable& table_in(const workbook::Page& page)
{
    return std::get<workbook::LongTable>(page.blocks.at(0));
}

TEST(LongPages, StayOneSheetWhileTheyFit)
{
    EXPECT_EQ(in_sheets(page_of(0), 3).size(), 1U);
    const auto pages = in_sheets(page_of(3), 3);
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_EQ(pages[0].name, "Données");
    EXPECT_EQ(table_in(pages[0]).source->rows(), 3U);
    workbook::Page words;
    words.blocks.emplace_back(workbook::Paragraph{"Aucun constat.", false});
    EXPECT_EQ(in_sheets(std::move(words), 3).size(), 1U);
}

TEST(LongPages, GoOnInTheNextSheetWithTheNextRow)
{
    const auto pages = in_sheets(page_of(7), 3);
    ASSERT_EQ(pages.size(), 3U);
    EXPECT_EQ(pages[0].name, "Données");
    EXPECT_EQ(pages[1].name, "Données 2");
    EXPECT_EQ(pages[2].id, "donnees_3");
    EXPECT_EQ(pages[2].title, "Lignes (3)");
    EXPECT_EQ(table_in(pages[2]).id, "donnees_3") << "two tables of one name would make the workbook unreadable";
    std::size_t next = 0;
    for (const workbook::Page& page : pages)
        for (std::size_t row = 0; row < table_in(page).source->rows(); ++row)
            EXPECT_EQ(std::get<double>(table_in(page).source->value(row, 1)), static_cast<double>(next++ * 10 + 1));
    EXPECT_EQ(next, 7U);
}

} // namespace
} // namespace bilan::run::pages
