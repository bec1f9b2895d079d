// SPDX-License-Identifier: MPL-2.0
//
// What is done to the finished package: reading and writing the archive, proof that nothing is cut, amendments.
#include "archive.hpp"
#include "package.hpp"
#include "support/temporary_folder.hpp"

#include <bilan/problem.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <functional>

namespace bilan::xlsx {
namespace {

std::string code_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Refusal& refusal) {
        return refusal.problem().code;
    }
    return {};
}

TEST(Archive, ReadsWhatItWrites)
{
    const std::string content(10'000, 'x');
    const std::string bytes = write_archive({pack("a.xml", content), pack("b/c.xml", "<c/>")});
    const std::vector<Entry> entries = read_archive(bytes);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].name, "a.xml");
    EXPECT_EQ(unpack(entries[0]), content);
    EXPECT_EQ(unpack(entries[1]), "<c/>");
    EXPECT_LT(bytes.size(), 400U);
}

TEST(Archive, EveryCutOrFlippedByteIsSeenOrHarmless)
{
    const std::string bytes = write_archive({pack("a.xml", "<a>un, deux, trois</a>")});
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_EQ(code_of([&] { static_cast<void>(read_archive(std::string_view(bytes).substr(0, length))); }),
                  "BIL-411")
            << length;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        const std::string code = code_of([&] {
            for (const Entry& entry : read_archive(flipped))
                if (unpack(entry) != "<a>un, deux, trois</a>") throw std::logic_error("a wrong content passed");
        });
        EXPECT_TRUE(code.empty() || code == "BIL-411" || code == "BIL-402") << at << ' ' << code;
    }
}

TEST(Archive, PiecesPackedOneAfterTheOtherAreOneEntry)
{
    Packer packer("a.xml", 4);
    std::string content;
    for (int number = 0; number < 50'000; ++number) {
        const std::string piece = "<c>" + std::to_string(number * 7919) + "</c>";
        content += piece;
        packer.add(piece);
    }
    packer.add("");
    const Entry entry = packer.finish();
    EXPECT_EQ(entry.size, content.size());
    EXPECT_EQ(unpack(entry), content);
    EXPECT_EQ(unpack(read_archive(write_archive({entry})).front()), content);
}

TEST(Archive, RefusesAnEntryThatNoArchiveCanHold)
{
    Packer packer("xl/worksheets/sheet3.xml", 4, 1'000);
    for (int piece = 0; piece < 11; ++piece) packer.add(std::string(100, 'x'));
    try {
        static_cast<void>(packer.finish());
        FAIL() << "too large an entry passed";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.problem().code, "BIL-412");
        EXPECT_EQ(refusal.problem().arguments.front(), "xl/worksheets/sheet3.xml");
    }
}

/// Two rows of one cell, made when they are asked for.
class TwoRows final : public SheetRows {
public:
    [[nodiscard]] CellRange range() const override { return {4, 0, 5, 0}; }
    [[nodiscard]] std::unique_ptr<RowCursor> walk() const override { return std::make_unique<Cursor>(); }

private:
    class Cursor final : public RowCursor {
    public:
        bool next(SheetRow& row) override
        {
            if (at_ > 5) return false;
            row = {17, {{{at_, 0}, static_cast<double>(at_), 1}}};
            ++at_;
            return true;
        }

    private:
        std::uint32_t at_ = 4;
    };
};

SheetPart sheet_of_two_rows()
{
    SheetPart sheet;
    sheet.name = "Données";
    sheet.cells = {{{0, 0}, std::string("Titre"), 0}, {{8, 2}, 1.0, 0}};
    sheet.rows = std::make_shared<TwoRows>();
    return sheet;
}

constexpr const char* two_rows = "<row r=\"5\" ht=\"17\" customHeight=\"1\"><c r=\"A5\" s=\"7\"><v>4</v></c></row>"
                                 "<row r=\"6\" ht=\"17\" customHeight=\"1\"><c r=\"A6\" s=\"7\"><v>5</v></c></row>";

TEST(Package, RowsStandBetweenThoseOfTheLibrary)
{
    const auto with = [](const std::string& rows) {
        return unpack(
            with_rows("s", "<worksheet><dimension ref=\"A1\"/>" + rows + "</worksheet>", sheet_of_two_rows(), {3, 7}));
    };
    const auto expected = [](const std::string& rows) {
        return "<worksheet><dimension ref=\"A1:C9\"/><sheetData>" + rows + "</sheetData></worksheet>";
    };
    const std::string before = "<row r=\"1\"><c/></row><row r=\"4\"/>";
    const std::string after = "<row r=\"9\"><c/></row><row r=\"10\"/>";
    EXPECT_EQ(with("<sheetData>" + before + after + "</sheetData>"), expected(before + two_rows + after));
    EXPECT_EQ(with("<sheetData>" + before + "</sheetData>"), expected(before + two_rows));
    EXPECT_EQ(with("<sheetData/>"), expected(two_rows));
}

TEST(Package, RefusesASheetThatHasNoPlaceForRows)
{
    for (const char* xml : {"<worksheet/>", "<worksheet><dimension ref=\"A1\"/></worksheet>",
                            "<worksheet><dimension ref=\"A1\"/><sheetData><row r=\"x\"/></sheetData></worksheet>"})
        EXPECT_EQ(code_of([&] {
                      static_cast<void>(with_rows("s", xml, sheet_of_two_rows(), {3, 7}));
                  }),
                  "BIL-411")
            << xml;
}

TEST(Package, APartThatIsCutIsNotWhole)
{
    EXPECT_TRUE(is_whole("<?xml version=\"1.0\"?>\n<a b=\"c\"><d/></a>"));
    EXPECT_TRUE(is_whole("<?xml version=\"1.0\"?>\n<a><d/></a>\n"));
    EXPECT_TRUE(is_whole("<?xml version=\"1.0\"?>\n<a/>"));
    EXPECT_FALSE(is_whole("<?xml version=\"1.0\"?>\n<a b=\"c\"><d/>"));
    EXPECT_FALSE(is_whole("<?xml version=\"1.0\"?>\n<a b=\"c\"><d>"));
    EXPECT_FALSE(is_whole("<?xml version=\"1.0\"?>\n<a"));
    EXPECT_FALSE(is_whole("<?xml"));
    EXPECT_FALSE(is_whole(""));
}

TEST(Package, RefusesACutPartNamingIt)
{
    const support::TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "a.xlsx";
    const std::string bytes = write_archive({pack("xl/workbook.xml", "<?xml version=\"1.0\"?><workbook><she")});
    std::ofstream(path, std::ios::binary) << bytes;
    try {
        const std::vector<SheetPart> no_sheets;
        amend_package(path, {"fr-FR", {}, no_sheets, {}});
        FAIL() << "a cut part passed";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.problem().code, "BIL-411");
        EXPECT_EQ(refusal.problem().arguments, std::vector<std::string>{"xl/workbook.xml"});
    }
}

TEST(Package, SaysTheLanguage)
{
    EXPECT_EQ(with_language("<cp:coreProperties></cp:coreProperties>", "fr-FR"),
              "<cp:coreProperties><dc:language>fr-FR</dc:language></cp:coreProperties>");
}

// A line of one point would show nothing.
TEST(Package, DrawsATargetOverOneColumnAsADash)
{
    const std::string chart =
        "<c:lang val=\"en-US\"/><c:barChart>"
        "<c:ser><c:val><c:numCache><c:ptCount val=\"1\"/><c:pt/></c:numCache></c:val></c:ser>"
        "<c:ser><c:spPr><a:ln><a:srgbClr val=\"C9191E\"/></a:ln></c:spPr><c:val><c:numCache><c:ptCount val=\"1\"/>"
        "</c:numCache></c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:plotVisOnly val=\"1\"/>";
    ChartAmendments amendments;
    amendments.series = {{false, false, {0.25}}, {true, false, {0.2}}};
    EXPECT_NE(with_amendments(chart, amendments, "fr-FR")
                  .find("<c:marker><c:symbol val=\"dash\"/><c:size val=\"48\"/><c:spPr><a:solidFill><a:srgbClr "
                        "val=\"C9191E\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:marker><c:val>"),
              std::string::npos);
}

TEST(Package, MovesATargetIntoALineChartWithTheValuesOfItsCells)
{
    const std::string chart = "<c:lang val=\"en-US\"/><c:barChart>"
                              "<c:ser><c:val><c:numCache><c:ptCount val=\"2\"/><c:pt/></c:numCache></c:val></c:ser>"
                              "<c:ser><c:cat>x</c:cat><c:val><c:numCache><c:ptCount val=\"2\"/></c:numCache></c:val>"
                              "</c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
                              "<c:plotVisOnly val=\"1\"/>";
    ChartAmendments amendments;
    amendments.series = {{false, false, {0.25, std::nullopt}}, {true, false, {0.2, 0.2}}};
    EXPECT_EQ(with_amendments(chart, amendments, "fr-FR"),
              "<c:lang val=\"fr-FR\"/><c:barChart>"
              "<c:ser><c:val><c:numCache><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>0.25</c:v></c:pt></c:numCache>"
              "</c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
              "<c:lineChart><c:grouping val=\"standard\"/><c:ser><c:marker><c:symbol val=\"none\"/></c:marker>"
              "<c:cat>x</c:cat><c:val><c:numCache><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>0.2</c:v></c:pt>"
              "<c:pt idx=\"1\"><c:v>0.2</c:v></c:pt></c:numCache></c:val></c:ser><c:marker val=\"1\"/>"
              "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>"
              "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>");
}

TEST(Package, CutsALineAtAMissingValue)
{
    ChartAmendments amendments;
    amendments.series = {{false, true, {1.0, std::nullopt, 3.0, 4.0}}};
    const std::string chart = with_amendments("<c:ser><c:val></c:val></c:ser>", amendments, "fr-FR");
    EXPECT_EQ(chart, "<c:ser>"
                     "<c:dPt><c:idx val=\"1\"/><c:marker><c:symbol val=\"none\"/></c:marker><c:bubble3D val=\"0\"/>"
                     "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
                     "<c:dPt><c:idx val=\"2\"/><c:bubble3D val=\"0\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
                     "<c:val></c:val></c:ser>");
}

} // namespace
} // namespace bilan::xlsx
