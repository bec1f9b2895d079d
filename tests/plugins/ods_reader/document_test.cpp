// SPDX-License-Identifier: MPL-2.0
//
// Whose files are whose, and what a document as a whole may be.
#include "ods_builder.hpp"

namespace bilan::ods {
namespace {

const std::string one_table = table("<table:table-row>" + number("1") + "</table:table-row>");
const std::string one_text = "sheet Feuille1\nA1 number 1\n";

Confidence confidence(std::string_view bytes, const std::string& name = "essai.ods")
{
    return OdsReader().recognises(source_of(bytes, name));
}

TEST(Document, IsRecognisedByItsBytes)
{
    const OdsBuilder document{one_table};
    EXPECT_EQ(confidence(document.package(), "essai.xlsx"), 100) << "the name may lie";
    EXPECT_EQ(confidence(document.flat(), "essai.csv"), 100);
    EXPECT_EQ(confidence("\xEF\xBB\xBF\n" + document.flat()), 100);
    EXPECT_EQ(confidence(document.package().substr(0, 300)), 60) << "cut: its directory is gone";
}

TEST(Document, ATemplateIsOneToo)
{
    test::ZipBuilder zip;
    zip.add("mimetype", media_type + "-template", {.stored = true});
    zip.add("content.xml", root("document-content", OdsBuilder{one_table}.content()));
    EXPECT_EQ(confidence(zip.bytes(), "modele.ots"), 100);
    EXPECT_EQ(read_text(zip.bytes()), one_text) << "styles and manifest may be missing";
}

TEST(Document, TheMediaTypeMayStandElsewhere)
{
    test::ZipBuilder packed;
    packed.add("content.xml", root("document-content", OdsBuilder{one_table}.content())).add("mimetype", media_type);
    EXPECT_EQ(confidence(packed.bytes()), 100);
    test::ZipBuilder listed;
    listed.add("content.xml", root("document-content", OdsBuilder{one_table}.content()));
    listed.add("META-INF/manifest.xml", "<manifest:manifest" + namespaces() + "><manifest:file-entry " +
                                            "manifest:media-type='" + media_type + "'/></manifest:manifest>");
    EXPECT_EQ(confidence(listed.bytes()), 100);
    EXPECT_EQ(read_text(listed.bytes()), one_text);
}

TEST(Document, OthersAreNotTaken)
{
    test::ZipBuilder text;
    text.add("mimetype", "application/vnd.oasis.opendocument.text-template", {.stored = true});
    text.add("content.xml", root("document-content", ""));
    EXPECT_EQ(confidence(text.bytes(), "modele.ott"), 0);
    EXPECT_EQ(confidence(test::ZipBuilder().add("content.xml", "<a/>").bytes()), 0);
    EXPECT_EQ(confidence(test::ZipBuilder().add("xl/workbook.xml", "<a/>").bytes()), 0);
    for (const char* bytes : {"", "PK", "a;b\n", "<html/>", "<?xml version='1.0'?><a/>", "application/vnd.oasis."})
        EXPECT_EQ(confidence(bytes), 0) << bytes;
    EXPECT_EQ(confidence(root("document", "", " office:mimetype='application/vnd.oasis.opendocument.text'")), 0);
}

TEST(Document, AnEncryptedOneIsSaidToBe)
{
    const auto manifest = [](const std::string& path) {
        return "<manifest:manifest" + namespaces() + "><manifest:file-entry manifest:full-path='" + path +
               "'><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    };
    EXPECT_EQ(read_text(OdsBuilder{one_table, "", "", {{"META-INF/manifest.xml", manifest("content.xml")}}}.package()),
              "refused BIL-370\n");
    const OdsBuilder whole{
        "",
        "",
        "",
        {{"META-INF/manifest.xml", manifest("encrypted-package")}, {"content.xml", ""}, {"encrypted-package", "xyz"}}};
    EXPECT_EQ(read_text(whole.package()), "refused BIL-370\n");
}

TEST(Document, InUtf16)
{
    const std::string flat = OdsBuilder{one_table}.flat();
    std::string wide = "\xFF\xFE";
    for (const char byte : flat.substr(flat.find("<office:"))) wide += std::string{byte, '\0'};
    EXPECT_EQ(confidence(wide), 100);
    EXPECT_EQ(read_text(wide), one_text);
}

TEST(Document, StandsInTheBodyWhateverIsAroundIt)
{
    const OdsBuilder document{one_table};
    EXPECT_EQ(read_text(root("document-content", "")), "refused BIL-320 essai.ods\n") << "a part is no document";
    const std::string text =
        root("document", "<office:body><office:text>" + one_table + "</office:text></office:body>");
    EXPECT_EQ(read_text(text), "refused BIL-320 essai.ods\n");
    EXPECT_EQ(read_text(root("document", "<office:body><office:spreadsheet/></office:body>")), "refused BIL-319\n");
    EXPECT_EQ(read_text(root("document",
                             "<!-- <table:table-row> --><?pi <table:table-row>?><office:meta/>" + document.content())),
              one_text);
}

} // namespace
} // namespace bilan::ods
