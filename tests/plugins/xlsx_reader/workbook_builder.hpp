// SPDX-License-Identifier: MPL-2.0
//
// Puts together xlsx files part by part, ordinary unless a test says otherwise, and reads them both ways. One thread.
#pragma once

#include "support/book_text.hpp"
#include "support/zip_builder.hpp"
#include "xlsx_reader/xlsx_reader.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace bilan::xlsx {

inline constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

struct WorkbookBuilder {
    /// One sheet named Feuil1 with these rows, plain styles 0 to 9 and three shared strings: "un", "deux", "".
    explicit WorkbookBuilder(const std::string& rows = "")
    {
        parts["[Content_Types].xml"] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
        parts["_rels/.rels"] = relationships({{"rId1", "officeDocument", "xl/workbook.xml"}});
        parts["xl/workbook.xml"] = workbook("", "<sheet name='Feuil1' sheetId='1' r:id='rId1'/>");
        parts["xl/_rels/workbook.xml.rels"] = relationships({{"rId1", "worksheet", "worksheets/sheet1.xml"},
                                                             {"rId2", "styles", "styles.xml"},
                                                             {"rId3", "sharedStrings", "sharedStrings.xml"}});
        parts["xl/worksheets/sheet1.xml"] = sheet(rows);
        parts["xl/sharedStrings.xml"] = strings("<si><t>un</t></si><si><t>deux</t></si><si/>");
        parts["xl/styles.xml"] =
            "<styleSheet xmlns='" + std::string(main_space) +
            "'><numFmts count='2'><numFmt numFmtId='164' formatCode='[h]:mm'/>"
            "<numFmt numFmtId='165' formatCode='#,##0.00\\ &quot;€&quot;'/></numFmts>"
            "<fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='20'/><xf numFmtId='164'/>"
            "<xf numFmtId='10'/><xf numFmtId='165'/><xf numFmtId='4'/><xf numFmtId='0' fontId='1'/>"
            "<xf numFmtId='14' fontId='1'/></cellXfs></styleSheet>";
    }

    struct Target {
        std::string id;
        std::string type;
        std::string target;
        std::string more = {};
    };
    static std::string relationships(const std::vector<Target>& targets)
    {
        std::string text = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
        for (const Target& one : targets)
            text += "<Relationship Id='" + one.id +
                    "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + one.type +
                    "' Target='" + one.target + "' " + one.more + "/>";
        return text + "</Relationships>";
    }
    static std::string workbook(const std::string& properties, const std::string& sheets)
    {
        return "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><workbook xmlns='" + std::string(main_space) +
               "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" + properties +
               "<sheets>" + sheets + "</sheets></workbook>";
    }
    static std::string sheet(const std::string& rows, const std::string& before = "", const std::string& after = "")
    {
        return "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='" + std::string(main_space) +
               "' xmlns:x14ac='http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac'>" + before + "<sheetData>" +
               rows + "</sheetData>" + after + "</worksheet>";
    }
    static std::string strings(const std::string& items)
    {
        return "<sst xmlns='" + std::string(main_space) + "' count='3' uniqueCount='3'>" + items + "</sst>";
    }

    [[nodiscard]] std::string bytes() const
    {
        test::ZipBuilder builder;
        for (const auto& [name, data] : parts) builder.add(name, data);
        return builder.bytes();
    }

    std::map<std::string, std::string> parts;
};

inline Source source_of(std::string_view bytes)
{
    return {"essai.xlsx", "xlsx", {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}};
}

/// What a file reads as one way, or its refusal.
inline std::string read_one_way(std::string_view bytes, Way way, const ReadLimits& limits = {})
{
    Book book;
    try {
        XlsxReader(way).read(source_of(bytes), limits, book);
        return test::book_text(book);
    } catch (const Refusal& refusal) {
        return std::string("refused ") + refusal.what() + "\n";
    }
}

/// What a file reads as; both ways must say the same.
inline std::string read_text(std::string_view bytes, const ReadLimits& limits = {})
{
    std::string fast = read_one_way(bytes, Way::fast, limits);
    EXPECT_EQ(fast, read_one_way(bytes, Way::tolerant, limits)) << "the scanner and expat disagree";
    return fast;
}

/// The lines for one sheet of these rows, without the line of the sheet.
inline std::string rows_text(const std::string& rows)
{
    const std::string text = read_text(WorkbookBuilder(rows).bytes());
    const std::string heading = "sheet Feuil1\n";
    return text.starts_with(heading) ? text.substr(heading.size()) : text;
}

} // namespace bilan::xlsx
