// SPDX-License-Identifier: MPL-2.0
//
// The records of one sheet, as cells of its grid. For one thread.
#pragma once

#include "cells/cell_store.hpp"
#include "xls_reader/text_reader.hpp"

#include <string_view>

namespace bilan::xls {

struct SheetOutcome {
    std::size_t end = 0;    ///< behind its last record
    bool is_dialog = false; ///< a dialog box, which looks like a sheet
};

/// `position` is that of the first record. Refuses a sheet that ends before its last record.
[[nodiscard]] SheetOutcome read_sheet(std::string_view stream, std::size_t position, const Dialect& dialect,
                                      cells::BookContext& book, Grid& grid, cells::Remarks& remarks);

} // namespace bilan::xls
