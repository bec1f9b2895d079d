// SPDX-License-Identifier: MPL-2.0
//
// Reads workbooks through the built plugin and tells the book as text. For tests, one thread.
#pragma once

#include "support/book_text.hpp"
#include "support/plugin_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>
#include <string>

namespace bilan::test {

inline const Reader& spreadsheetml_reader()
{
    static const PluginUnderTest plugin("spreadsheetml_reader");
    return *plugin.readers.at(0);
}

inline Source source_of(const std::string& bytes)
{
    return {"essai.xls", "xls", std::as_bytes(std::span(bytes.data(), bytes.size()))};
}

/// The book, or `refused BIL-316`.
inline std::string read_file(const std::string& bytes, const ReadLimits& limits = {})
{
    Book book;
    try {
        spreadsheetml_reader().read(source_of(bytes), limits, book);
    } catch (const Refusal& refusal) {
        return "refused " + std::string(refusal.what()) + "\n";
    }
    return book_text(book);
}

/// A workbook in the shape that Excel gives it; `before` stands before the sheets.
inline std::string workbook(const std::string& sheets, const std::string& before = "")
{
    return "<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\r\n"
           "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"\r\n"
           " xmlns:o=\"urn:schemas-microsoft-com:office:office\"\r\n"
           " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"\r\n"
           " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"\r\n"
           " xmlns:html=\"http://www.w3.org/TR/REC-html40\">\r\n" +
           before + sheets + "</Workbook>\r\n";
}

inline std::string sheet(const std::string& table, const std::string& after = "")
{
    return "<Worksheet ss:Name=\"Feuil1\"><Table>" + table + "</Table>" + after + "</Worksheet>";
}

/// A sheet of these rows, without the line that names it.
inline std::string read_table(const std::string& table, const std::string& before = "")
{
    const std::string text = read_file(workbook(sheet(table), before));
    const std::string head = "sheet Feuil1\n";
    return text.starts_with(head) ? text.substr(head.size()) : text;
}

/// `<Cell><Data ss:Type="Number">12</Data></Cell>`
inline std::string cell(const std::string& type, const std::string& text, const std::string& attributes = "")
{
    return "<Cell " + attributes + "><Data ss:Type=\"" + type + "\">" + text + "</Data></Cell>";
}

inline std::string row(const std::string& cells)
{
    return "<Row>" + cells + "</Row>";
}

} // namespace bilan::test
