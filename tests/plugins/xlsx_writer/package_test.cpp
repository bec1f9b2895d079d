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
        amend_package(path, "fr-FR", {});
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
