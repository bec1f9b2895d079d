// SPDX-License-Identifier: MPL-2.0
//
// Makes OpenDocument spreadsheets from pieces of XML, as packages and in one file, and reads them back as text. For
// tests, one thread.
#pragma once

#include "ods_reader/ods_reader.hpp"
#include "support/book_text.hpp"
#include "support/zip_builder.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>

namespace bilan::ods {

inline const std::string media_type = "application/vnd.oasis.opendocument.spreadsheet";

/// The prefixes of a root element.
inline std::string namespaces()
{
    const std::string standard = "urn:oasis:names:tc:opendocument:xmlns:";
    std::string all;
    for (const auto& [prefix, name] : {std::pair{"office", "office:1.0"},
                                       {"table", "table:1.0"},
                                       {"text", "text:1.0"},
                                       {"style", "style:1.0"},
                                       {"number", "datastyle:1.0"},
                                       {"draw", "drawing:1.0"},
                                       {"manifest", "manifest:1.0"}})
        all += std::string(" xmlns:") + prefix + "=\"" + standard + name + "\"";
    return all + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
}

/// `<office:WORD …>INSIDE</office:WORD>` with all prefixes.
inline std::string root(const std::string& word, const std::string& inside, const std::string& attributes = "")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:" + word + namespaces() + attributes + ">" + inside +
           "</office:" + word + ">";
}

inline std::string table(const std::string& rows, const std::string& attributes = "table:name=\"Feuille1\"")
{
    return "<table:table " + attributes + ">" + rows + "</table:table>";
}

struct OdsBuilder {
    std::string tables;
    std::string automatic = {}; ///< styles
    std::string common = {};    ///< styles
    std::map<std::string, std::string> others = {};

    [[nodiscard]] std::string content() const
    {
        return "<office:automatic-styles>" + automatic + "</office:automatic-styles><office:body><office:spreadsheet>" +
               tables + "</office:spreadsheet></office:body>";
    }
    [[nodiscard]] std::string package() const
    {
        std::map<std::string, std::string> parts = {
            {"META-INF/manifest.xml", "<manifest:manifest" + namespaces() +
                                          "><manifest:file-entry manifest:full-path=\"/\" " + "manifest:media-type=\"" +
                                          media_type + "\"/></manifest:manifest>"},
            {"content.xml", root("document-content", content())},
            {"styles.xml", root("document-styles", "<office:styles>" + common + "</office:styles>")}};
        for (const auto& [name, data] : others) parts[name] = data;
        test::ZipBuilder zip;
        zip.add("mimetype", media_type, {.stored = true});
        for (const auto& [name, data] : parts) {
            if (!data.empty()) zip.add(name, data);
        }
        return zip.bytes();
    }
    [[nodiscard]] std::string flat() const
    {
        return root("document", "<office:styles>" + common + "</office:styles>" + content(),
                    " office:mimetype=\"" + media_type + "\"");
    }
};

inline Source source_of(std::string_view bytes, const std::string& name = "essai.ods")
{
    return {name, name.substr(name.rfind('.') + 1), {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}};
}

/// What a file reads as one way, or its refusal.
inline std::string read_one_way(std::string_view bytes, Way way, const ReadLimits& limits = {})
{
    Book book;
    try {
        OdsReader(way).read(source_of(bytes), limits, book);
        return test::book_text(book);
    } catch (const Refusal& refusal) {
        return std::string("refused ") + refusal.what() + "\n";
    }
}

/// What a file reads as; both ways must say the same.
inline std::string read_text(std::string_view bytes, const ReadLimits& limits = {})
{
    const std::string fast = read_one_way(bytes, Way::fast, limits);
    EXPECT_EQ(fast, read_one_way(bytes, Way::tolerant, limits)) << "the scanner and expat disagree";
    return fast;
}

/// What a document reads as, whether it is a package or one file.
inline std::string document_text(const OdsBuilder& document)
{
    const std::string text = read_text(document.package());
    std::string flat = read_text(document.flat());
    const std::string name = "essai.ods\n"; // refusals name the part: here it is the file
    if (flat.starts_with("refused") && text.ends_with("content.xml\n") && flat.ends_with(name))
        flat.replace(flat.size() - name.size(), name.size(), "content.xml\n");
    EXPECT_EQ(text, flat) << "as one file";
    return text;
}

/// The lines for one table of these rows, without the line of the sheet.
inline std::string rows_text(const std::string& rows, const std::string& automatic = "", const std::string& common = "")
{
    const std::string text = document_text({table(rows), automatic, common});
    const std::string heading = "sheet Feuille1\n";
    return text.starts_with(heading) ? text.substr(heading.size()) : text;
}

/// The lines for one row of these cells.
inline std::string cells_text(const std::string& cells, const std::string& automatic = "",
                              const std::string& common = "")
{
    return rows_text("<table:table-row>" + cells + "</table:table-row>", automatic, common);
}

/// A cell with these attributes that shows a text.
inline std::string cell(const std::string& attributes, const std::string& shown)
{
    return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
}

/// A number, with more attributes or without.
inline std::string number(const std::string& value, const std::string& attributes = "")
{
    return cell("office:value-type=\"float\" office:value=\"" + value + "\" " + attributes, value);
}

} // namespace bilan::ods
