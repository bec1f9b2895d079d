// SPDX-License-Identifier: MPL-2.0
//
// A workbook is known by its bytes, whatever its name.
#include "xls_under_test.hpp"

namespace bilan::test {
namespace {

int confidence(const std::string& bytes)
{
    return xls_reader().recognises(source_of(bytes, "essai.csv"));
}

TEST(XlsRecognition, WorkbooksInAndOutOfContainers)
{
    EXPECT_EQ(confidence(BiffBuilder("").file()), 100);
    EXPECT_EQ(confidence(BiffBuilder("").stream()), 60);
    BiffBuilder old("");
    old.version = 0x0500;
    EXPECT_EQ(confidence(old.file()), 100);
    EXPECT_EQ(confidence(biff::record(0x0009, "\2\0\x10\0")), 0) << "a C string ends at the first zero";
    EXPECT_EQ(confidence(biff::record(0x0009, little(2, 2) + little(0x10, 2))), 60) << "ours to refuse";
}

TEST(XlsRecognition, OtherContainersAreLeftAlone)
{
    for (const char* name : {"WordDocument", "EncryptedPackage", "__properties_version1.0", "PowerPoint Document"})
        EXPECT_EQ(confidence(OleBuilder().add(name, std::string(100, 'x')).bytes()), 0) << name;
    OleBuilder holder;
    holder.add("WordDocument", "un texte");
    std::string document = holder.bytes();
    EXPECT_EQ(confidence(document), 0);
}

TEST(XlsRecognition, ADamagedContainerIsOursWhenItNamesAWorkbook)
{
    std::string bytes = BiffBuilder("").file();
    bytes.replace(48, 4, little(0x00FFFFFF, 4)); // the directory is nowhere
    EXPECT_EQ(confidence(bytes), 60);
    EXPECT_EQ(read_text(bytes), "refused BIL-360\n");
    EXPECT_EQ(confidence(bytes.substr(0, 600)), 0) << "nothing is left that says what it was";
}

TEST(XlsRecognition, OtherBytesAreNotOurs)
{
    for (const char* text : {"", "a;b\n1;2\n", "PK\3\4", "<html><table>", "%PDF-1.4", "\t\x08"})
        EXPECT_EQ(confidence(text), 0) << text;
}

TEST(XlsRecognition, TheCardNamesTheReader)
{
    const ReaderCard card = xls_reader().card();
    EXPECT_EQ(card.name, "xls");
    EXPECT_THAT(card.extensions, testing::Contains("xls"));
    EXPECT_FALSE(card.sentence.empty());
}

} // namespace
} // namespace bilan::test
