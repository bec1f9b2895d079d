// SPDX-License-Identifier: MPL-2.0
#include "html_under_test.hpp"

namespace bilan::test {
namespace {

std::string table(const std::string& text, const std::string& head = "")
{
    return "<html><head>" + head + "</head><body><table><tr><td>" + text + "</td></tr></table></body></html>";
}

std::string meta(const std::string& encoding)
{
    return "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + encoding + "\">";
}

std::string wide(const std::string& ascii, bool is_little)
{
    std::string bytes = is_little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char letter : ascii) bytes += is_little ? std::string{letter, '\0'} : std::string{'\0', letter};
    return bytes;
}

const std::string sheet = "sheet Tableau 1\n";

TEST(HtmlEncoding, WhatThePageSaysOrWhatItsBytesSay)
{
    EXPECT_EQ(read_page(table("\xE9 \x80", meta("windows-1252"))), sheet + "A1 text \"é €\"\n");
    EXPECT_EQ(read_page(table("\xE9 \x9C", meta("iso-8859-1"))), sheet + "A1 text \"é œ\"\n")
        << "on the Web this name means Windows-1252";
    EXPECT_EQ(read_page(table("\xA4", "<meta charset='iso-8859-15'>")), sheet + "A1 text \"€\"\n");
    EXPECT_EQ(read_page(table("\x8E", meta("macintosh"))), sheet + "A1 text \"é\"\n");
    EXPECT_EQ(read_page(table("\xE9")), sheet + "A1 text \"é\"\n") << "nothing is said";
    EXPECT_EQ(read_page(table("é")), sheet + "A1 text \"é\"\n");
    EXPECT_EQ(read_page("\xEF\xBB\xBF" + table("é", meta("utf-8"))), sheet + "A1 text \"é\"\n");
    EXPECT_EQ(read_page(table("e", meta("windows-1252"))), sheet + "A1 text \"e\"\n");
}

TEST(HtmlEncoding, PagesOfTwoBytesACharacter)
{
    EXPECT_EQ(read_page(wide(table("\xE9", meta("unicode")), true)), sheet + "A1 text \"é\"\n");
    EXPECT_EQ(read_page(wide(table("\xE9"), false)), sheet + "A1 text \"é\"\n");
    EXPECT_EQ(read_page(wide(table("\xE9"), true).substr(2)), sheet + "A1 text \"é\"\n") << "without a mark";
    EXPECT_EQ(read_page(table("\xE9", meta("utf-16"))), sheet + "A1 text \"é\"\n") << "it is not, whatever it says";
}

TEST(HtmlEncoding, APageThatIsWrongAboutItselfIsSaid)
{
    EXPECT_EQ(read_page(table("é", meta("iso-8859-1"))), sheet + "A1 text \"é\"\nBIL-358  [windows-1252] [utf-8]\n");
    EXPECT_EQ(read_page(table("\xE9", meta("utf-8"))), sheet + "A1 text \"é\"\nBIL-358  [utf-8] [windows-1252]\n");
    EXPECT_EQ(read_page(table("\xE9", meta("klingon"))), sheet + "A1 text \"é\"\nBIL-358  [klingon] [windows-1252]\n");
}

TEST(HtmlEncoding, BytesThatAreNoLetters)
{
    EXPECT_EQ(read_page(table("a\x81z")), sheet + "A1 text \"a\uFFFDz\"\nBIL-357  [windows-1252]\n");
    EXPECT_EQ(read_page(table(std::string("a\0z", 3))), sheet + "A1 text \"az\"\n") << "zeros are dropped";
}

TEST(HtmlEncoding, IsAFactOfTheBook)
{
    Book book;
    const std::string bytes = table("\xE9");
    html_reader().read(source_of(bytes), {}, book);
    EXPECT_EQ(book.format, "html");
    EXPECT_THAT(book.facts, testing::ElementsAre(testing::Pair("encoding", "windows-1252")));
}

} // namespace
} // namespace bilan::test
