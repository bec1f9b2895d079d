// SPDX-License-Identifier: MPL-2.0
//
// domain.md 9.8, patterns 118, 121, 123 and 125: the separator is found from the shape of the table and announced.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

namespace bilan::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string separator_of(std::string_view bytes, const std::string& name = "essai.csv")
{
    return read_csv(bytes, name).fact("separator");
}

TEST(CsvSeparator, EachOfTheFour)
{
    EXPECT_EQ(separator_of("Nom;Nombre\nA;1\nB;2\n"), ";");
    EXPECT_EQ(separator_of("Nom,Nombre\nA,1\nB,2\n"), ",");
    EXPECT_EQ(separator_of("Nom\tNombre\nA\t1\nB\t2\n"), "tab");
    EXPECT_EQ(separator_of("Nom|Nombre\nA|1\nB|2\n"), "|");
}

TEST(CsvSeparator, LoneReturnsInTextsEndNoRow)
{
    const CsvOutcome last = read_csv("Nom;Nombre;Remarque\r\nA;1;le lundi\ret le mardi\r\nB;2;fin\r\n");
    EXPECT_THAT(last.rows, ElementsAre("Nom|Nombre|Remarque|", "A|1|le lundi\net le mardi|", "B|2|fin|"));
    const CsvOutcome most = read_csv("Nom;Remarque;Nombre\nA;le lundi\ret le mardi;12\nB;le\rsoir;7\n");
    EXPECT_THAT(most.rows, ElementsAre("Nom|Remarque|Nombre|", "A|le lundi\net le mardi|12|", "B|le\nsoir|7|"));
    const CsvOutcome mixed = read_csv("Nom;Nombre\r\nA;1\rB;2\r\nC;3\r\n");
    EXPECT_THAT(mixed.rows, ElementsAre("Nom|Nombre|", "A|1|", "B|2|", "C|3|")) << "a row that ends with a return";
}

TEST(CsvSeparator, DecimalCommasDoNotBeatSemicolons)
{
    const CsvOutcome read = read_csv("Action;Coût\nA;12,5\nB;13,5\nC;1 234,50\n");
    EXPECT_EQ(read.fact("separator"), ";");
    EXPECT_THAT(read.rows, ElementsAre("Action|Coût|", "A|12,5|", "B|13,5|", "C|1 234,50|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvSeparator, CommasOfSentencesDoNotBeatTabs)
{
    EXPECT_EQ(separator_of("Nom\tObjet\nA\tsport, culture\nB\tsport, culture, loisirs\nC\tsanté, emploi\n"), "tab");
}

TEST(CsvSeparator, QuotedSeparatorsDoNotCount)
{
    const CsvOutcome read = read_csv("Nom,Objet\nA,\"x;y;z\"\nB,\"x;y;z\"\n");
    EXPECT_EQ(read.fact("separator"), ",");
    EXPECT_THAT(read.rows, ElementsAre("Nom|Objet|", "A|x;y;z|", "B|x;y;z|"));
}

TEST(CsvSeparator, TitlesAboveTheTableAreNoObstacle)
{
    const CsvOutcome read =
        read_csv("Bilan 2024, contrat de ville\nÉdité par X, Y, Z\n\nNom;Ville;Nombre\nA;B;1\nC;D;2\n");
    EXPECT_EQ(read.fact("separator"), ";");
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvSeparator, OneColumnHasNone)
{
    const CsvOutcome read = read_csv("Quartier\nLes Lilas\nLa Plaine, nord\n");
    EXPECT_EQ(read.fact("separator"), "none");
    EXPECT_THAT(read.rows, ElementsAre("Quartier|", "Les Lilas|", "La Plaine, nord|"));
    EXPECT_EQ(separator_of("Montant\n12,5\n13,5\n"), "none");
}

TEST(CsvSeparator, CountsSideBySideBelowATitleAreATable)
{
    const CsvOutcome read =
        read_csv("Tableau de bord 2025\nService\nAction,Coût,Total,F,H\nA,\"10 800,00\",173,101,72\n"
                 "B,\"5 850,00\",238,113,125\n");
    EXPECT_EQ(read.fact("separator"), ",");
    EXPECT_THAT(read.rows, ElementsAre("Tableau de bord 2025|||||", "Service|||||", "Action|Coût|Total|F|H|",
                                       "A|10 800,00|173|101|72|", "B|5 850,00|238|113|125|"));
}

TEST(CsvSeparator, DeclarationIsConsumedAndObeyed)
{
    for (const char* line : {"sep=,\r\n", "SEP=,\n", "\"sep=,\"\r", "\xEF\xBB\xBFsep=,\n"}) {
        const CsvOutcome read = read_csv(std::string(line) + "a;b,c\n1;2,3\n");
        EXPECT_EQ(read.fact("separator"), ",") << line;
        EXPECT_THAT(read.rows, ElementsAre("a;b|c|", "1;2|3|")) << line;
    }
}

TEST(CsvSeparator, LinesAreCountedAfterADeclaration)
{
    // Rows as Excel shows them, lines of the text file for quotes.
    const CsvOutcome read = read_csv("sep=;\na;b;c\n1;\"2;3\n4;5\n6;7;8\n");
    EXPECT_THAT(read.remarks, ElementsAre("BIL-348 row 1 [1] [3] [3]", "BIL-353 row 2 [1] [3] [3]"));
}

TEST(CsvSeparator, DoubtIsSaid)
{
    const CsvOutcome read = read_csv("a;b,c\nd;e,f\n");
    EXPECT_THAT(read.remarks, ElementsAre("BIL-344 [;] [,]"));
}

TEST(CsvSeparator, LinesSavedAsOneCellEachAreUnwrapped)
{
    const CsvOutcome all = read_csv("\"nom,montant,ville\"\r\n\"A,\"\"1,5\"\",Paris\"\r\n\"B,\"\"2,5\"\",Lyon\"\r\n");
    EXPECT_THAT(all.rows, ElementsAre("nom|montant|ville|", "A|1,5|Paris|", "B|2,5|Lyon|"));
    EXPECT_THAT(all.remarks, ElementsAre("BIL-132 [,]"));
    const CsvOutcome most = read_csv("nom;montant\n\"A;1,5\"\n\"B;2,5\"\n");
    EXPECT_THAT(most.rows, ElementsAre("nom|montant|", "A|1,5|", "B|2,5|"));
}

TEST(CsvSeparator, OneColumnOfQuotedTextsStaysOne)
{
    for (const char* text :
         {"\"Bonjour, à tous\"\n\"Merci\"\n\"Fin, enfin\"\n", "\"a\"\n\"b\"\n", "\"1,5\"\n\"2,5\"\n\"12\"\n"}) {
        const CsvOutcome read = read_csv(text);
        EXPECT_EQ(read.book.sheets.at(0).columns(), 1U) << text;
        for (const std::string& remark : read.remarks) EXPECT_FALSE(remark.starts_with("BIL-132")) << text;
    }
    EXPECT_THAT(read_csv("\"a;b\";1\n\"c;d\";2\n").rows, ElementsAre("a;b|1|", "c;d|2|"));
}

TEST(CsvSeparator, WhatMayBeColumnsIsSaid)
{
    EXPECT_THAT(read_csv("nom^age\na^1\nb^2\n").remarks, ElementsAre("BIL-131 [^]"));
    EXPECT_THAT(read_csv("nom:age\na:1\nb:2\n").remarks, ElementsAre("BIL-131 [:]"));
    EXPECT_THAT(read_csv("NOM       AGE\nDupont   12\nMartin       3\n").remarks, ElementsAre("BIL-133"));
    EXPECT_THAT(read_csv("nom\nDupont\nMartin\n").remarks, testing::IsEmpty());
    EXPECT_THAT(read_csv("10:30\n11:45\n").remarks, testing::IsEmpty()) << "times";
    EXPECT_THAT(read_csv(";;;\n;;;\n").remarks, testing::Contains("BIL-143"));
}

TEST(CsvSeparator, ColumnsThatBlanksAlignAreReadAndSaid)
{
    const CsvOutcome read = read_csv("INTITULE          QUARTIER     COUT\n"
                                     "Atelier d'été     Bellevue  1 200,5\n\n"
                                     "Forum             Nord          300\n");
    EXPECT_THAT(read.rows,
                ElementsAre("INTITULE|QUARTIER|COUT|", "Atelier d'été|Bellevue|1 200,5|", "|||", "Forum|Nord|300|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-149 [3]"));
    const CsvOutcome latin = read_csv("NOM       AGE\nH\xE9l\xE8ne     12\nMartin      3\n");
    EXPECT_EQ(latin.rows.at(1), "Hélène|12|");
    const CsvOutcome gap = read_csv("NOM       AGE  VILLE\nDupont     12  Lyon\nMartin     13\n");
    EXPECT_THAT(gap.remarks, ElementsAre("BIL-133")) << "a value is missing, and nothing says which";
}

TEST(CsvSeparator, ExtensionSettlesADoubtOnly)
{
    EXPECT_EQ(separator_of("a\tb;c\nd\te;f\n", "essai.tsv"), "tab");
    EXPECT_EQ(separator_of("a;b\nc;d\n", "essai.tsv"), ";");
}

} // namespace
} // namespace bilan::test
