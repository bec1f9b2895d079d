// SPDX-License-Identifier: MPL-2.0
//
// Hostile and damaged documents: each is refused with its own message, or read right.
#include "ods_builder.hpp"

namespace bilan::ods {
namespace {

const std::string one_row = "<table:table-row>" + number("1") + "</table:table-row>";
const std::string one_text = "sheet Feuille1\nA1 number 1\n";

std::string with_part(const std::string& name, const std::string& data, const ReadLimits& limits = {})
{
    return read_text(OdsBuilder{table(one_row), "", "", {{name, data}}}.package(), limits);
}

TEST(Damage, DocumentTypesAreRefusedInEveryPart)
{
    const std::string type = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>";
    EXPECT_EQ(with_part("META-INF/manifest.xml", type + "<a/>"), "refused BIL-315 META-INF/manifest.xml\n");
    EXPECT_EQ(with_part("styles.xml", type + "<a/>"), "refused BIL-315 styles.xml\n");
    EXPECT_EQ(with_part("content.xml", type + "<a/>"), "refused BIL-315 content.xml\n");
    std::string flat = OdsBuilder{table(one_row)}.flat();
    flat.insert(flat.find("?>") + 2, type);
    EXPECT_EQ(read_text(flat), "refused BIL-315 essai.ods\n");
}

TEST(Damage, PartsThatAreMissingOrSomethingElse)
{
    EXPECT_EQ(with_part("content.xml", ""), "refused BIL-317 content.xml\n");
    EXPECT_EQ(with_part("styles.xml", ""), one_text);
    EXPECT_EQ(with_part("META-INF/manifest.xml", ""), one_text);
    EXPECT_EQ(with_part("content.xml", "<html/>"), "refused BIL-320 content.xml\n");
    EXPECT_EQ(with_part("styles.xml", "<html/>"), "refused BIL-320 styles.xml\n");
    EXPECT_EQ(with_part("content.xml", OdsBuilder{table(one_row)}.flat()), "refused BIL-320 content.xml\n");
    EXPECT_EQ(with_part("content.xml", "<?xml version='1.0' encoding='klingon'?><a/>"),
              "refused BIL-321 content.xml klingon\n");
}

TEST(Damage, DepthAttributesTagsAndTextsAreBounded)
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    EXPECT_EQ(with_part("content.xml", deep), "refused BIL-310 depth 256 content.xml\n");
    std::string wide = "<a";
    for (int i = 0; i < 100'000; ++i) wide += " a" + std::to_string(i) + "=''";
    EXPECT_EQ(with_part("content.xml", wide + "/>"), "refused BIL-310 attributes 1024 content.xml\n");
    const auto text = [](const std::string& inside) {
        return document_text({table("<table:table-row><table:table-cell office:value-type=\"string\"><text:p>" +
                                    inside + "</text:p></table:table-cell></table:table-row>")});
    };
    EXPECT_TRUE(text("<text:s text:c='4000000000'/>").starts_with("refused BIL-310 text_bytes 1048576 "));
    EXPECT_TRUE(
        text("a<text:s text:c='1000000'/><text:s text:c='1000000'/>").starts_with("refused BIL-310 text_bytes"));
    std::string long_text;
    for (unsigned i = 0; long_text.size() < 2'000'000; ++i) long_text += std::to_string(i * 2654435761U);
    EXPECT_TRUE(text(long_text).starts_with("refused BIL-310 text_bytes 1048576 "));
}

TEST(Damage, LimitsOfCellsTextsSheetsMemoryAndTime)
{
    const std::string bytes =
        OdsBuilder{table("<table:table-row>" + number("1") + cell("", "x") + cell("", "y") + "</table:table-row>")}
            .package();
    const auto refused = [&](auto set) {
        ReadLimits limits;
        set(limits);
        return read_text(bytes, limits);
    };
    EXPECT_EQ(refused([](ReadLimits& limits) { limits.cells = 1; }), "refused BIL-310 cells 1 Feuille1\n");
    EXPECT_EQ(refused([](ReadLimits& limits) { limits.texts = 1; }), "refused BIL-310 texts 1 Feuille1\n");
    EXPECT_EQ(refused([](ReadLimits& limits) { limits.sheets = 0; }), "refused BIL-310 sheets 0 essai.ods\n");
    EXPECT_EQ(refused([](ReadLimits& limits) { limits.memory_bytes = 100; }),
              "refused BIL-310 memory_bytes 100 Feuille1\n");
    EXPECT_TRUE(refused([](ReadLimits& limits) {
                    limits.time = std::chrono::milliseconds(-1000);
                }).starts_with("refused BIL-310 time "));
}

TEST(Damage, GoodRowsOfABrokenPartAreNotPassedOn)
{
    const std::string data = root("document-content", OdsBuilder{table(one_row)}.content());
    for (std::size_t size = 1; size + 1 < data.size(); size += 7)
        EXPECT_EQ(with_part("content.xml", data.substr(0, size)), "refused BIL-316 content.xml\n") << size;
    for (const std::string& broken :
         {one_row + "<table:table-row>" + number("2"), one_row + "</table:table-row>",
          one_row + "<table:table-row><table:table-cell office:value='&nbsp;'/></table:table-row>",
          "<table:table-row>" + cell("", "\xFF") + "</table:table-row>",
          "<table:table-row>" + cell("", "\x01") + "</table:table-row>",
          "<table:table-row>" + cell("", "]]>") + "</table:table-row>",
          "<table:table-row>" + cell("office:value='1' office:value='2'", "") + "</table:table-row>",
          "<table:table-row>" + cell("nowhere:value='1'", "") + "</table:table-row>"})
        EXPECT_EQ(document_text({table(one_row + broken)}).substr(0, 15), "refused BIL-316") << broken;
}

TEST(Damage, EveryTruncationAndManyFlipsOfAFileEndInOrder)
{
    const std::string bytes = OdsBuilder{table(one_row)}.package();
    for (std::size_t size = 0; size < bytes.size(); size += 5) {
        const std::string text = read_one_way(bytes.substr(0, size), Way::fast);
        EXPECT_TRUE(text.starts_with("refused BIL-300") || (size < 2 && text.starts_with("refused BIL-316"))) << size;
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
        const std::string text = read_one_way(flipped, Way::fast);
        EXPECT_TRUE(text.starts_with("refused BIL-") || text == one_text) << at << text;
    }
}

TEST(Damage, FlipsOfADocumentInOneFileReadTheSameBothWays)
{
    const std::string flat = OdsBuilder{table(one_row + one_row)}.flat();
    for (std::size_t at = flat.find("<office:body"); at < flat.size(); ++at) {
        std::string flipped = flat;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 7));
        read_text(flipped); // says so itself when they differ
    }
}

TEST(Damage, StylesInARingOrWithoutEndAreBounded)
{
    std::string chain;
    for (int i = 0; i < 200; ++i)
        chain += "<style:style style:name='s" + std::to_string(i) + "' style:family='table-cell' " +
                 "style:parent-style-name='s" + std::to_string((i + 1) % 200) + "'/>";
    EXPECT_EQ(cells_text(number("1", "table:style-name='s0'"), "", chain), "A1 number 1\n");
}

} // namespace
} // namespace bilan::ods
