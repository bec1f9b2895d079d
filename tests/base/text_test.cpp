// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "base/typography.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace bilan::base {
namespace {

using testing::ElementsAre;

TEST(Text, WhateverTheBytesWhatComesOutIsValid)
{
    std::mt19937 random(1);
    for (int count = 0; count < 20'000; ++count) {
        std::string bytes(random() % 24, '\0');
        // Half of the bytes from the ranges that begin and continue characters, so that some of them are valid.
        for (char& byte : bytes) byte = static_cast<char>(random() % 2 == 0 ? 0xC0 + random() % 0x38 : random() % 0xC0);
        EXPECT_TRUE(is_utf8(to_utf8(bytes)));
        EXPECT_TRUE(is_utf8(fold(bytes)));
        EXPECT_TRUE(is_utf8(compose(bytes)));
        EXPECT_TRUE(is_utf8(for_display(bytes, 10)));
        EXPECT_EQ(length(to_utf8(bytes)), length(bytes));
        EXPECT_EQ(trim(trim(bytes)), trim(bytes));
    }
}

TEST(Text, KnowsValidUtf8)
{
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("Bénéficiaires œuvre 😀"));
    EXPECT_FALSE(is_utf8("B\xE9n\xE9"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
}

TEST(Text, ReplacesInvalidBytesAndNothingElse)
{
    EXPECT_EQ(to_utf8("déjà vu"), "déjà vu");
    EXPECT_EQ(to_utf8("d\xE9j\xE0"), "d\uFFFDj\uFFFD");
    EXPECT_EQ(to_utf8(std::string_view("a\0b", 3)), std::string_view("a\0b", 3));
}

TEST(Text, Composes)
{
    EXPECT_EQ(compose("e\u0301te\u0301"), "été");
    EXPECT_EQ(compose("a  b\u00A0c"), "a  b\u00A0c");
    EXPECT_EQ(compose("\xE9"), "\uFFFD");
    EXPECT_EQ(compose("l’été – 12 €"), "l’été – 12 €");
    // At the edges of what is known to be composed: a mark behind such a letter, a space and a sign spelt otherwise.
    EXPECT_EQ(compose("é et e\u0301"), "é et é");
    EXPECT_EQ(compose("\u2000\u212B"), "\u2002Å");
    EXPECT_EQ(compose("€\xE9"), "€\uFFFD");
    EXPECT_EQ(compose(std::string_view("e\u0301\0z", 5)), std::string_view("é\0z", 4));
}

TEST(Text, ComposingEndlessMarksTakesNoTime)
{
    std::string hostile;
    for (int count = 0; count < 200'000; ++count) hostile += "\u0301\u0323";
    EXPECT_EQ(compose(hostile), hostile);
}

TEST(Text, DisplayEscapesWhatWouldBreakALine)
{
    EXPECT_EQ(for_display("a\tb\r\nc"), "a\\tb\\r\\nc");
    EXPECT_EQ(for_display(std::string_view("\0\x1B[2J", 5)), "\\u0000\\u001b[2J");
    EXPECT_EQ(for_display("facture\u202Efdp.exe"), "facture\\u202efdp.exe");
    EXPECT_EQ(for_display("\u2066\u2069\u200F\u2028\u0085"), "\\u2066\\u2069\\u200f\\u2028\\u0085");
    EXPECT_EQ(for_display("d\xE9"), "d\uFFFD");
    EXPECT_EQ(for_display("Épinal «\u00A0QPV\u00A0» 😀"), "Épinal «\u00A0QPV\u00A0» 😀");
}

TEST(Text, DisplayCutsAfterCharactersNotBytes)
{
    EXPECT_EQ(for_display("ééééé", 5), "ééééé");
    EXPECT_EQ(for_display("ééééé", 4), "éééé…");
    EXPECT_EQ(for_display("a", 0), "…");
    EXPECT_EQ(for_display(std::string(100, 'x')).size(), 80 + std::string_view("…").size());
}

TEST(Text, TrimsEveryKindOfWhiteSpace)
{
    EXPECT_EQ(trim(" \t\r\n\u00A0\u202F\u200B\uFEFFa b\u3000\u2060 "), "a b");
    EXPECT_EQ(trim("\u00A0\u200B"), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("é"), "é");
    EXPECT_EQ(trim(" \xE9 "), "\xE9");
}

TEST(Text, CountsCodePoints)
{
    EXPECT_EQ(length(""), 0U);
    EXPECT_EQ(length("été😀"), 4U);
    EXPECT_EQ(length("a\xFF"), 2U);
    EXPECT_EQ(head("été", 2), "ét");
    EXPECT_EQ(head("été", 9), "été");
    EXPECT_EQ(head("été", 0), "");
}

TEST(Text, JoinsAndSplits)
{
    const std::vector<std::string> parts{"a", "b", "c"};
    EXPECT_EQ(join(parts, ", "), "a, b, c");
    EXPECT_EQ(join({}, ", "), "");
    EXPECT_THAT(split("a;b;;c;", ';'), ElementsAre("a", "b", "", "c", ""));
    EXPECT_THAT(split("", ';'), ElementsAre(""));
}

TEST(Text, ReplacesAll)
{
    EXPECT_EQ(replace_all("aXbXc", "X", "--"), "a--b--c");
    EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
    EXPECT_EQ(replace_all("abc", "", "x"), "abc");
}

TEST(Text, FrenchSpacesDoNotBreakALine)
{
    EXPECT_EQ(french_spaces("Total : 12 % de « bleu » ; vrai ? oui !"),
              "Total\u00A0: 12\u00A0% de «\u00A0bleu\u00A0»\u00A0; vrai\u00A0? oui\u00A0!");
    EXPECT_EQ(french_spaces("http://a.fr 1:2 a b"), "http://a.fr 1:2 a b");
    EXPECT_EQ(french_spaces("5 € :"), "5\u00A0€\u00A0:");
    EXPECT_EQ(french_spaces(""), "");
}

} // namespace
} // namespace bilan::base
