// SPDX-License-Identifier: MPL-2.0
//
// The rows of a long table as cells, made while they are written. What a cell may hold is made sure of here
// (cell_value.hpp), since the lint does not see them. Shares what it needs; a walk belongs to one thread.
#pragma once

#include "workbook/document.hpp"
#include "workbook/font.hpp"

#include <bilan/workbook.hpp>

#include <memory>
#include <vector>

namespace bilan::workbook {

struct LongColumn {
    ColumnKind kind = ColumnKind::text;
    StyleIndex body = 0;
    StyleIndex missing = 0; ///< of cells that show a cause
    Face face = {};
    double room = 0; ///< pixels in which a text wraps
};

class LongRows final : public SheetRows {
public:
    LongRows(std::shared_ptr<const RowSource> source, std::vector<LongColumn> columns, std::uint32_t first_row,
             base::Language language);

    [[nodiscard]] CellRange range() const override;
    [[nodiscard]] std::unique_ptr<RowCursor> walk() const override;

private:
    std::shared_ptr<const RowSource> source_;
    std::vector<LongColumn> columns_;
    std::uint32_t first_row_;
    base::Language language_;
};

} // namespace bilan::workbook
