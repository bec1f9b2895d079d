// SPDX-License-Identifier: MPL-2.0
#include "run/file_kind.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bilan::run {
namespace {

std::string kind(const std::string& bytes)
{
    return why_no_reader({"x.xlsx", "xlsx", std::as_bytes(std::span(bytes))}).code;
}

TEST(FileKind, NamesWhatTheBytesAre)
{
    using namespace std::string_literals;
    EXPECT_EQ(kind(""), "BIL-383");
    EXPECT_EQ(kind("%PDF-1.7\n"), "BIL-380");
    EXPECT_EQ(kind("\x89PNG\r\n\x1a\n"), "BIL-381");
    EXPECT_EQ(kind("\xFF\xD8\xFF\xE0"), "BIL-381");
    EXPECT_EQ(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s), "BIL-382");
    EXPECT_EQ(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "BIL-376");
    EXPECT_EQ(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0"s), "BIL-398");
    EXPECT_EQ(kind("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text-template"), "BIL-386");
    EXPECT_EQ(kind("\xD0\xCF\x11\xE0 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0 W\0o\0r\0k\0b\0o\0o\0k\0"s), "BIL-386")
        << "a text with a workbook in it";
    EXPECT_EQ(kind("\n<html><table>"), "BIL-399");
    EXPECT_EQ(kind("MIME-Version: 1.0\nContent-Type: multipart/related"), "BIL-379");
    EXPECT_EQ(kind("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"), "BIL-397");
    EXPECT_EQ(kind("PK\x03\x04........word/document.xml"), "BIL-386");
    EXPECT_EQ(kind("PK\x03\x04........photo.jpg"), "BIL-387");
    EXPECT_EQ(kind("PK\x03\x04....mimetypeapplication/vnd.sun.xml.calc"), "BIL-138");
    EXPECT_EQ(kind("<?xml version='1.0'?><rows/>"), "BIL-141");
    EXPECT_EQ(kind("[{\"nom\":\"a\"}]"), "BIL-141");
    EXPECT_EQ(kind("[note] a"), "BIL-385");
    EXPECT_EQ(kind("\x1F\x8B\x08"), "BIL-387");
    EXPECT_EQ(kind(std::string("\0\1\0\0Standard ACE DB", 19)), "BIL-388");
    EXPECT_EQ(kind(std::string("\0\1\2\3", 4)), "BIL-385");
}

TEST(FileKind, SaysItInBothLanguages)
{
    const std::string bytes = "%PDF-1.4";
    const base::Message message = why_no_reader({"scan.pdf", "pdf", std::as_bytes(std::span(bytes))});
    EXPECT_EQ(base::render(message, base::Language::french),
              "«\u00A0scan.pdf\u00A0» est un PDF, pas un tableur. Demandez au partenaire le fichier Excel ou "
              "LibreOffice d'origine.");
    EXPECT_EQ(base::render(message, base::Language::english),
              "\"scan.pdf\" is a PDF, not a spreadsheet. Ask the partner for the original Excel or LibreOffice file.");
}

TEST(FileKind, NamesAPluginThatCouldNotBeOpened)
{
    const std::vector<plugin::Refused> refused{{"plugins/4/csv_reader.so", {"BIL-460", {"Alarm clock"}}}};
    const auto why = [&](const std::string& bytes) {
        return why_no_reader({"a.csv", "csv", std::as_bytes(std::span(bytes))}, refused);
    };
    EXPECT_EQ(
        base::render(why("a;b\n"), base::Language::french),
        "Aucun des lecteurs présents ne reconnaît «\u00A0a.csv\u00A0», et l'extension «\u00A0csv_reader.so\u00A0», qui "
        "le lisait peut-être, n'a pas pu être ouverte. Relancez\u00A0; si cela se répète, «\u00A0bilan "
        "extensions\u00A0» dit pourquoi.");
    EXPECT_EQ(
        base::render(why("a;b\n"), base::Language::english),
        "None of the readers at hand knows \"a.csv\", and the plugin \"csv_reader.so\", which may read it, could not "
        "be opened. Run again; if it happens again, \"bilan plugins\" says why.");
    EXPECT_EQ(why("%PDF-1.7\n").code, "BIL-380") << "no reader would have known it";
    EXPECT_EQ(why_no_reader({"a.csv", "csv", {}}, {}).code, "BIL-383");
}

} // namespace
} // namespace bilan::run
