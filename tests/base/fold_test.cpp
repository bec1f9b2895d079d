// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace bilan::base {
namespace {

TEST(Fold, AccentsAndCaseDoNotCount)
{
    EXPECT_EQ(fold("Bénéficiaires  "), "beneficiaires");
    EXPECT_EQ(fold("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ"), "aaaceeeeiioouuuy");
    EXPECT_EQ(fold("e\u0301te\u0301"), fold("ÉTÉ"));
}

TEST(Fold, LigaturesAreTwoLetters)
{
    EXPECT_EQ(fold("Œuvre, cœur, Ægide, ex æquo"), "oeuvre, coeur, aegide, ex aequo");
    EXPECT_EQ(fold("ﬁnanceur"), "financeur");
    EXPECT_EQ(fold("Straße"), "strasse");
}

TEST(Fold, OneKindOfApostropheAndDash)
{
    for (const char* spelling :
         {"d'insertion", "d’insertion", "d‘insertion", "d´insertion", "d`insertion", "dʼinsertion", "d′insertion"})
        EXPECT_EQ(fold(spelling), "d'insertion") << spelling;
    for (const char* spelling : {"16-25", "16‐25", "16‑25", "16–25", "16—25", "16−25", "16－25"})
        EXPECT_EQ(fold(spelling), "16-25") << spelling;
}

TEST(Fold, WhiteSpaceIsOneSpaceAndTrimmed)
{
    EXPECT_EQ(fold("\n Nb\u00A0\u202F de\r\n\tfemmes \u3000"), "nb de femmes");
    EXPECT_EQ(fold(" \n\u00A0"), "");
    EXPECT_EQ(fold(""), "");
}

TEST(Fold, InvisibleCharactersAreGone)
{
    EXPECT_EQ(fold("\uFEFFquar\u00ADtier\u200B \u202Eprio\u2060ritaire\u202C"), "quartier prioritaire");
}

TEST(Fold, CompatibilityFormsAreTheirPlainOnes)
{
    EXPECT_EQ(fold("Ｎｂ m² ① ½ …"), "nb m2 1 1⁄2 ...");
    EXPECT_EQ(fold("N° 3"), "n° 3");
    EXPECT_EQ(fold("€"), "€");
}

TEST(Fold, InvalidBytesAreShownAsSuch)
{
    EXPECT_EQ(fold("d\xE9j\xE0"), "d\uFFFDj\uFFFD");
}

TEST(Fold, FoldingWhatIsFoldedChangesNothing)
{
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) continue;
        std::string text;
        append(text, value);
        const std::string folded = fold(text);
        ASSERT_EQ(fold(folded), folded) << text;
    }
}

TEST(Fold, EndlessMarksTakeNoTime)
{
    std::string hostile = "e";
    for (int count = 0; count < 200'000; ++count) hostile += "\u0301\u0323";
    EXPECT_EQ(fold(hostile), "e");
}

} // namespace
} // namespace bilan::base
