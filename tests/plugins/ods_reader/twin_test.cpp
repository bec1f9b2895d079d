// SPDX-License-Identifier: MPL-2.0
//
// LibreOffice saves the same workbook as ods and as xlsx; both plugins must read the same out of the two files.
#include "support/book_text.hpp"
#include "support/plugin_under_test.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace bilan::test {
namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;

std::string text_of(const std::string& plugin_name, const fs::path& file)
{
    const PluginUnderTest plugin(plugin_name);
    const std::string bytes = support::bytes_of(file);
    Book book;
    plugin.readers.front()->read({file.filename().string(), "", std::as_bytes(std::span(bytes))}, ReadLimits{}, book);
    return book_text(book);
}

/// Quoted for the shell.
std::string words(const std::vector<fs::path>& files)
{
    std::string all;
    for (const fs::path& file : files) all += " '" + file.string() + "'";
    return all;
}

bool convert(const TemporaryFolder& folder, const std::string& format, const std::vector<fs::path>& files)
{
    const std::string command = "timeout 120 soffice -env:UserInstallation=file://" +
                                (folder.path() / "profile").string() + " --headless --convert-to " + format +
                                " --outdir '" + (folder.path() / format).string() + "'" + words(files) +
                                " >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) return false;
    return std::all_of(files.begin(), files.end(), [&](const fs::path& file) {
        return fs::exists(folder.path() / format / file.filename().replace_extension(format));
    });
}

bool has_office()
{
    return std::system("command -v soffice >/dev/null 2>&1") == 0;
}

TEST(Twins, TheExamplesReadTheSameFromBothFormats)
{
    if (!has_office()) GTEST_SKIP() << "LibreOffice is not there: nothing is compared";
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(BILAN_SOURCE_DIR) / "examples/campagne/entrees"))
        if (entry.path().extension() == ".xlsx") files.push_back(entry.path());
    ASSERT_GE(files.size(), 4U);
    const TemporaryFolder folder;
    if (!convert(folder, "ods", files)) GTEST_SKIP() << "LibreOffice did not convert";
    for (const fs::path& file : files) {
        const fs::path twin = folder.path() / "ods" / file.filename().replace_extension("ods");
        EXPECT_EQ(text_of("ods_reader", twin), text_of("xlsx_reader", file)) << file;
    }
}

/// Every value type and format class, a merge, a hidden row, a hidden sheet, lines, a strike.
constexpr std::string_view document = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>
<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:number-style>
<number:percentage-style style:name="N10"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:currency-style style:name="N20"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text> </number:text><number:currency-symbol number:language="fr" number:country="FR">€</number:currency-symbol></number:currency-style>
<number:date-style style:name="N30"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N31"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
<number:time-style style:name="N40"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<number:time-style style:name="N41" number:truncate-on-overflow="false"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<style:style style:name="n" style:family="table-cell" style:data-style-name="N2"/><style:style style:name="p" style:family="table-cell" style:data-style-name="N10"/>
<style:style style:name="e" style:family="table-cell" style:data-style-name="N20"/><style:style style:name="d" style:family="table-cell" style:data-style-name="N30"/>
<style:style style:name="dt" style:family="table-cell" style:data-style-name="N31"/><style:style style:name="t" style:family="table-cell" style:data-style-name="N40"/>
<style:style style:name="l" style:family="table-cell" style:data-style-name="N41"/>
<style:style style:name="x" style:family="table-cell"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Bilan &amp; suivi">
<table:table-column table:number-columns-repeated="8"/><table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="3" table:number-rows-spanned="1"><text:p>Titre</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="1.5"/><table:table-cell table:style-name="n" office:value-type="float" office:value="0.1"/><table:table-cell table:style-name="p" office:value-type="percentage" office:value="0.12"/><table:table-cell table:style-name="e" office:value-type="currency" office:value="1234.56"/><table:table-cell table:style-name="d" office:value-type="date" office:date-value="2024-12-31"/><table:table-cell table:style-name="dt" office:value-type="date" office:date-value="2024-12-31T18:00:00"/><table:table-cell table:style-name="t" office:value-type="time" office:time-value="PT06H00M00S"/><table:table-cell table:style-name="l" office:value-type="time" office:time-value="PT36H00M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>
<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string"><text:p>ligne 1</text:p><text:p>ligne <text:s text:c="2"/>2</text:p></table:table-cell><table:table-cell table:style-name="x" office:value-type="float" office:value="7"/></table:table-row>
<table:table-row table:number-rows-repeated="20"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="4"><text:p>Été « 100 % »</text:p></table:table-cell><table:table-cell table:formula="of:=1/0"/><table:table-cell table:formula="of:=[.A2]*2"/><table:table-cell table:formula="of:=NA()"/></table:table-row>
</table:table><table:table table:name="Cachée" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table></office:spreadsheet></office:body></office:document>
)xml";

TEST(Twins, EveryTypeAndFormatReadsTheSameFromBothFormats)
{
    if (!has_office()) GTEST_SKIP() << "LibreOffice is not there: nothing is compared";
    const TemporaryFolder folder;
    const fs::path source = folder.path() / "tout.fods";
    std::ofstream(source, std::ios::binary) << document;
    if (!convert(folder, "ods", {source}) || !convert(folder, "xlsx", {source}) || !convert(folder, "fods", {source}))
        GTEST_SKIP() << "LibreOffice did not convert";
    const std::string from_ods = text_of("ods_reader", folder.path() / "ods/tout.ods");
    EXPECT_EQ(from_ods, text_of("xlsx_reader", folder.path() / "xlsx/tout.xlsx"));
    EXPECT_EQ(from_ods, text_of("ods_reader", folder.path() / "fods/tout.fods"));
    EXPECT_EQ(std::count(from_ods.begin(), from_ods.end(), '\n'), 44) << from_ods;
}

} // namespace
} // namespace bilan::test
