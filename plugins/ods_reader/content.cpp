// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/content.hpp"

#include "cells/codes.hpp"
#include "ods_reader/codes.hpp"
#include "ods_reader/document_handler.hpp"
#include "ods_reader/row_scanner.hpp"

namespace bilan::ods {

void read_styles_part(archive::ByteSource& source, const std::string& part, StyleBook& styles,
                      const archive::ReadGuard& guard)
{
    Book none;
    cells::BookContext context{guard, none.texts, styles.tags(), {}};
    DocumentHandler handler(none, styles, context, part);
    xml::parse(source, handler, part, guard);
    if (handler.root() != "document-styles") guard.refuse(code::unexpected_part, {part});
}

void read_content_part(archive::ByteSource& source, const std::string& part, std::string_view root, StyleBook& styles,
                       const archive::ReadGuard& guard, Book& book, Way way)
{
    cells::BookContext context{guard, book.texts, styles.tags(), {}};
    DocumentHandler handler(book, styles, context, part);
    xml::Parser parser(handler, part, guard);
    RowScanner scanner(handler, guard, part);
    xml::BulkReader reader(source, parser, handler, {"<table:table-row", "</table:table>"}, guard, part);
    reader.read(way == Way::fast ? &scanner : nullptr);
    if (handler.root() != root || !handler.has_spreadsheet()) guard.refuse(code::unexpected_part, {part});
    if (book.sheets.empty()) guard.refuse(cells::code::no_sheets);
    if (handler.null_date() == 1462) book.facts.emplace_back("date_system", "1904");
}

} // namespace bilan::ods
