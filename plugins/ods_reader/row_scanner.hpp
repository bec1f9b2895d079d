// SPDX-License-Identifier: MPL-2.0
//
// Reads the rows of a table in the shapes that programs really write. Two levels: a cell with one value and one plain
// paragraph costs a few comparisons; any other cell of texts and known attributes goes through a tolerant step. A row
// with anything else is given back whole. For one thread.
#pragma once

#include "ods_reader/cell_text.hpp"
#include "ods_reader/document_handler.hpp"
#include "ods_reader/usual_cells.hpp"
#include "xml/bulk_reader.hpp"

#include <cstdint>
#include <string>

namespace bilan::ods {

class RowScanner final : public xml::BulkScanner {
public:
    /// `frame` is the handler that reads what stands around the rows.
    RowScanner(DocumentHandler& frame, const archive::ReadGuard& guard, const std::string& part)
        : frame_(frame), usual_(frame.styles(), guard.limits().text_bytes), shown_(guard, part)
    {
    }

    [[nodiscard]] const char* scan(const char* from, const char* to) override;

private:
    [[nodiscard]] const char* row(const char* at);
    [[nodiscard]] const char* row_tag(const char* at, RowFacts& row);
    [[nodiscard]] const char* cells(const char* at);
    [[nodiscard]] const char* any_cell(const char* at, bool is_covered);
    [[nodiscard]] bool keep_attribute(std::string_view name, std::string_view value, CellInput& cell, Placing& placing);
    [[nodiscard]] const char* paragraphs(const char* at, bool is_covered);
    [[nodiscard]] const char* paragraph(const char* at);

    DocumentHandler& frame_;
    UsualCells usual_;
    CellText shown_;
    TableBuilder* rows_ = nullptr; ///< of the table at hand
    std::uint32_t seen_ = 0;
    std::string scratch_;
    std::string string_value_;
};

} // namespace bilan::ods
