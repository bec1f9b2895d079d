// SPDX-License-Identifier: MPL-2.0
//
// A document as expat tells it: its styles, its tables, their rows and cells. Knows every shape of a table; the scanner
// knows only the usual ones and leaves the rest to this. For one thread.
#pragma once

#include "cells/sheet_names.hpp"
#include "ods_reader/cell_attributes.hpp"
#include "ods_reader/cell_text.hpp"
#include "ods_reader/names.hpp"
#include "ods_reader/prefixes.hpp"
#include "ods_reader/style_reader.hpp"
#include "xml/bulk_reader.hpp"

#include <bilan/book.hpp>

#include <memory>
#include <string>
#include <vector>

namespace bilan::ods {

/// The table that is being read.
struct OpenTable {
    OpenTable(cells::BookContext& context, Grid& grid, const std::string& file, double null_date)
        : remarks(file, grid.facts.name), cells(context, grid, remarks, null_date), rows(cells)
    {
    }
    cells::Remarks remarks;
    CellBuilder cells;
    TableBuilder rows;
};

class DocumentHandler final : public xml::BulkHandler {
public:
    DocumentHandler(Book& book, StyleBook& styles, cells::BookContext& context, const std::string& part);

    void start(xml::Name name, xml::Attributes attributes) override;
    void end(xml::Name name) override;
    void text(std::string_view piece) override;
    void bind_prefix(std::string_view prefix, std::string_view space) override;
    [[nodiscard]] bool is_between_units() const override;

    /// The word at the root: "document-content", or "document" for a document in one file.
    [[nodiscard]] const std::string& root() const { return root_; }
    [[nodiscard]] bool has_spreadsheet() const { return has_spreadsheet_; }
    /// Day 0 of the document, in days since 30 December 1899.
    [[nodiscard]] double null_date() const { return null_date_; }

    // For the scanner, between units.
    [[nodiscard]] TableBuilder& rows() { return table_->rows; }
    [[nodiscard]] const StyleBook& styles() const { return styles_; }
    [[nodiscard]] const Prefixes& prefixes() const { return prefixes_; }
    [[nodiscard]] bool hides_rows() const { return inside_.back() == Inside::hidden_rows; }

private:
    enum class Inside : std::uint8_t {
        document,
        styles,
        style,
        body,
        spreadsheet,
        settings,
        table,
        columns,
        hidden_columns,
        rows,
        hidden_rows,
        row,
        cell,
        cell_part, ///< a list, a section: paragraphs stand in it
        paragraph,
        run, ///< in a paragraph: a link, a piece in bold
        other
    };

    [[nodiscard]] Inside enter(xml::Name name, xml::Attributes attributes);
    [[nodiscard]] Inside enter_content(xml::Name name, Space space, xml::Attributes attributes);
    [[nodiscard]] Inside enter_document(xml::Name name);
    [[nodiscard]] Inside enter_spreadsheet(std::string_view local, xml::Attributes attributes);
    [[nodiscard]] Inside enter_table(std::string_view local, xml::Attributes attributes);
    [[nodiscard]] Inside enter_row(std::string_view local, xml::Attributes attributes);
    [[nodiscard]] Inside enter_cell(xml::Name name, xml::Attributes attributes);
    [[nodiscard]] Inside enter_paragraph(xml::Name name, xml::Attributes attributes);
    [[nodiscard]] Inside start_table(xml::Attributes attributes);
    void start_column(xml::Attributes attributes);
    [[nodiscard]] Inside start_row(xml::Attributes attributes);
    void read_null_date(xml::Attributes attributes);
    void end_cell();
    void end_table();

    Book& book_;
    StyleBook& styles_;
    cells::BookContext& context_;
    StyleReader style_reader_;
    Prefixes prefixes_;
    CellText shown_;
    CellAttributes cell_;
    cells::SheetNames names_;
    std::unique_ptr<OpenTable> table_;
    std::vector<Inside> inside_;
    std::string root_;
    double null_date_ = 0;
    bool is_settled_ = false; ///< all styles are known
    bool has_spreadsheet_ = false;
};

} // namespace bilan::ods
