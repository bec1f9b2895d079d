// SPDX-License-Identifier: MPL-2.0
//
// reliability.md row 4: what is a text table is told by the bytes, and everything else is left to others.
#include "csv_under_test.hpp"

#include <gtest/gtest.h>

namespace bilan::test {
namespace {

TEST(CsvRecognition, TablesThatBeginAsSylkOrDifDoAreTables)
{
    EXPECT_GT(csv_confidence("ID;Porteur;Action\n1;Asso A;Forum\n2;Asso C;Sport\n"), 0);
    EXPECT_GT(csv_confidence("ID;PORTEUR\nC;x\nP;y\n"), 0);
    EXPECT_EQ(csv_confidence("ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"nom\"\r\nE\r\n"), 0);
    EXPECT_GT(csv_confidence("TABLE\n0,1\n2,3\n"), 0);
    EXPECT_EQ(csv_confidence("TABLE\n0,1\n\"EXCEL\"\nVECTORS\n0,2\n\"\"\n"), 0);
}

using namespace std::string_literals;

TEST(CsvRecognition, CardOfThePlugin)
{
    const PluginUnderTest plugin("csv_reader");
    ASSERT_EQ(plugin.readers.size(), 1U);
    EXPECT_STREQ(plugin.card->name, "csv-reader");
    EXPECT_STREQ(plugin.card->version, "1.0.0");
    EXPECT_EQ(csv_reader().card().name, "csv");
}

TEST(CsvRecognition, TablesAreSurerThanTextsAndNamesCount)
{
    const Confidence table = csv_confidence("a;b\n1;2\n");
    const Confidence column = csv_confidence("Quartier\nLilas\n");
    const Confidence stranger = csv_confidence("a;b\n1;2\n", "x.xlsx");
    const Confidence note = csv_confidence("Bonjour\n", "x.xlsx");
    EXPECT_GT(table, column);
    EXPECT_GT(column, stranger);
    EXPECT_GT(stranger, note);
    EXPECT_GT(note, 0);
}

TEST(CsvRecognition, OtherFormatsAreNotOurs)
{
    for (const std::string& bytes :
         {"PK\x03\x04rest"s, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "%PDF-1.7\n1;2\n"s, "\x89PNG\r\n\x1A\n"s,
          "\xFF\xD8\xFF\xE0"s, "GIF89a"s, "{\\rtf1 x}"s, "<!DOCTYPE html><table>"s, "  \n<html>;a;b"s,
          "\xEF\xBB\xBF<?xml version=\"1.0\"?>"s, "<table><tr><td>a;b</td></tr></table>"s, "[{\"a\": 1}]"s,
          "{\n \"a\": 1, \"b\": 2}"s, "\x09\x08\x10\0\0\x06\x05\0"s, "a;b\n\x01\x02\x03\x04\x05\x06\x07\x01\x02"s,
          "<\0h\0t\0m\0l\0>\0"s, "SQLite format 3\0"s}) {
        EXPECT_EQ(csv_confidence(bytes), 0) << bytes;
        EXPECT_EQ(read_csv(bytes).refusal, "BIL-342") << bytes;
    }
}

TEST(CsvRecognition, EmptyFilesAreRefusedWithASentence)
{
    for (const std::string& bytes : {""s, "\xEF\xBB\xBF"s, "\r\n \r\n"s, "\0\0\0\0"s, "\xFF\xFE"s, "\x1A"s}) {
        EXPECT_GT(csv_confidence(bytes), 0);
        EXPECT_EQ(read_csv(bytes).refusal, "BIL-340");
    }
}

} // namespace
} // namespace bilan::test
