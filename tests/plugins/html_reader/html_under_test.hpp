// SPDX-License-Identifier: MPL-2.0
//
// Reads pages through the built plugin and tells the book as text. For tests, one thread.
#pragma once

#include "support/book_text.hpp"
#include "support/plugin_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>
#include <string>

namespace bilan::test {

inline const Reader& html_reader()
{
    static const PluginUnderTest plugin("html_reader");
    return *plugin.readers.at(0);
}

inline Source source_of(const std::string& bytes)
{
    return {"essai.xls", "xls", std::as_bytes(std::span(bytes.data(), bytes.size()))};
}

/// The book, or `refused BIL-356`.
inline std::string read_page(const std::string& bytes, const ReadLimits& limits = {})
{
    Book book;
    try {
        html_reader().read(source_of(bytes), limits, book);
    } catch (const Refusal& refusal) {
        return "refused " + std::string(refusal.what()) + "\n";
    }
    return book_text(book);
}

/// One table with these rows, without the line that names the sheet.
inline std::string read_rows(const std::string& rows)
{
    const std::string text = read_page("<html><body><table>" + rows + "</table></body></html>");
    const std::string head = "sheet Tableau 1\n";
    return text.starts_with(head) ? text.substr(head.size()) : text;
}

} // namespace bilan::test
