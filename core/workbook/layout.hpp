// SPDX-License-Identifier: MPL-2.0
//
// From pages to a finished workbook: every cell placed, every width measured, every name legal. Pages may be added
// before the pages they link to; links and charts are resolved at the end. One thread.
#pragma once

#include "workbook/document.hpp"
#include "workbook/theme.hpp"

#include <bilan/workbook.hpp>

#include <memory>
#include <string>
#include <vector>

namespace bilan::workbook {

/// Where a figure stands in the finished workbook.
struct PlacedFigure {
    std::string page;  ///< page id
    std::string sheet; ///< final sheet name
    CellPosition at;
    std::string label; ///< row and column words of a table cell, the label of a key figure
    std::string id;    ///< indicator, may be empty
    data::Figure figure;
};

class Layout {
public:
    Layout(Theme theme, base::Language language);

    /// Lays the page out and returns the figures on it. Throws base::Error (exit 6) for two tables of one id or a page
    /// id used twice.
    std::vector<PlacedFigure> add(Page page);

    /// The finished workbook. Throws base::Error (exit 6) when a link or chart names a page or table that is not there.
    [[nodiscard]] Workbook finish(WorkbookProperties properties);

private:
    class Work;
    std::shared_ptr<Work> work_;
};

} // namespace bilan::workbook
