// SPDX-License-Identifier: MPL-2.0
#include "workbook/names.hpp"

#include <gtest/gtest.h>

#include <string>

namespace bilan::workbook {
namespace {

TEST(Names, SheetNamesBecomeLegal)
{
    EXPECT_EQ(legal_sheet_name("Synthèse"), "Synthèse");
    EXPECT_EQ(legal_sheet_name(" a[b]:c*d?e/f\\g "), "a-b--c-d-e-f-g");
    EXPECT_EQ(legal_sheet_name("l'emploi"), "l’emploi");
    EXPECT_EQ(legal_sheet_name("deux\nlignes"), "deux lignes");
    EXPECT_EQ(legal_sheet_name("History"), "History (2)");
    EXPECT_EQ(legal_sheet_name(" \t"), "");
}

TEST(Names, TakenNamesGetANumberWithinTheirLength)
{
    TakenNames taken;
    EXPECT_EQ(taken.take("Emploi", 31), "Emploi");
    EXPECT_EQ(taken.take("EMPLOI", 31), "EMPLOI (2)");
    const std::string accented(40, 'x');
    const std::string first = taken.take(accented, 31);
    const std::string second = taken.take(accented, 31);
    EXPECT_EQ(excel_length(first), 31U);
    EXPECT_EQ(excel_length(second), 31U);
    EXPECT_NE(first, second);
    EXPECT_TRUE(second.ends_with(" (2)")) << second;
}

TEST(Names, LengthsAreThoseOfExcel)
{
    EXPECT_EQ(excel_length("é"), 1U);
    EXPECT_EQ(excel_length("😀"), 2U);
    EXPECT_EQ(excel_head("abcdef", 6), "abcdef");
    EXPECT_EQ(excel_head("abcdef", 4), "abc…");
    EXPECT_EQ(excel_head("😀😀😀", 4), "😀…") << "no half of a character";
}

TEST(Names, TextsLoseWhatXmlRefuses)
{
    EXPECT_EQ(clean_text(std::string_view("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(clean_text("a\r\nb\rc\td"), "a\nb\nc\td");
    EXPECT_EQ(clean_text("\xC3(\x1B"), "\uFFFD(\uFFFD");
    EXPECT_EQ(one_line("  a \n\n b\t"), "a b");
}

TEST(Names, ReferencesEscapeWhatTheyMust)
{
    EXPECT_EQ(column_reference("T_x", "Montant (€)"), "T_x[Montant (€)]");
    EXPECT_EQ(column_reference("T_x", "N° [1] d'ordre #"), "T_x[N° '[1'] d''ordre '#]");
    EXPECT_EQ(absolute_reference("Synthèse", {6, 2}), "'Synthèse'!$C$7");
    EXPECT_EQ(quoted_sheet("l'un"), "'l''un'");
    EXPECT_EQ(identifier("T_", "emp âge-sexe"), "T_emp___ge_sexe");
}

} // namespace
} // namespace bilan::workbook
