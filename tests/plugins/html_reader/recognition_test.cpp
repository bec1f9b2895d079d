// SPDX-License-Identifier: MPL-2.0
//
// A page is known by its bytes, whatever its name.
#include "html_under_test.hpp"

namespace bilan::test {
namespace {

using namespace std::string_literals;

int confidence(const std::string& bytes)
{
    return html_reader().recognises(source_of(bytes));
}

TEST(HtmlRecognition, PagesWithATable)
{
    EXPECT_EQ(confidence("<!DOCTYPE html><html><body><TABLE border=1><tr>"), 90);
    EXPECT_EQ(confidence("\xEF\xBB\xBF \n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"), 90);
    EXPECT_EQ(confidence("<table><tr><td>1"), 90);
    EXPECT_EQ(confidence("<meta charset=utf-8><style>a{}</style><table>"), 90);
    EXPECT_EQ(confidence("<?xml version='1.0'?><!DOCTYPE html><html><table>"), 90);
    EXPECT_EQ(confidence("\xFF\xFE<\0t\0a\0b\0l\0e\0>\0"s), 90);
}

TEST(HtmlRecognition, PagesWithoutOneAreOursToRefuse)
{
    EXPECT_EQ(confidence("<html><body>Bonjour</body></html>"), 50);
    EXPECT_EQ(confidence("<tr><td>1"), 50);
}

TEST(HtmlRecognition, ATableBehindAnXmlDeclaration)
{
    EXPECT_EQ(html_reader().recognises(source_of("<?xml version='1.0'?>\n<table><tr><td>a</td></tr></table>")), 90);
}

TEST(HtmlRecognition, OtherBytesAreNotOurs)
{
    for (const char* text : {"", "a;b\n1;2\n", "PK\3\4", "%PDF-1.4", "<?xml version='1.0'?><Workbook><Table>",
                             "<?xml version='1.0'?><table/>", "du texte <table>", "MIME-Version: 1.0\n\n<html><table>"})
        EXPECT_EQ(confidence(text), 0) << text;
}

TEST(HtmlRecognition, TheCardNamesTheReader)
{
    const ReaderCard card = html_reader().card();
    EXPECT_EQ(card.name, "html");
    EXPECT_THAT(card.extensions, testing::IsSupersetOf({"htm", "html"}));
    EXPECT_FALSE(card.sentence.empty());
}

TEST(HtmlRecognition, ATableBelowALineOfText)
{
    EXPECT_GT(confidence("Export du 12/03/2024\n<table><tr><td>1</td></tr></table>"), 60);
    EXPECT_EQ(confidence("id;texte\n1;\n<table><tr><td>1</td></tr></table>"), 0) << "a csv file with tags in it";
    EXPECT_EQ(confidence("Export\n<tableau>\n<tr>\n"), 0);
}

TEST(HtmlRecognition, TheFrameOfSeveralSheetsNamesTheFirst)
{
    EXPECT_EQ(
        read_page("<html><head></head><frameset rows='*,39'><frame src=\"x_fichiers/sheet001.htm\"></frameset></html>"),
        "refused BIL-134 x_fichiers/sheet001.htm\n");
}

} // namespace
} // namespace bilan::test
