// SPDX-License-Identifier: MPL-2.0
//
// One sheet part from its bytes to its grid. For one thread.
#pragma once

#include "archive/byte_source.hpp"
#include "xlsx_reader/cell_builder.hpp"
#include "xlsx_reader/shared_strings.hpp"

#include <bilan/grid.hpp>

#include <string>

namespace bilan::xlsx {

/// Fills `grid`, whose facts already hold the sheet's name. Refuses a part that is damaged or no worksheet: nothing of
/// it is then to be used.
void read_sheet_part(archive::ByteSource& source, const std::string& part, BookContext& book, Grid& grid,
                     Remarks& remarks, Way way = Way::fast);

} // namespace bilan::xlsx
