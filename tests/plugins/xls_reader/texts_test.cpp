// SPDX-License-Identifier: MPL-2.0
//
// Texts of every form: cut by the end of a record, rich, phonetic, of one byte, two bytes, a code page.
#include "xls_under_test.hpp"

namespace bilan::test {
namespace {

using namespace biff;

/// A book whose shared texts are these bytes, the cells of column A naming them in turn.
std::string read_strings(const std::vector<std::string>& pieces, std::uint64_t count, std::uint64_t announced)
{
    BiffBuilder book;
    std::string cells;
    for (std::uint64_t i = 0; i < count; ++i) cells += shared(i, 0, i);
    book.sheets = {{"Feuil1", cells}};
    book.strings = record(0x00FC, little(count, 4) + little(announced, 4) + pieces.at(0));
    for (std::size_t i = 1; i < pieces.size(); ++i) book.strings += record(0x003C, pieces[i]);
    return read_text(book.file());
}

std::string read_strings(const std::vector<std::string>& pieces, std::uint64_t count)
{
    return read_strings(pieces, count, count);
}

TEST(XlsTexts, WideAndNarrow)
{
    EXPECT_EQ(read_strings({narrow("caf\xE9") + wide(u"Œuvre 😀") + narrow("\x80")}, 3),
              "sheet Feuil1\nA1 text \"café\"\nA2 text \"Œuvre 😀\"\nA3 text \"\u0080\"\n");
    EXPECT_EQ(read_strings({wide({0xD83D, u'x', 0xDE00})}, 1), "sheet Feuil1\nA1 text \"\uFFFDx\uFFFD\"\n")
        << "halves of pairs";
}

TEST(XlsTexts, FormattingAndPhoneticDataAreLeftOut)
{
    const std::string rich = little(4, 2) + '\x08' + little(2, 2) + "gras" + std::string(8, '\7');
    const std::string phonetic = little(2, 2) + '\x05' + little(6, 4) + std::string("o\0k\0", 4) + "phonos";
    const std::string both = little(1, 2) + '\x0C' + little(1, 2) + little(3, 4) + "x" + std::string(4, '\7') + "pho";
    EXPECT_EQ(read_strings({rich + phonetic + both + narrow("fin")}, 4),
              "sheet Feuil1\nA1 text \"gras\"\nA2 text \"ok\"\nA3 text \"x\"\nA4 text \"fin\"\n");
}

TEST(XlsTexts, ATextMayGoOnInTheNextRecord)
{
    EXPECT_EQ(read_strings({little(6, 2) + '\0' + "abc", '\0' + std::string("def") + narrow("g")}, 2),
              "sheet Feuil1\nA1 text \"abcdef\"\nA2 text \"g\"\n");
    EXPECT_EQ(read_strings({narrow("un"), narrow("deux")}, 2), "sheet Feuil1\nA1 text \"un\"\nA2 text \"deux\"\n")
        << "between two texts there is no byte more";
}

TEST(XlsTexts, TheWidthMayChangeWhereATextIsCut)
{
    EXPECT_EQ(
        read_strings({little(5, 2) + '\0' + "ab", '\1' + std::string("\x53\x01", 2) + std::string("d\0e\0", 4)}, 1),
        "sheet Feuil1\nA1 text \"abœde\"\n")
        << "narrow, then wide";
    EXPECT_EQ(read_strings({little(4, 2) + '\1' + std::string("\x53\x01", 2), '\0' + std::string("xyz")}, 1),
              "sheet Feuil1\nA1 text \"œxyz\"\n")
        << "wide, then narrow";
    EXPECT_EQ(read_strings({little(4, 2) + '\1' + std::string("\x3D\xD8", 2),
                            '\1' + std::string("\x00\xDE", 2) + std::string("o\0k\0", 4)},
                           1),
              "sheet Feuil1\nA1 text \"😀ok\"\n")
        << "a pair of surrogates";
    EXPECT_EQ(read_strings({little(6, 2) + '\0' + "ab", '\1' + std::string("c\0", 2), '\0' + std::string("def")}, 1),
              "sheet Feuil1\nA1 text \"abcdef\"\n")
        << "twice";
}

TEST(XlsTexts, DataBehindTheCharactersMayBeCutToo)
{
    const std::string head = little(2, 2) + '\x0C' + little(2, 2) + little(5, 4) + "ok";
    EXPECT_EQ(read_strings({head + std::string(3, '\7'), std::string(5, '\7') + "12", "345" + narrow("fin")}, 2),
              "sheet Feuil1\nA1 text \"ok\"\nA2 text \"fin\"\n");
    EXPECT_EQ(read_strings({little(2, 2) + '\x08', little(1, 2) + "ok" + "1234" + narrow("fin")}, 2),
              "sheet Feuil1\nA1 text \"ok\"\nA2 text \"fin\"\n")
        << "even their length";
}

TEST(XlsTexts, TheBytesSayHowManyTextsThereAre)
{
    EXPECT_EQ(read_strings({narrow("a") + narrow("b")}, 2, 0), "sheet Feuil1\nA1 text \"a\"\nA2 text \"b\"\n");
    EXPECT_EQ(read_strings({narrow("a")}, 2, 0xFFFFFFFF),
              "sheet Feuil1\nA1 text \"a\"\nA2 error #ERROR!\nBIL-326 Feuil1 A2 [1]\n");
    EXPECT_EQ(read_strings({narrow("a") + little(9, 2) + '\0' + "b"}, 1, 2), "refused BIL-361\n") << "cut";
}

TEST(XlsTexts, ATextOfAFormulaMayBeCut)
{
    EXPECT_EQ(read_records(formula(0, 0, other_result('\0')) + record(0x0207, little(4, 2) + '\0' + "ab") +
                           record(0x003C, '\1' + std::string("c\0d\0", 4)) + number(0, 1, 1)),
              "A1 text \"abcd\" formula\nB1 number 1\n");
    EXPECT_EQ(read_records(formula(0, 0, other_result('\0')) + record(0x0207, little(4, 2) + '\0' + "ab")),
              "refused BIL-362 Feuil1\n");
}

std::string read_excel_5(const std::string& page, const std::string& text, const std::string& records = "")
{
    BiffBuilder book(record(0x0204, at(0, 0) + little(text.size(), 2) + text) + records);
    book.version = 0x0500;
    book.globals = page;
    return read_text(book.file());
}

TEST(XlsTexts, CodePagesOfExcel5)
{
    EXPECT_EQ(read_excel_5("", "\x80 \xE9"), "sheet Feuil1\nA1 text \"€ é\"\n") << "no page is Western";
    EXPECT_EQ(read_excel_5(record(0x0042, little(1252, 2)), "\x9C"), "sheet Feuil1\nA1 text \"œ\"\n");
    EXPECT_EQ(read_excel_5(record(0x0042, little(1200, 2)), "\xE9\x80"), "sheet Feuil1\nA1 text \"é€\"\nBIL-139 \n")
        << "Unicode, which Excel 5 did not know";
    EXPECT_EQ(read_excel_5(record(0x0042, little(0x8001, 2)), "\x9C"), "sheet Feuil1\nA1 text \"œ\"\n");
    EXPECT_EQ(read_excel_5(record(0x0042, little(0x8000, 2)), "\x8E"), "sheet Feuil1\nA1 text \"é\"\n");
    EXPECT_EQ(read_excel_5(record(0x0042, little(10000, 2)), "\x8E"), "sheet Feuil1\nA1 text \"é\"\n");
    EXPECT_EQ(read_excel_5(record(0x0042, little(850, 2)), "\x82"), "sheet Feuil1\nA1 text \"é\"\n");
    EXPECT_EQ(read_excel_5(record(0x0042, little(1251, 2)), "\xCB"), "sheet Feuil1\nA1 text \"Л\"\n");
    EXPECT_EQ(read_excel_5(record(0x0042, little(932, 2)), "\x82\xA0"), "sheet Feuil1\nA1 text \"あ\"\n");
}

TEST(XlsTexts, PagesAndBytesThatAreUnknown)
{
    EXPECT_EQ(read_excel_5(record(0x0042, little(4242, 2)), "\xE9"), "sheet Feuil1\nA1 text \"é\"\nBIL-365  [4242]\n");
    EXPECT_EQ(read_excel_5("", "a\x81z"), "sheet Feuil1\nA1 text \"a\uFFFDz\"\nBIL-366  [1]\n");
}

TEST(XlsTexts, ValuesOfExcel5)
{
    using B = BiffBuilder;
    EXPECT_EQ(read_excel_5("", "a",
                           number(0, 1, 45657, B::date) + number(0, 2, 1.5, B::duration) + number(0, 3, 2, B::euros) +
                               number(0, 4, 2, B::struck) + formula(1, 0, other_result('\0')) +
                               record(0x0207, little(3, 2) + "f\xEEn") +
                               record(0x00D6, at(1, 1) + little(2, 2) + "rs" + std::string("\1\0\0", 3))),
              "sheet Feuil1\nA1 text \"a\"\nB1 date 45657 date\nC1 number 1.5 duration\nD1 number 2 currency\n"
              "E1 number 2 struck\nA2 text \"fîn\" formula\nB2 text \"rs\"\n");
}

TEST(XlsTexts, ThePageIsAFactOfTheBook)
{
    const auto name_of = [](unsigned page) {
        BiffBuilder builder("");
        builder.version = 0x0500;
        builder.globals = record(0x0042, little(page, 2));
        const std::string bytes = builder.file();
        Book book;
        xls_reader().read(source_of(bytes), {}, book);
        return book.facts.size() == 1 && book.facts[0].first == "encoding" ? book.facts[0].second : "";
    };
    EXPECT_EQ(name_of(1252), "windows-1252");
    EXPECT_EQ(name_of(0x8001), "windows-1252");
    EXPECT_EQ(name_of(10000), "macintosh");
    EXPECT_EQ(name_of(850), "cp850");
    EXPECT_EQ(name_of(4242), "windows-1252") << "what is used instead";
}

TEST(XlsTexts, LimitsOfTextsAndTheirSize)
{
    ReadLimits limits;
    limits.texts = 2;
    EXPECT_EQ(read_text(BiffBuilder("").file(), limits), "refused BIL-310 texts 2 essai.xls\n");
    limits = {};
    limits.text_bytes = 3;
    EXPECT_EQ(read_text(BiffBuilder("").file(), limits), "refused BIL-310 text_bytes 3 essai.xls\n");
}

} // namespace
} // namespace bilan::test
