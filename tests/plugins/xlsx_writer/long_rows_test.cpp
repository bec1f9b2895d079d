// SPDX-License-Identifier: MPL-2.0
//
// Rows that are made while they are written, read back by openpyxl beside the same rows held as cells.
#include "foreign_reader.hpp"
#include "support/made_rows.hpp"
#include "support/plugin_under_test.hpp"
#include "support/sample_pages.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <utility>

namespace bilan::test {
namespace {

using workbook::ColumnKind;
using workbook::Value;

const Writer& writer()
{
    static const PluginUnderTest plugin("xlsx_writer");
    return *plugin.writers.front();
}

constexpr std::size_t rows = 3000;

Value value_of(std::size_t row, std::size_t column)
{
    switch (column) {
    case 0: return "Action <" + std::to_string(row) + "> & « suite »";
    case 1: return static_cast<double>(row) / 3;
    case 2:
        return row % 7 == 0 ? Value(data::State::not_given) : Value(Date{45'000.0 + static_cast<double>(row % 900)});
    case 3: return row % 2 == 0 ? Value(std::string(" bord ")) : Value(std::monostate{});
    default: return row % 5 == 0 ? Value(std::string("deux\nlignes")) : Value(1e15 + static_cast<double>(row));
    }
}

Workbook book()
{
    workbook::Layout layout(workbook::Theme{}, base::Language::french);
    for (const workbook::Page& page :
         {sample_synthesis(), sample_contents(), sample_age_page(), sample_share_page(), sample_actions_page()})
        layout.add(page);
    layout.add(long_page({column("Action", ColumnKind::text), column("Montant", ColumnKind::decimal),
                          column("Date", ColumnKind::date), column("Mot", ColumnKind::text),
                          column("Reste", ColumnKind::integer)},
                         rows, value_of));
    return layout.finish(sample_properties());
}

/// The rows brought into the cells, which the library writes.
Workbook held(Workbook book)
{
    for (SheetPart& sheet : book.sheets) {
        if (sheet.rows == nullptr) continue;
        const std::unique_ptr<RowCursor> cursor = sheet.rows->walk();
        for (SheetRow row; cursor->next(row);) {
            sheet.heights.push_back({row.cells.front().at.row, row.points});
            sheet.cells.insert(sheet.cells.end(), row.cells.begin(), row.cells.end());
        }
        sheet.rows = nullptr;
    }
    return book;
}

TEST(LongRows, AreReadAsThoseThatTheLibraryWrites)
{
    if (!has_openpyxl()) GTEST_SKIP() << "openpyxl is not there: the file is not read back";
    const support::TemporaryFolder folder;
    writer().write(book(), folder.path() / "made.xlsx");
    writer().write(held(book()), folder.path() / "held.xlsx");
    const std::string program = R"(
made = formulas['Données']
held = openpyxl.load_workbook(path.replace('made.xlsx', 'held.xlsx'))['Données']
assert made.dimensions == held.dimensions, (made.dimensions, held.dimensions)
assert made.max_row > 3000
near = lambda a, b: a == b or (isinstance(a, float) and abs(a - b) <= 1e-15 * abs(b))
for ours, theirs in zip(made.iter_rows(), held.iter_rows()):
    assert made.row_dimensions[ours[0].row].height == held.row_dimensions[ours[0].row].height, ours[0].row
    for a, b in zip(ours, theirs):
        assert near(a.value, b.value) and a.data_type == b.data_type, (a.coordinate, a.value, b.value)
        assert (a.number_format, a.font.name, a.font.color.rgb, a.alignment.wrap_text, a.fill.fgColor.rgb) == (
            b.number_format, b.font.name, b.font.color.rgb, b.alignment.wrap_text, b.fill.fgColor.rgb), a.coordinate
assert list(made.tables.values())[0].ref == list(held.tables.values())[0].ref
print('same')
)";
    EXPECT_EQ(ask_openpyxl(folder.path() / "made.xlsx", program).output, "same\n");
}

TEST(LongRows, AreTheSameBytesAtEachWriting)
{
    const support::TemporaryFolder folder;
    const auto written = [&](const char* name) {
        writer().write(book(), folder.path() / name);
        std::ifstream file(folder.path() / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    };
    const std::string first = written("a.xlsx");
    ASSERT_GT(first.size(), 10'000U);
    EXPECT_TRUE(first == written("b.xlsx"));
}

/// Rows of one cell that no file may hold.
class BadRows final : public SheetRows {
public:
    explicit BadRows(SheetValue value) : value_(std::move(value)) {}
    [[nodiscard]] CellRange range() const override { return {200, 0, 200, 0}; }
    [[nodiscard]] std::unique_ptr<RowCursor> walk() const override { return std::make_unique<Cursor>(value_); }

private:
    class Cursor final : public RowCursor {
    public:
        explicit Cursor(SheetValue value) : value_(std::move(value)) {}
        bool next(SheetRow& row) override
        {
            row = {15, {{{200, 0}, value_, 0}}};
            return !std::exchange(done_, true);
        }

    private:
        SheetValue value_;
        bool done_ = false;
    };
    SheetValue value_;
};

TEST(LongRows, RefuseWhatTheLibraryWouldRefuse)
{
    const support::TemporaryFolder folder;
    const auto problem_of = [&](SheetValue value) {
        Workbook spoilt = sample_workbook();
        spoilt.sheets.back().rows = std::make_shared<BadRows>(std::move(value));
        try {
            writer().write(spoilt, folder.path() / "x.xlsx");
        } catch (const Refusal& refusal) {
            return refusal.problem();
        }
        return Problem{};
    };
    EXPECT_EQ(problem_of(1.0).code, "");
    EXPECT_EQ(problem_of(std::string("a_x0041_b ]]>")).code, "");
    if (has_openpyxl()) {
        const std::string sheet =
            ask_openpyxl(folder.path() / "x.xlsx", "print(part('xl/worksheets/sheet5.xml'))").output;
        EXPECT_NE(sheet.find("<is><t>a_x005F_x0041_b ]]&gt;</t></is>"), std::string::npos);
    }
    EXPECT_EQ(problem_of(true).code, "");
    EXPECT_EQ(problem_of(Formula{"A1<>\"a\"", std::string("a & b")}).code, "");
    EXPECT_EQ(problem_of(std::numeric_limits<double>::quiet_NaN()).code, "BIL-410");
    EXPECT_EQ(problem_of(Formula{"1/0", std::numeric_limits<double>::infinity()}).code, "BIL-410");
    EXPECT_EQ(problem_of(std::string(40'000, 'x')).code, "BIL-404");
    const Problem link = problem_of(Link{"'Sommaire'!A1", "ici"});
    EXPECT_EQ(link.code, "BIL-404");
    EXPECT_EQ(link.place.row, 200U);
}

} // namespace
} // namespace bilan::test
