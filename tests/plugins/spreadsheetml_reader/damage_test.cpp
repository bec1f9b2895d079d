// SPDX-License-Identifier: MPL-2.0
//
// Files that are damaged or hostile: refused by name, or read with a remark on the cell.
#include "spreadsheetml_under_test.hpp"

namespace bilan::test {
namespace {

TEST(SpreadsheetmlDamage, BrokenFilesAreRefusedAsAWhole)
{
    const std::string whole = workbook(sheet(row(cell("Number", "1"))));
    EXPECT_EQ(read_file(whole.substr(0, whole.size() - 20)), "refused BIL-316 essai.xls\n");
    EXPECT_EQ(read_file("<!DOCTYPE x [<!ENTITY e \"v\">]>" + whole.substr(whole.find("<Workbook"))),
              "refused BIL-315 essai.xls\n");
    EXPECT_EQ(read_file("<a/>"), "refused BIL-320 essai.xls\n");
    EXPECT_EQ(read_file(workbook("")), "refused BIL-319\n");
}

TEST(SpreadsheetmlDamage, WhatACellPromisesAndDoesNotHold)
{
    EXPECT_EQ(
        read_table(row(cell("Number", "douze") + cell("DateTime", "31/12/2024") + cell("Currency", "5") +
                       "<Cell><Data>6</Data></Cell>" + cell("Number", "7", "ss:StyleID=\"s9\"") + cell("Number", ""))),
        "A1 text \"douze\"\nB1 text \"31/12/2024\"\nC1 text \"5\"\nD1 text \"6\"\nE1 number 7\n"
        "BIL-328 Feuil1 A1 [douze]\nBIL-336 Feuil1 B1 [31/12/2024]\nBIL-334 Feuil1 C1 [Currency]\n"
        "BIL-334 Feuil1 D1 []\nBIL-327 Feuil1 E1 [s9]\n");
}

TEST(SpreadsheetmlDamage, DatesOutsideTheCalendarOfExcel)
{
    const std::string day = "<Styles><Style ss:ID=\"j\"><NumberFormat ss:Format=\"Short Date\"/></Style></Styles>";
    EXPECT_EQ(read_table(row(cell("DateTime", "1850-01-01T00:00:00.000", "ss:StyleID=\"j\"")), day),
              "A1 number -18261 date\nBIL-329 Feuil1 A1 [-18261]\n");
}

TEST(SpreadsheetmlDamage, StylesThatAreTheirOwnParents)
{
    EXPECT_EQ(read_table(row(cell("Number", "1", "ss:StyleID=\"a\"")),
                         "<Styles><Style ss:ID=\"a\" ss:Parent=\"b\"/><Style ss:ID=\"b\" ss:Parent=\"a\"/></Styles>"),
              "A1 number 1\n");
}

TEST(SpreadsheetmlDamage, LimitsHold)
{
    const std::string two = workbook(sheet(row(cell("Number", "1") + cell("String", "long"))) + sheet(""));
    ReadLimits limits;
    limits.sheets = 1;
    EXPECT_EQ(read_file(two, limits), "refused BIL-310 sheets 1 essai.xls\n");
    limits = {};
    limits.cells = 1;
    EXPECT_EQ(read_file(two, limits), "refused BIL-310 cells 1 Feuil1\n");
    limits = {};
    limits.text_bytes = 3;
    EXPECT_EQ(read_file(two, limits), "refused BIL-310 text_bytes 3 essai.xls\n");
    limits = {};
    limits.columns = 1;
    EXPECT_EQ(read_file(two, limits), "refused BIL-310 columns 1 Feuil1\n");
    limits = {};
    limits.rows = 1;
    EXPECT_EQ(read_file(workbook(sheet("<Row/><Row/>")), limits), "refused BIL-310 rows 1 Feuil1\n");
    limits = {};
    limits.total_bytes = 10;
    EXPECT_EQ(read_file(two, limits), "refused BIL-310 total_bytes 10 essai.xls\n");
}

} // namespace
} // namespace bilan::test
