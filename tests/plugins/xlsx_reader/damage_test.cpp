// SPDX-License-Identifier: MPL-2.0
//
// Hostile and damaged workbooks: each is refused with its own message, or read right.
#include "workbook_builder.hpp"

namespace bilan::xlsx {
namespace {

const std::string one_row = "<row r='1'><c r='A1'><v>1</v></c></row>";

std::string with_part(const std::string& name, const std::string& data, const ReadLimits& limits = {})
{
    WorkbookBuilder book(one_row);
    book.parts[name] = data;
    return read_text(book.bytes(), limits);
}

std::string without(const std::string& name)
{
    WorkbookBuilder book(one_row);
    book.parts.erase(name);
    return read_text(book.bytes());
}

TEST(Damage, DocumentTypesAreRefusedInEveryPart)
{
    const std::string type = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>";
    for (const char* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
                             "_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
        WorkbookBuilder book(one_row);
        std::string& data = book.parts[part];
        data.insert(data.starts_with("<?") ? data.find("?>") + 2 : 0, type);
        EXPECT_EQ(read_text(book.bytes()), "refused BIL-315 " + std::string(part) + "\n");
    }
}

TEST(Damage, MissingParts)
{
    EXPECT_EQ(without("[Content_Types].xml"), "refused BIL-317 [Content_Types].xml\n");
    EXPECT_EQ(without("_rels/.rels"), "refused BIL-317 _rels/.rels\n");
    EXPECT_EQ(without("xl/workbook.xml"), "refused BIL-317 xl/workbook.xml\n");
    EXPECT_EQ(without("xl/_rels/workbook.xml.rels"), "refused BIL-317 xl/_rels/workbook.xml.rels\n");
    EXPECT_EQ(without("xl/worksheets/sheet1.xml"), "refused BIL-317 xl/worksheets/sheet1.xml\n");
    EXPECT_EQ(without("xl/styles.xml"), "sheet Feuil1\nA1 number 1\n");
}

TEST(Damage, PartsThatAreSomethingElse)
{
    EXPECT_EQ(with_part("xl/worksheets/sheet1.xml", "<html/>"), "refused BIL-320 xl/worksheets/sheet1.xml\n");
    EXPECT_EQ(with_part("xl/sharedStrings.xml", "<html/>"), "refused BIL-320 xl/sharedStrings.xml\n");
    EXPECT_EQ(with_part("xl/styles.xml", "<html/>"), "refused BIL-320 xl/styles.xml\n");
    EXPECT_EQ(with_part("xl/workbook.xml", "<html/>"), "refused BIL-320 xl/workbook.xml\n");
    EXPECT_EQ(with_part("xl/workbook.xml", WorkbookBuilder::workbook("", "")), "refused BIL-319\n");
    EXPECT_EQ(with_part("xl/worksheets/sheet1.xml", ""), "refused BIL-316 xl/worksheets/sheet1.xml\n");
    EXPECT_EQ(with_part("xl/worksheets/sheet1.xml", "<?xml version='1.0' encoding='klingon'?><worksheet/>"),
              "refused BIL-321 xl/worksheets/sheet1.xml klingon\n");
}

TEST(Damage, ExternalAndBinaryTargets)
{
    EXPECT_EQ(with_part("xl/_rels/workbook.xml.rels",
                        WorkbookBuilder::relationships(
                            {{"rId1", "worksheet", "file:///etc/passwd", "TargetMode='External'"}})),
              "refused BIL-318 Feuil1\n");
    EXPECT_EQ(with_part("_rels/.rels", WorkbookBuilder::relationships({{"rId1", "officeDocument", "xl/workbook.bin"}})),
              "refused BIL-339\n");
    EXPECT_EQ(with_part("_rels/.rels", WorkbookBuilder::relationships({{"rId1", "officeDocument", "_rels/.rels"}})),
              "refused BIL-320 _rels/.rels\n")
        << "a loop";
}

TEST(Damage, DepthAttributesTagsAndTextsAreBounded)
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    EXPECT_EQ(with_part("xl/worksheets/sheet1.xml", deep), "refused BIL-310 depth 256 xl/worksheets/sheet1.xml\n");
    std::string wide = "<worksheet";
    for (int i = 0; i < 100'000; ++i) wide += " a" + std::to_string(i) + "=''";
    EXPECT_EQ(with_part("xl/worksheets/sheet1.xml", wide + "/>"),
              "refused BIL-310 attributes 1024 xl/worksheets/sheet1.xml\n");
    const std::string unpackable = [] {
        std::string text;
        for (unsigned i = 0; text.size() < 6'000'000; ++i) text += std::to_string(i * 2654435761U);
        return text;
    }();
    EXPECT_EQ(with_part("xl/worksheets/sheet1.xml", "<worksheet a='" + unpackable),
              "refused BIL-310 tag_bytes 4194304 xl/worksheets/sheet1.xml\n");
    EXPECT_EQ(with_part("xl/sharedStrings.xml", WorkbookBuilder::strings("<si><t>" + unpackable + "</t></si>")),
              "refused BIL-310 text_bytes 1048576 xl/sharedStrings.xml\n");
}

TEST(Damage, LimitsOfCellsTextsSheetsMemoryAndTime)
{
    const std::string bytes = WorkbookBuilder("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>").bytes();
    ReadLimits limits;
    limits.cells = 1;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 cells 1 Feuil1\n");
    limits = {};
    limits.texts = 2;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 texts 2 xl/sharedStrings.xml\n");
    limits = {};
    limits.sheets = 0;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 sheets 0 essai.xlsx\n");
    limits = {};
    limits.memory_bytes = 1000;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 memory_bytes 1000 xl/sharedStrings.xml\n");
    limits = {};
    limits.columns = 1;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 columns 1 Feuil1\n");
    limits = {};
    limits.time = std::chrono::milliseconds(-1000);
    EXPECT_TRUE(read_text(bytes, limits).starts_with("refused BIL-310 time "));
}

TEST(Damage, ScatteredCellsStayUnderTheMemoryLimit)
{
    std::string rows;
    for (std::uint32_t i = 0; i < 16'384; ++i) {
        const CellPosition at{i * 64, i};
        rows += "<row r='" + std::to_string(at.row + 1) + "'><c r='" + cell_name(at) + "'><v>1</v></c></row>";
    }
    ReadLimits limits;
    limits.memory_bytes = 20'000'000;
    EXPECT_EQ(read_one_way(WorkbookBuilder(rows).bytes(), Way::fast, limits),
              "refused BIL-310 memory_bytes 20000000 Feuil1\n");
}

TEST(Damage, GoodRowsOfABrokenPartAreNotPassedOn)
{
    std::string data = WorkbookBuilder::sheet(one_row);
    for (std::size_t size = 0; size + 1 < data.size(); size += 7)
        EXPECT_EQ(with_part("xl/worksheets/sheet1.xml", data.substr(0, size)),
                  "refused BIL-316 xl/worksheets/sheet1.xml\n")
            << size;
}

TEST(Damage, EveryTruncationAndManyFlipsOfAFileEndInOrder)
{
    const std::string bytes = WorkbookBuilder(one_row).bytes();
    for (std::size_t size = 0; size < bytes.size(); size += 3)
        EXPECT_TRUE(read_one_way(bytes.substr(0, size), Way::fast).starts_with("refused BIL-300")) << size;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
        const std::string text = read_one_way(flipped, Way::fast);
        EXPECT_TRUE(text.starts_with("refused BIL-") || text == "sheet Feuil1\nA1 number 1\n") << at << text;
    }
}

} // namespace
} // namespace bilan::xlsx
