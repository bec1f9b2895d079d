// SPDX-License-Identifier: MPL-2.0
//
// Reads bytes through the built plugin and tells the book as text. For tests, one thread.
#pragma once

#include "support/biff_builder.hpp"
#include "support/book_text.hpp"
#include "support/plugin_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>
#include <string>

namespace bilan::test {

inline const Reader& xls_reader()
{
    static const PluginUnderTest plugin("xls_reader");
    return *plugin.readers.at(0);
}

inline Source source_of(const std::string& bytes, std::string name = "essai.xls")
{
    return {std::move(name), "xls", std::as_bytes(std::span(bytes.data(), bytes.size()))};
}

/// The book, or `refused BIL-362 Feuil1`.
inline std::string read_text(const std::string& bytes, const ReadLimits& limits = {})
{
    Book book;
    try {
        xls_reader().read(source_of(bytes), limits, book);
    } catch (const Refusal& refusal) {
        return "refused " + std::string(refusal.what()) + "\n";
    }
    return book_text(book);
}

/// One sheet named Feuil1 with these records, without the line that names it.
inline std::string read_records(const std::string& records)
{
    const std::string text = read_text(BiffBuilder(records).file());
    const std::string head = "sheet Feuil1\n";
    return text.starts_with(head) ? text.substr(head.size()) : text;
}

} // namespace bilan::test
