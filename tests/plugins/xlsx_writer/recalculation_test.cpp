// SPDX-License-Identifier: MPL-2.0
//
// LibreOffice opens the sample, computes every formula anew and must come to the values that were stored.
#include "foreign_reader.hpp"
#include "support/plugin_under_test.hpp"
#include "support/sample_pages.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace bilan::test {
namespace {

using support::TemporaryFolder;

/// A profile of its own that computes every formula when a file is opened.
void make_profile(const std::filesystem::path& profile)
{
    std::filesystem::create_directories(profile / "user");
    std::ofstream(profile / "user" / "registrymodifications.xcu") << R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>)";
}

TEST(Recalculation, LibreOfficeComesToTheStoredValues)
{
    if (ask("command -v soffice").status != 0) GTEST_SKIP() << "LibreOffice is not there: nothing is recalculated";
    if (!has_openpyxl()) GTEST_SKIP() << "openpyxl is not there: nothing is compared";
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "sample.xlsx";
    Workbook book = sample_workbook();
    std::size_t formulas = 0;
    for (SheetPart& sheet : book.sheets)
        for (SheetCell& cell : sheet.cells) formulas += std::holds_alternative<Formula>(cell.value) ? 1U : 0U;
    ASSERT_GT(formulas, 15U);
    // Wrong stored values leave LibreOffice nothing right to copy.
    Workbook blank = book;
    for (SheetPart& sheet : blank.sheets)
        for (SheetCell& cell : sheet.cells)
            if (Formula* formula = std::get_if<Formula>(&cell.value)) formula->value = -1.0;
    const PluginUnderTest plugin("xlsx_writer");
    plugin.writers.front()->write(book, path);
    plugin.writers.front()->write(blank, folder.path() / "blank.xlsx");
    make_profile(folder.path() / "profile");
    const std::string office = "timeout 120 soffice -env:UserInstallation=file://" +
                               (folder.path() / "profile").string() + " --headless --convert-to ";
    const Answer converted = ask("cd " + folder.path().string() + " && " + office + "ods --outdir ods blank.xlsx && " +
                                 office + "xlsx --outdir again ods/blank.ods");
    if (!std::filesystem::exists(folder.path() / "again" / "blank.xlsx"))
        GTEST_SKIP() << "LibreOffice did not convert: " << converted.output;
    const Answer answer = ask_openpyxl(path, R"(
again = openpyxl.load_workbook(path.replace('sample.xlsx', 'again/blank.xlsx'), data_only=True)
compared = 0
for sheet in formulas:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type != 'f':
                continue
            stored = book[sheet.title][cell.coordinate].value
            computed = again[sheet.title][cell.coordinate].value
            compared += 1
            if not isinstance(computed, (int, float)) or abs(stored - computed) > 1e-12 * abs(stored):
                print(sheet.title, cell.coordinate, cell.value, stored, computed)
print(compared)
)");
    EXPECT_EQ(answer.output, std::to_string(formulas) + "\n");
}

} // namespace
} // namespace bilan::test
