// SPDX-License-Identifier: MPL-2.0
//
// domain.md 9.8, patterns 116, 117, 119 and 127: the encoding is found from the bytes and announced.
#include "csv_under_test.hpp"

#include "csv_reader/encoding.hpp"

#include <gmock/gmock.h>

#include <array>
#include <random>

namespace bilan::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::string_literals;

constexpr std::string_view sentence = "Quartier;Bénéficiaires\nForêt d'été;où ça\n";

std::string wide(std::u16string_view text, bool little, bool mark)
{
    std::string bytes;
    const auto put = [&](char16_t unit) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += little ? std::string{low, high} : std::string{high, low};
    };
    if (mark) put(0xFEFF);
    for (const char16_t unit : text) put(unit);
    return bytes;
}

void expect_sentence(std::string_view bytes, const std::string& encoding)
{
    const CsvOutcome read = read_csv(bytes);
    EXPECT_EQ(read.fact("encoding"), encoding);
    EXPECT_THAT(read.rows, ElementsAre("Quartier|Bénéficiaires|", "Forêt d'été|où ça|")) << encoding;
    EXPECT_THAT(read.remarks, IsEmpty()) << encoding;
}

TEST(CsvEncoding, Utf8WithAndWithoutMark)
{
    expect_sentence(sentence, "utf-8");
    expect_sentence("\xEF\xBB\xBF" + std::string(sentence), "utf-8");
}

TEST(CsvEncoding, Utf16OfEitherOrderWithAndWithoutMark)
{
    constexpr std::u16string_view text = u"Quartier;Bénéficiaires\r\nForêt d'été;où ça\r\n";
    for (const bool mark : {true, false}) {
        expect_sentence(wide(text, true, mark), "utf-16le");
        expect_sentence(wide(text, false, mark), "utf-16be");
    }
}

TEST(CsvEncoding, OldCodePages)
{
    expect_sentence("Quartier;B\xE9n\xE9"
                    "ficiaires\nFor\xEAt d'\xE9t\xE9;o\xF9 \xE7"
                    "a\n",
                    "windows-1252");
    expect_sentence("Quartier;B\x82n\x82"
                    "ficiaires\nFor\x88t d'\x82t\x82;o\x97 \x87"
                    "a\n",
                    "cp850");
    expect_sentence("Quartier;B\x8En\x8E"
                    "ficiaires\nFor\x90t d'\x8Et\x8E;o\x9D \x8D"
                    "a\n",
                    "macintosh");
}

TEST(CsvEncoding, EuroSignOfIso885915)
{
    const CsvOutcome read = read_csv("Intitul\xE9;Co\xFBt\n\xC9t\xE9;12 \xA4\nC\xBDur de ville;30 \xA4\n");
    EXPECT_EQ(read.fact("encoding"), "iso-8859-15");
    EXPECT_THAT(read.rows, ElementsAre("Intitulé|Coût|", "Été|12 €|", "Cœur de ville|30 €|"));
}

TEST(CsvEncoding, Windows1252SignsOfWord)
{
    const CsvOutcome read = read_csv("Action;Co\xFBt\nL\x92\xE9"
                                     "cole \x96 c\x9Cur;12 \x80\n");
    EXPECT_EQ(read.fact("encoding"), "windows-1252");
    EXPECT_THAT(read.rows, ElementsAre("Action|Coût|", "L’école – cœur|12 €|"));
}

TEST(CsvEncoding, CapitalBeforeNoBreakSpaceIsNotUtf8)
{
    // "É" and a no-break space are, in Windows-1252, the two bytes of a good but absurd UTF-8 character.
    const CsvOutcome read = read_csv("QUALIT\xC9\xA0: A;1\nB;2\n");
    EXPECT_EQ(read.fact("encoding"), "windows-1252");
    EXPECT_THAT(read.rows, ElementsAre("QUALITÉ\u00A0: A|1|", "B|2|"));
}

TEST(CsvEncoding, ThinEvidenceIsSaid)
{
    EXPECT_THAT(read_csv("\xC5;1\n2;3\n").remarks, ElementsAre("BIL-343 [windows-1252]"));
}

TEST(CsvEncoding, LinesOfTwoEncodingsAreDecodedEachByItsOwn)
{
    const CsvOutcome read = read_csv("Ville;Nom\nSaint-Étienne;Été\nOrl\xE9"
                                     "ans;\xC9t\xE9\nNîmes;Forêt\n");
    EXPECT_EQ(read.fact("encoding"), "utf-8 + windows-1252");
    EXPECT_THAT(read.rows, ElementsAre("Ville|Nom|", "Saint-Étienne|Été|", "Orléans|Été|", "Nîmes|Forêt|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-345 row 2 [1] [3] [2]"));
}

TEST(CsvEncoding, CharacterCutInTwoIsReplacedAndSaid)
{
    const CsvOutcome read = read_csv("Nom;Objet\nÉté;Activité\nForêt;Activit\xC3\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|Objet|", "Été|Activité|", "Forêt|Activit\uFFFD|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-346 row 2 [1] [3] [2]"));
}

TEST(CsvEncoding, LoneSurrogateAndCutEndAreSaid)
{
    std::string bytes = wide(u"Nom;Objet\nA;B\n", true, true) + "\x01\xD8"s + ";"s + "\0"s + "x"s;
    const CsvOutcome read = read_csv(bytes);
    EXPECT_THAT(read.rows, ElementsAre("Nom|Objet|", "A|B|", "\uFFFD||"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-354"));
}

TEST(CsvEncoding, NulsAndControlsAreDroppedAndSaid)
{
    const CsvOutcome read = read_csv("Nom;Nombre\nA\0\0;1\x02"
                                     "2\nB;3\n"s);
    EXPECT_THAT(read.rows, ElementsAre("Nom|Nombre|", "A|12|", "B|3|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-347 row 1 [1] [2] [2]"));
}

TEST(CsvEncoding, AShortTextPaddedWithNulsIsRead)
{
    const CsvOutcome read = read_csv("Nom;Nombre\nA;1\n" + std::string(60, '\0'));
    EXPECT_THAT(read.rows, testing::Contains("A|1|"));
    EXPECT_THAT(read.remarks, testing::Contains(testing::HasSubstr("BIL-347")));
}

TEST(CsvEncoding, EndOfFileSignOfDosIsNoRow)
{
    const CsvOutcome read = read_csv("a;b\n1;2\n\x1A");
    EXPECT_THAT(read.rows, ElementsAre("a|b|", "1|2|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvEncoding, Utf7IsSaid)
{
    EXPECT_THAT(read_csv("nom;+AOI-ge\n+AOk-t+AOk-;1\n").remarks, testing::Contains("BIL-140"));
    for (const char* text : {"nom;tel\na;+33 6\n", "a+AB-;b\nc;d\n", "a;+A\nb;+A", "\xC3\xA9+AOk-;b\nc;d\n"})
        EXPECT_THAT(read_csv(text).remarks, testing::Not(testing::Contains("BIL-140"))) << text;
}

TEST(CsvEncoding, ASurveyPieceByPieceFindsWhatOneOfAllFinds)
{
    std::mt19937 random(23);
    for (int round = 0; round < 500; ++round) {
        std::string text;
        const std::size_t size = random() % 700;
        while (text.size() < size) {
            constexpr std::array pieces = {"a",    "é", "Ç",    "…",    "\U0001F600", "\xE9",
                                           "\x07", ";", "\r\n", "\xC3", "\xA9"};
            text += random() % 3 == 0 ? pieces[random() % pieces.size()] : "texte ";
        }
        const csv_reader::ByteSurvey whole = csv_reader::survey_bytes(text);
        csv_reader::Survey survey(text);
        for (std::size_t place = 0; place < text.size(); place += random() % 200) survey.advance(text.data() + place);
        survey.advance(text.data() + text.size());
        EXPECT_EQ(survey.found().characters, whole.characters);
        EXPECT_EQ(survey.found().plausible, whole.plausible);
        EXPECT_EQ(survey.found().bad, whole.bad);
        EXPECT_EQ(survey.found().controls, whole.controls);
    }
}

} // namespace
} // namespace bilan::test
