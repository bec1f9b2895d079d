// SPDX-License-Identifier: MPL-2.0
//
// A workbook is known by its first tag, whatever its name.
#include "spreadsheetml_under_test.hpp"

namespace bilan::test {
namespace {

int confidence(const std::string& bytes)
{
    return spreadsheetml_reader().recognises(source_of(bytes));
}

std::string in_utf16(const std::string& ascii)
{
    std::string wide = "\xFF\xFE";
    for (const char letter : ascii) wide += std::string{letter, '\0'};
    return wide;
}

TEST(SpreadsheetmlRecognition, ByItsFirstTag)
{
    const std::string space = "urn:schemas-microsoft-com:office:spreadsheet";
    EXPECT_EQ(confidence(workbook(sheet(""))), 100);
    EXPECT_EQ(confidence("<Workbook xmlns=\"" + space + "\">"), 100);
    EXPECT_EQ(confidence("\xEF\xBB\xBF<!-- <html> --><ss:Workbook\nxmlns:ss='" + space + "'>"), 100);
    EXPECT_EQ(confidence(in_utf16("<?xml version='1.0'?><Workbook xmlns='" + space + "'>")), 100);
}

TEST(SpreadsheetmlRecognition, ADocumentTypeIsPassedAndThenRefusedByName)
{
    const std::string bytes = workbook(sheet(""));
    const std::size_t root = bytes.find("<Workbook");
    for (const std::string type : {"<!DOCTYPE Workbook>", "<!DOCTYPE Workbook [<!ENTITY x 'y>'>] >"}) {
        const std::string typed = bytes.substr(0, root) + type + "\n" + bytes.substr(root);
        EXPECT_EQ(confidence(typed), 100) << type;
        EXPECT_EQ(read_file(typed), "refused BIL-315 essai.xls\n") << type;
    }
    EXPECT_EQ(confidence("<!DOCTYPE Workbook [<!ENTITY x 'y>'>"), 0) << "never closed";
}

TEST(SpreadsheetmlRecognition, OtherBytesAreNotOurs)
{
    for (const char* text : {"", "a;b\n", "<Workbook>", "<?xml version='1.0'?>", "<!-- ",
                             "<html xmlns:ss='urn:schemas-microsoft-com:office:"
                             "spreadsheet'><table>",
                             "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"})
        EXPECT_EQ(confidence(text), 0) << text;
}

TEST(SpreadsheetmlRecognition, Utf16IsRead)
{
    EXPECT_EQ(
        read_file(in_utf16("<?xml version='1.0' encoding='UTF-16'?><Workbook xmlns='urn:schemas-microsoft-com:"
                           "office:spreadsheet' xmlns:s='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet "
                           "s:Name='A'><Table><Row><Cell><Data s:Type='Number'>1</Data></Cell></Row></Table>"
                           "</Worksheet></Workbook>")),
        "sheet A\nA1 number 1\n");
}

TEST(SpreadsheetmlRecognition, TheCardNamesTheReader)
{
    const ReaderCard card = spreadsheetml_reader().card();
    EXPECT_EQ(card.name, "xml");
    EXPECT_THAT(card.extensions, testing::ElementsAre("xml"));
    EXPECT_FALSE(card.sentence.empty());
}

} // namespace
} // namespace bilan::test
